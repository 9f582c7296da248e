const dialog = document.getElementById("components-reconnect-modal");

dialog.addEventListener("components-reconnect-state-changed", (event) => {
  const state = event.detail.state;
  if (state === "hide") {
    dialog.close();
    return;
  }
  if (state === "rejected") {
    location.reload();
    return;
  }
  dialog.dataset.state = state === "failed" ? "failed" : "show";
  if (!dialog.open) dialog.showModal();
});

dialog.addEventListener("cancel", (event) => event.preventDefault());

dialog.addEventListener("click", async (event) => {
  const action = event.target.dataset.do;
  if (action === "reload") location.reload();
  if (action !== "retry") return;
  dialog.dataset.state = "show";
  try {
    if (!(await Blazor.reconnect())) location.reload();
  } catch {
    dialog.dataset.state = "failed";
  }
});
