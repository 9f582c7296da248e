const keys = new Set(["j", "k", "r", "l", "u", "I", "Delete", "#", "Escape"]);
const steps = new Set(["j", "k"]);

export function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])"));
}

// Tells the page which of its keys was pressed: none while something is typed or a dialog is open. With a notification open, j and k step
// to the next one; without, they are the list's and move its cursor. A held key waits for the page to have taken the one before.
export function listen(page) {
  const control = new AbortController();
  let taking = false;

  async function take(key) {
    taking = true;
    try {
      await page.invokeMethodAsync("PressAsync", key);
    } finally {
      taking = false;
    }
  }

  function onKeyDown(event, isStep) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !keys.has(event.key) || steps.has(event.key) !== isStep) return;
    if (isTyping(event.target) || document.querySelector(".mud-dialog, dialog[open], .mud-popover-open")) return;
    if (isStep) {
      if (!document.querySelector("aside article")) return;
      event.preventDefault();
      event.stopPropagation();
    }
    if (!(taking && event.repeat)) take(event.key);
  }

  document.addEventListener("keydown", (event) => onKeyDown(event, true), { capture: true, signal: control.signal });
  document.addEventListener("keydown", (event) => onKeyDown(event, false), { signal: control.signal });
  return { stop: () => control.abort() };
}
