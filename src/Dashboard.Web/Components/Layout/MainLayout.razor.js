const key = "theme";

export function read() {
  return { mode: localStorage.getItem(key), dark: matchMedia("(prefers-color-scheme: dark)").matches };
}

export function write(mode) {
  localStorage.setItem(key, mode);
}

// The account's menu closes by Escape and by a press elsewhere.
document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.account[open]");
  if (event.key !== "Escape" || !open) return;
  event.preventDefault();
  open.open = false;
  open.querySelector("summary").focus();
}, { capture: true });

document.addEventListener("pointerdown", (event) => {
  const open = document.querySelector("details.account[open]");
  if (open && !open.contains(event.target)) open.open = false;
});
