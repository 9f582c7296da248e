// Columns by mouse and by key: a header is dragged to its place, its edge to its width. The component decides; this shows what is being done.

const startsAt = 6; // Pixels a header is moved before it counts as dragged and not as clicked.

export const attach = (head, component, step) => new Head(head, component, step);

class Head {
  #head; #component; #step; #grid;
  #detached = new AbortController();
  #telling = false;

  constructor(head, component, step) {
    [this.#head, this.#component, this.#step, this.#grid] = [head, component, step, head.closest('.grid')];
    const on = (type, handle) => head.addEventListener(type, handle, { signal: this.#detached.signal });
    on('pointerdown', e => this.#onPointerDown(e));
    on('dblclick', e => this.#onDoubleClick(e));
    on('keydown', e => this.#onKey(e));
  }

  detach() { this.#detached.abort(); }

  get #headers() { return [...this.#head.querySelectorAll('[data-column]')]; }

  #onPointerDown(e) {
    const header = e.target.closest('[data-column]');
    if (!header || e.button !== 0) return;
    if (e.target.closest('.edge')) this.#resize(header, e);
    else if (e.pointerType === 'mouse') this.#drag(header, e);
  }

  #onDoubleClick(e) {
    const header = e.target.closest('[data-column]');
    if (header && e.target.closest('.edge')) this.#tell('Resize', header.dataset.column, null);
  }

  async #onKey(e) {
    const header = e.target.closest('[data-column]');
    const by = e.key === 'ArrowLeft' ? -1 : e.key === 'ArrowRight' ? 1 : 0;
    if (!header || !e.altKey || by === 0) return;
    e.preventDefault(); // Alt and an arrow would leave the page.
    e.stopPropagation();
    const column = header.dataset.column;
    if (e.shiftKey) await this.#tell('Move', column, by);
    else await this.#tell('Resize', column, Math.round(header.offsetWidth) + by * this.#step);
    // A header that has moved among its siblings has lost the keyboard.
    this.#head.querySelector(`[data-column="${column}"] button`)?.focus({ preventScroll: true });
  }

  #resize(header, down) {
    down.preventDefault();
    const column = header.dataset.column;
    const name = `--w-${column}`;
    const [before, width] = [this.#grid.style.getPropertyValue(name), header.offsetWidth];
    const show = value => value ? this.#grid.style.setProperty(name, value) : this.#grid.style.removeProperty(name);
    let wanted = width;
    this.#follow(down, {
      move: e => show(`${wanted = Math.max(44, Math.round(width + e.clientX - down.clientX))}px`),
      drop: () => { if (wanted !== width) this.#tell('Resize', column, wanted); },
      cancel: () => show(before),
    });
  }

  #drag(header, down) {
    let target = null;
    const mark = (next, side) => {
      for (const other of this.#headers) delete other.dataset.drop;
      target = next && next !== header ? { next, after: side === 'after' } : null;
      if (target) next.dataset.drop = side;
    };
    let isDragged = false;
    this.#follow(down, {
      move: e => {
        if (!isDragged && Math.abs(e.clientX - down.clientX) < startsAt) return;
        isDragged = true;
        header.dataset.dragged = '';
        const over = this.#headers.find(other => e.clientX < other.getBoundingClientRect().right) ?? this.#headers.at(-1);
        const box = over.getBoundingClientRect();
        mark(over, e.clientX < box.left + box.width / 2 ? 'before' : 'after');
      },
      drop: () => { if (target) this.#tell('Drop', header.dataset.column, target.next.dataset.column, target.after); },
      end: () => {
        delete header.dataset.dragged;
        mark(null);
        if (isDragged) this.#swallowClick();
      },
    });
  }

  // A drag ends with a click on whatever is below: it is no wish to sort.
  #swallowClick() {
    const swallow = e => { e.preventDefault(); e.stopPropagation(); };
    document.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => document.removeEventListener('click', swallow, { capture: true }));
  }

  #follow(down, { move, drop, cancel, end }) {
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, this.#detached.signal]);
    const on = (type, handle) => document.addEventListener(type, handle, { signal, capture: true });
    const finish = act => { over.abort(); act?.(); end?.(); };
    on('pointermove', e => { if (e.pointerId === down.pointerId) move(e); });
    on('pointerup', e => { if (e.pointerId === down.pointerId) finish(drop); });
    on('pointercancel', () => finish(cancel));
    on('keydown', e => {
      if (e.key !== 'Escape') return;
      e.stopPropagation();
      finish(cancel);
    });
  }

  // A held key is told as fast as it is answered, not faster.
  async #tell(method, ...values) {
    if (this.#telling) return;
    this.#telling = true;
    try {
      await this.#component.invokeMethodAsync(method, ...values);
    } catch (error) {
      console.debug(error);
    } finally {
      this.#telling = false;
    }
  }
}
