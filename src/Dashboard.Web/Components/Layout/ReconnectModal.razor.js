const dialog = document.getElementById("components-reconnect-modal");
let leaving = false;

// Once: a second reload would cut off the way of the first, and ask for the page again without what the first one was told.
function reload() {
  if (leaving) return;
  leaving = true;
  location.reload();
}

dialog.addEventListener("components-reconnect-state-changed", (event) => {
  const state = event.detail.state;
  if (state === "hide") {
    dialog.close();
    return;
  }
  if (state === "rejected") {
    reload();
    return;
  }
  dialog.dataset.state = state === "failed" ? "failed" : "show";
  if (!dialog.open) dialog.showModal();
  // While it waits for the next attempt, it says so every second.
  if (!event.detail.secondsToNextAttempt) reloadIfSignedOut();
});

dialog.addEventListener("cancel", (event) => event.preventDefault());

dialog.addEventListener("click", async (event) => {
  const action = event.target.dataset.do;
  if (action === "reload") reload();
  if (action !== "retry") return;
  dialog.dataset.state = "show";
  try {
    if (!(await Blazor.reconnect())) reload();
  } catch {
    dialog.dataset.state = "failed";
  }
});

// Trying again would not help: a session that ended meanwhile is told of by the page that a reload leads to.
async function reloadIfSignedOut() {
  try {
    if ((await fetch("/api/v1/antiforgery")).status === 401) reload();
  } catch {
    // The portal can't be reached, as the dialog says.
  }
}
