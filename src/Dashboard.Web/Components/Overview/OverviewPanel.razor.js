// Marks a stretch of the chart, with the pointer or with keys, and tells which bars it covers. Escape, leaving the chart with Tab and a pointer
// that is taken away give it up.
export function attach(chart, panel) {
  if (!chart || chart.dataset.attached) return;
  chart.dataset.attached = "";
  const brush = chart.querySelector(".brush");
  const hand = chart.parentElement.querySelector(".hand");
  const marked = chart.closest(".time").querySelector(".marked");
  let from = -1;
  let to = -1;

  const times = () => chart.dataset.times.split("|");
  const stretch = () => [Math.min(from, to), Math.max(from, to)];

  const barAt = (event) => {
    const { left, width } = chart.getBoundingClientRect();
    const bars = times().length;
    return Math.min(bars - 1, Math.max(0, Math.floor((event.clientX - left) / width * bars)));
  };

  const mark = (first, last) => {
    [from, to] = [first, last];
    const [low, high] = stretch();
    const names = times();
    const width = chart.viewBox.baseVal.width / names.length;
    brush.setAttribute("x", low * width);
    brush.setAttribute("width", (high - low + 1) * width);
    const count = chart.dataset.counts.split("|").slice(low, high + 1).reduce((sum, one) => sum + Number(one), 0).toLocaleString("en");
    marked.textContent = `${low === high ? names[low] : `${names[low]} to ${names[high]}`}: ${count}`;
    // A slider's value is read out when it changes.
    hand.setAttribute("aria-valuenow", to + 1);
    hand.setAttribute("aria-valuetext", marked.textContent);
    hand.dataset.ownKeys = "Escape";
  };

  const giveUp = () => {
    from = -1;
    brush.setAttribute("width", 0);
    marked.textContent = "";
    delete hand.dataset.ownKeys;
  };

  const keep = () => {
    const bars = stretch();
    giveUp();
    panel.invokeMethodAsync("BrushAsync", ...bars);
  };

  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    chart.setPointerCapture(event.pointerId);
    mark(barAt(event), barAt(event));
  });
  chart.addEventListener("pointermove", (event) => {
    if (from >= 0 && chart.hasPointerCapture(event.pointerId)) mark(from, barAt(event));
  });
  chart.addEventListener("pointerup", (event) => {
    if (from < 0 || !chart.hasPointerCapture(event.pointerId)) return;
    mark(from, barAt(event));
    keep();
  });
  chart.addEventListener("pointercancel", giveUp);

  const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity };

  // What happened last is what is asked for most.
  const begin = () => mark(times().length - 1, times().length - 1);

  hand.addEventListener("focus", begin);
  hand.addEventListener("blur", giveUp);
  hand.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    if (step !== undefined) {
      if (from < 0) {
        begin();
      } else {
        const bar = Math.min(times().length - 1, Math.max(0, to + step));
        mark(event.shiftKey ? from : bar, bar);
      }
    } else if (from >= 0 && event.key === "Enter") {
      keep();
    } else if (from >= 0 && event.key === "Escape") {
      giveUp();
    } else {
      return;
    }
    event.preventDefault();
  });
}
