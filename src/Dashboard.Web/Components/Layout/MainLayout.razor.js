const key = "theme";

export function read() {
  return { mode: localStorage.getItem(key), dark: matchMedia("(prefers-color-scheme: dark)").matches };
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
