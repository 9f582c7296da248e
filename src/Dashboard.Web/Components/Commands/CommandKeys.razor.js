// Listens for the keys of commands and tells the component which command they start: for none while something is typed or a dialog is
// open, save those with Ctrl or Cmd, which type nothing (but Ctrl+Z, which takes back what was typed). Keys that are pressed one after the other wait for the next key as long as it
// takes, with a hint of what may follow; any key that does not follow, a click and Escape end the waiting.

const modals = ".mud-dialog, dialog[open], .mud-popover-open";

export function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));
}

// How the component writes keys: "#", "j", "Shift+I", "Escape", "Ctrl+K".
export function nameOf(event) {
  // AltGr types characters, and on Windows says that it is Ctrl and Alt.
  const types = event.getModifierState("AltGraph");
  if (event.altKey && !types) return null;
  const isCharacter = event.key.length === 1 && event.key !== " ";
  const isLetter = isCharacter && event.key.toLowerCase() !== event.key.toUpperCase();
  const name = event.key === " " ? "Space" : event.key;
  if ((event.ctrlKey || event.metaKey) && !types) return `Ctrl+${event.shiftKey ? "Shift+" : ""}${isLetter ? name.toUpperCase() : name}`;
  // Caps lock is no Shift.
  if (isLetter) return event.shiftKey ? `Shift+${name.toUpperCase()}` : name.toLowerCase();
  return event.shiftKey && !isCharacter ? `Shift+${name}` : name;
}

export function listen(hint, component) {
  const control = new AbortController();
  let known = [];
  let waiting = ""; // What was pressed of several keys so far, such as "g ".
  let taking = false;

  const holds = (entry) => !entry.while || document.querySelector(entry.while) !== null;

  function wait(pressed) {
    waiting = pressed;
    const followers = pressed && known.filter((entry) => entry.keys.startsWith(pressed) && holds(entry));
    hint.textContent = pressed && `${pressed.trim()} then: ${followers.map((entry) => `${entry.keys.slice(pressed.length)} ${entry.words}`).join(" · ")}`;
  }

  async function take(entry) {
    if (entry.inPage) return start(entry.inPage);
    taking = true;
    try {
      await component.invokeMethodAsync("PressAsync", entry.id, entry.keys);
    } finally {
      taking = false;
    }
  }

  function onKeyDown(event) {
    if (event.defaultPrevented || event.isComposing || ["Shift", "Control", "Alt", "AltGraph", "Meta"].includes(event.key)) return;
    const name = nameOf(event);
    // What is under way where the keyboard is comes first.
    if (event.target.dataset?.ownKeys === name) return;
    if (name === null || document.querySelector(modals) || (isTyping(event.target) && (!name.startsWith("Ctrl+") || name === "Ctrl+Z"))) {
      wait("");
      return;
    }

    const before = waiting;
    const pressed = before + name;
    const entry = known.find((one) => one.keys === pressed && holds(one));
    const goesOn = !entry && known.some((one) => one.keys.startsWith(`${pressed} `) && holds(one));
    wait(goesOn ? `${pressed} ` : "");
    // A character that does not follow is a slip, not a key of its own: it must not start something else.
    const isSlip = before !== "" && !name.startsWith("Ctrl+") && (event.key.length === 1 || event.key === "Escape");
    if (!entry && !goesOn && !isSlip) return;
    event.preventDefault();
    event.stopPropagation();
    // A held key waits for the page to have taken the one before.
    if (entry && !(event.repeat && (taking || entry.inPage))) take(entry);
  }

  // Before the list, whose own keys some of these are while a notification is open.
  document.addEventListener("keydown", onKeyDown, { capture: true, signal: control.signal });
  document.addEventListener("pointerdown", () => wait(""), { capture: true, signal: control.signal });
  return {
    hear(keys, singleLetters) {
      known = JSON.parse(keys);
      // Which keys count by now, for whoever has to wait for that.
      hint.dataset.keys = known.map((entry) => entry.keys).join(" | ");
      wait("");
      // The list's own script reads it.
      document.documentElement.dataset.singleKeys = singleLetters;
    },
    stop: () => control.abort(),
  };
}

// Puts the keyboard into a field or a list, presses anything else. What opens in place has the keyboard, too, so that Tab leads into it.
export function start(selector) {
  const control = document.querySelector(selector);
  if (!control) return;
  const isPlace = isTyping(control) || control.matches("[role=grid]");
  if (isPlace || control.matches("summary")) control.focus();
  if (isTyping(control)) control.select();
  else if (!isPlace) control.click();
}
