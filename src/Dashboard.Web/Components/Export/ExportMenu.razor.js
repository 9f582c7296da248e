// The menu closes by Escape, by a press elsewhere and by a choice.
export function attach(menu) {
  const stop = new AbortController();
  const close = (back) => {
    menu.open = false;
    if (back) menu.querySelector("summary").focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  }, { capture: true, signal: stop.signal });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.contains(event.target)) close(false);
  }, { signal: stop.signal });
  menu.addEventListener("click", (event) => {
    if (event.target.closest("button")) close(true);
  }, { signal: stop.signal });
  return { stop: () => stop.abort() };
}

// A download, not a navigation: the page and its connection stay, whatever is answered.
export function download(address) {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}
