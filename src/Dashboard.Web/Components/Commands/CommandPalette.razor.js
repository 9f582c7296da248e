import { nameOf, start } from "./CommandKeys.razor.js";

// The palette opens and filters in the page. What is on offer is asked for at each opening; until it is there what is typed is kept, and
// Enter waits for it.
export function attach(root, component) {
  const control = new AbortController();
  const dialog = root.querySelector("dialog");
  const [input, told, list] = ["input", ".told", "ul"].map((selector) => dialog.querySelector(selector));
  let asked = Promise.resolve([]);
  let offered = [];
  let shown = [];
  let active = 0;

  async function ask() {
    const asking = asked = component.invokeMethodAsync("OfferAsJson").then(JSON.parse);
    try {
      const entries = await asking;
      if (asking !== asked) return;
      offered = entries;
      show();
    } catch {
      told.textContent = "The portal can't be reached just now.";
    }
  }

  function open() {
    if (dialog.open) return dialog.close();
    input.value = "";
    dialog.showModal();
    show();
    ask();
  }

  function show() {
    shown = rank(offered, input.value);
    list.replaceChildren(...shown.map(optionOf));
    told.textContent = shown.length > 0 || offered.length === 0 ? "" : "Nothing is called that.";
    moveTo(0);
  }

  function moveTo(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = shown.length === 0 ? 0 : (place + shown.length) % shown.length;
    const option = list.children[active];
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  // The dialog gives the keyboard back to where it was, then the command may take it elsewhere.
  async function choose(entry) {
    if (!entry) return;
    if (entry.whyNot) {
      told.textContent = entry.whyNot;
      return;
    }
    dialog.close();
    if (entry.inPage) start(entry.inPage);
    else await component.invokeMethodAsync("ChooseAsync", entry.id);
  }

  async function onKeyDown(event) {
    if (event.isComposing) return;
    const moves = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: Math.min(active + 8, shown.length - 1), PageUp: Math.max(active - 8, 0) };
    const name = nameOf(event);
    if (name in moves) {
      event.preventDefault();
      moveTo(moves[name]);
    } else if (name === "Enter") {
      event.preventDefault();
      if (offered.length === 0) await asked;
      await choose(shown[active]);
    } else if (name === "Ctrl+K") {
      event.preventDefault();
      dialog.close();
    }
    // The keys of the page behind are not meant.
    event.stopPropagation();
  }

  const on = (target, type, handle) => target.addEventListener(type, handle, { signal: control.signal });
  on(root.querySelector("button"), "click", open);
  on(input, "input", show);
  on(dialog, "keydown", onKeyDown);
  on(dialog, "mousedown", (event) => {
    if (event.target !== input) event.preventDefault();
  });
  on(dialog, "click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(shown[Array.prototype.indexOf.call(list.children, option)]);
    else if (event.target === dialog) dialog.close();
  });
  return { stop: () => control.abort() };
}

function optionOf(entry) {
  const option = document.createElement("li");
  option.id = `palette-${entry.id}`;
  option.role = "option";
  option.ariaSelected = "false";
  if (entry.whyNot) option.ariaDisabled = "true";
  option.append(textOf("span", "words", entry.words), textOf("span", "group", entry.whyNot ?? entry.group), ...entry.keys.map((keys) => textOf("kbd", "", keys)));
  return option;
}

function textOf(tag, style, text) {
  const element = document.createElement(tag);
  element.className = style;
  element.textContent = text;
  return element;
}

// The entries that every word of the text is found in, the best first, those alike in their own order. Keys find their command, too.
export function rank(entries, text) {
  const wanted = wordsOf(text);
  const keys = text.trim();
  return entries
    .map((entry) => [entry, entry.keys.includes(keys) ? Infinity : scoreOf(entry, wanted)])
    .filter(([, score]) => score > 0)
    .sort(([, one], [, other]) => other - one || 0)
    .map(([entry]) => entry);
}

const wordsOf = (text) => text.toLowerCase().split(/[\s:,]+/).filter((word) => word !== "");

function scoreOf(entry, wanted) {
  const own = wordsOf(entry.words);
  const other = wordsOf(`${entry.otherWords} ${entry.group}`);
  let score = 1;
  for (const word of wanted) {
    const found = scoreOfWord(word, own, other);
    if (found === 0) return 0;
    score += found;
  }
  return score;
}

function scoreOfWord(word, own, other) {
  if (own[0]?.startsWith(word)) return 9;
  if (own.some((one) => one.startsWith(word))) return 8;
  if (own.some((one) => one.includes(word))) return 6;
  if (other.some((one) => one.startsWith(word))) return 5;
  if ([...own, ...other].some((one) => one[0] === word[0] && isWithin(word, one, word.length > 3 ? 1 : 0))) return 3;
  return word.length > 1 && isWithin(word, own.join(""), 0) ? 2 : 0;
}

// Whether the letters stand in the text in this order, all but as many as may be slips.
function isWithin(letters, text, slips) {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at >= 0) from = at + 1;
    else if (slips-- === 0) return false;
  }
  return true;
}
