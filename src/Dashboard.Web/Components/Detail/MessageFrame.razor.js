// Fits a message's frame to its content and hands the keys pressed in it to the page.

// A message longer than this scrolls inside its frame.
const mostPixels = 10000;

// With Ctrl or Cmd these are the browser's, for the text in the frame: copy, select all, find, print.
const browserShortcuts = new Set(["a", "c", "f", "p", "v", "x", "insert"]);

export function attach(frame) {
  let content = null;
  const resize = new ResizeObserver(() => fit());

  function fit() {
    const height = content.body.getBoundingClientRect().height;
    frame.style.height = `${Math.min(Math.ceil(height), mostPixels)}px`;
  }

  function handOver(event) {
    if (staysInFrame(event)) return;
    const copy = new KeyboardEvent(event.type, {
      key: event.key, code: event.code, location: event.location, repeat: event.repeat,
      ctrlKey: event.ctrlKey, shiftKey: event.shiftKey, altKey: event.altKey, metaKey: event.metaKey,
      bubbles: true, cancelable: true, composed: true,
    });
    if (!frame.dispatchEvent(copy)) event.preventDefault();
  }

  // The frame loads anew with every document it is given.
  function follow() {
    resize.disconnect();
    content = frame.contentDocument;
    if (!content?.body) return;
    content.addEventListener("keydown", handOver);
    resize.observe(content.body);
  }

  frame.addEventListener("load", follow);
  follow();

  return {
    dispose() {
      frame.removeEventListener("load", follow);
      content?.removeEventListener("keydown", handOver);
      resize.disconnect();
    },
  };
}

function staysInFrame(event) {
  if (event.isComposing || event.key === "Tab") return true;
  if ((event.ctrlKey || event.metaKey) && browserShortcuts.has(event.key.toLowerCase())) return true;
  const target = event.target;
  if (target.isContentEditable || target.closest("input, textarea, select")) return true;
  return event.key === "Enter" && target.closest("a[href]") !== null;
}
