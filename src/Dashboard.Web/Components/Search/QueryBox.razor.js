import { isTyping } from "../Pages/InboxPage.razor.js";

// Tells what is typed and which of the field's keys were pressed, and writes what the component says. "/" comes here from anywhere.
export function attach(input, box, text) {
  const control = new AbortController();
  const isOpen = () => input.getAttribute("aria-expanded") === "true";
  input.value = text;

  input.addEventListener("input", () => box.invokeMethodAsync("TypeAsync", input.value, input.selectionStart), { signal: control.signal });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    switch (event.key) {
      case "Escape":
        if (!isOpen()) {
          (document.querySelector("[role=grid]") ?? document.body).focus();
          input.blur();
          return;
        }
        break;
      case "Tab":
        if (!isOpen()) return;
        break;
      case "ArrowDown":
      case "ArrowUp":
      case "Enter":
        break;
      default:
        return;
    }
    event.preventDefault();
    box.invokeMethodAsync("PressAsync", event.key);
  }, { signal: control.signal });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector(".mud-dialog, dialog[open], .mud-popover-open")) return;
    event.preventDefault();
    input.focus();
    input.select();
  }, { signal: control.signal });

  return {
    write(text, caret) {
      input.value = text;
      if (document.activeElement === input) input.setSelectionRange(caret, caret);
    },
    stop: () => control.abort(),
  };
}
