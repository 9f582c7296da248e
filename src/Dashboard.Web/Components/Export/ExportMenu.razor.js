// A download, not a navigation: the page and its connection stay, whatever is answered. The menu has done its work.
export function download(address, menu) {
  menu.open = false;
  menu.querySelector("summary").focus();
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}
