// Marks a stretch of the chart with the pointer and tells which bars it covers; Escape or leaving the window gives it up.
export function attach(chart, panel) {
  if (!chart || chart.dataset.attached) return;
  chart.dataset.attached = "";
  const brush = chart.querySelector(".brush");
  let from = -1;

  const barAt = (event) => {
    const { left, width } = chart.getBoundingClientRect();
    const bars = Number(chart.dataset.buckets);
    return Math.min(bars - 1, Math.max(0, Math.floor((event.clientX - left) / width * bars)));
  };

  const draw = (first, last) => {
    const width = chart.viewBox.baseVal.width / Number(chart.dataset.buckets);
    brush.setAttribute("x", first * width);
    brush.setAttribute("width", (last - first + 1) * width);
  };

  const giveUp = () => {
    from = -1;
    brush.setAttribute("width", 0);
  };

  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    chart.setPointerCapture(event.pointerId);
    from = barAt(event);
    draw(from, from);
  });
  chart.addEventListener("pointermove", (event) => {
    if (from >= 0) draw(Math.min(from, barAt(event)), Math.max(from, barAt(event)));
  });
  chart.addEventListener("pointerup", (event) => {
    if (from < 0) return;
    const [first, last] = [Math.min(from, barAt(event)), Math.max(from, barAt(event))];
    giveUp();
    panel.invokeMethodAsync("BrushAsync", first, last);
  });
  chart.addEventListener("pointercancel", giveUp);
}
