const most = 99;
const icon = document.querySelector("link[rel=icon]");
const plain = icon.href;

// The tab's title and its icon: the number in place of the dot, and a mark where something can't be read.
export function show(title, unread, hasTrouble) {
  document.title = title;
  icon.href = unread > 0 || hasTrouble ? `data:image/svg+xml,${encodeURIComponent(draw(unread, hasTrouble))}` : plain;
}

export function clear() {
  icon.href = plain;
}

function draw(unread, hasTrouble) {
  const number = unread > most ? `${most}+` : unread;
  const size = 26 - 5 * `${number}`.length;
  const inside = unread > 0
    ? `<text x="16" y="17" font-family="sans-serif" font-weight="700" font-size="${size}" fill="#fff" text-anchor="middle" dominant-baseline="central">${number}</text>`
    : '<circle cx="16" cy="16" r="6" fill="#fff"/>';
  const mark = hasTrouble
    ? '<circle cx="25" cy="7" r="7" fill="#ffc47a"/><path d="M25 3v5m0 2v1.5" stroke="#2b1a00" stroke-width="2.4"/>'
    : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#6c3fb8"/>${inside}${mark}</svg>`;
}
