// Tells what is typed and which of the field's keys were pressed, and writes what the component says.
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

  return {
    write(text, caret) {
      input.value = text;
      if (document.activeElement === input) input.setSelectionRange(caret, caret);
    },
    stop: () => control.abort(),
  };
}
