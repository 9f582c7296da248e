const key = "theme";

// The mode that was chosen, if one was, and the device's own colours, such as "System dark".
export function read() {
  return `${localStorage.getItem(key) ?? ""} ${matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"}`;
}

export function write(mode) {
  localStorage.setItem(key, mode);
}

// Followed as an address, a skip link would lead to the bare page: the document's base is not the address that is shown.
document.addEventListener("click", (event) => {
  const skip = event.target.closest?.("a.skip");
  if (!skip) return;
  event.preventDefault();
  event.stopPropagation();
  document.querySelector(skip.dataset.to)?.focus();
}, { capture: true });

// A switch is turned by the arrows, too, each to its side, and on by Enter.
document.addEventListener("keydown", (event) => {
  const turn = event.target.role === "switch" ? { ArrowLeft: false, ArrowRight: true, Enter: true }[event.key] : undefined;
  if (turn === undefined) return;
  event.preventDefault();
  if (event.target.checked !== turn) event.target.click();
});

// Menus and panels close by Escape and by a press elsewhere.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || document.querySelector("dialog[open]")) return;
  const open = document.querySelector("details[data-closes][open]");
  if (!open) return;
  event.preventDefault();
  event.stopPropagation();
  open.open = false;
  open.querySelector("summary").focus();
}, { capture: true });

document.addEventListener("pointerdown", (event) => {
  for (const open of document.querySelectorAll("details[data-closes][open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
