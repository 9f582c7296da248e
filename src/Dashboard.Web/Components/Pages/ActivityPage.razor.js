// Brings an entry of the list into view.
export function show(id) {
  document.getElementById(id)?.scrollIntoView({ block: "center" });
}
