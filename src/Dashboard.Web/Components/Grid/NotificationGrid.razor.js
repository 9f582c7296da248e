// The pixels of the grid: scrolling, the cursor's highlight, keys and clicks. The component owns the rows.
//
// Two coordinates. "Scroll" is what the browser's scroller says; "virtual" is where the person is in the list, in pixels of real
// rows. They are the same while all rows fit into the tallest element browsers can lay out; beyond it the scroller stands for the
// list at scale, yet small movements still move the rows pixel by pixel and only a jump (a dragged scrollbar) is scaled.

import { HistoryPlace } from '../../history-place.js';

const tallest = 15_000_000; // Firefox lays out at most 17.9 million pixels.
// Rows rendered beyond the visible ones where the person is heading. A jump heads nowhere and costs the least; a held key gets as many as it
// can run through while an answer is under way.
const ahead = { jump: 1, walk: 8, held: 30 };
const behind = { jump: 1, walk: 2, held: 2 };
const restMs = 120; // A cursor that stands still this long is reported.
const patienceMs = 5000;
const mostVisible = 400; // With the rows ahead less than the component gives at most.

export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const exact = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'longOffset',
});

// The exact time in a tooltip is not sent with each row: the element's own machine-readable time says it already.
const exactly = time => exact.format(new Date(time)).replace('GMT', 'UTC');

export const attach = (grid, component) => new Grid(grid, component);

class Grid {
  #grid; #component; #head; #space; #rows; #all;
  #detached = new AbortController();
  #resized = new ResizeObserver(() => this.#resize());
  #rendered = new MutationObserver(() => this.#onRendered());

  #density = ''; #rowHeight = 36; #total = 0; #first = 0;
  #virtual = 0; #scroll = 0; #heading = 0; #held = false;
  #seen = []; // Names of the rendered rows, as of the last render.
  #jump = 0;
  #asking = false; #toldTop = 0;
  #cursor = -1; #resting = 0; #drawing = false;
  #calls = []; #calling = false;
  #history = null;

  constructor(grid, component) {
    this.#grid = grid;
    this.#component = component;
    this.#head = grid.querySelector('.head');
    this.#space = grid.querySelector('.space');
    this.#rows = grid.querySelector('.rows');
    this.#all = grid.querySelector('input.all');

    const on = (type, handle, options) => grid.addEventListener(type, handle, { signal: this.#detached.signal, ...options });
    on('scroll', () => this.#onScroll(), { passive: true });
    on('scrollend', () => this.#settle());
    on('keydown', e => this.#onKey(e));
    on('mousedown', e => this.#onMouseDown(e));
    on('click', e => this.#onClick(e));
    this.#rendered.observe(grid, {
      subtree: true, childList: true,
      attributeFilter: ['id', 'aria-selected', 'data-some', 'data-total', 'data-first', 'data-cursor', 'data-jump', 'data-extent', 'data-density'],
    });
    this.#resized.observe(grid);
    this.#resize();
    this.#history = new HistoryPlace(() => this.#whereabouts(), place => this.#call('ComeBack', place), this.#detached.signal);
  }

  detach() {
    this.#detached.abort();
    this.#resized.disconnect();
    this.#rendered.disconnect();
    clearTimeout(this.#resting);
  }

  // ---- geometry

  get #view() { return Math.max(this.#rowHeight, this.#grid.clientHeight - this.#head.offsetHeight); }
  get #height() { return this.#total * this.#rowHeight; }
  get #lastVirtual() { return Math.max(0, this.#height - this.#view); }
  get #lastScroll() { return Math.max(0, Math.min(this.#height, tallest) - this.#view); }
  get #scale() { return this.#lastScroll > 0 ? this.#lastVirtual / this.#lastScroll : 1; }
  get #topRow() { return Math.floor(this.#virtual / this.#rowHeight); }
  get #fullRows() { return Math.max(1, Math.floor(this.#view / this.#rowHeight)); }

  #resize() {
    const height = parseFloat(getComputedStyle(this.#grid).getPropertyValue('--row-height')) || 36;
    const top = this.#virtual / this.#rowHeight;
    this.#density = this.#grid.dataset.density;
    const isCursorShown = this.#cursor >= Math.floor(top) && this.#cursor <= top + this.#view / this.#rowHeight;
    this.#rowHeight = height;
    this.#onRendered();
    this.#moveTo(top * height);
    // Opening a row makes the list narrower and its rows taller: the opened one must not slip below the edge.
    if (isCursorShown) this.#reveal(this.#cursor);
  }

  // Names of groups are this page's own: in a page loaded anew the place has to do.
  #whereabouts() {
    const lasting = name => name?.startsWith('n') ? name : null;
    const [top, cursor] = [this.#topRow, this.#cursor];
    return this.#total === 0 ? null : {
      query: this.#grid.dataset.query, top, topName: lasting(this.#nameAt(top)), cursor, cursorName: lasting(this.#nameAt(cursor)),
    };
  }

  // ---- scrolling

  #onScroll() {
    const scroll = this.#grid.scrollTop;
    const moved = scroll - this.#scroll;
    if (moved === 0) return;
    this.#scroll = scroll;
    this.#heading = Math.abs(moved) > this.#view ? 0 : Math.sign(moved);
    this.#virtual = this.#scale === 1 ? scroll
      : Math.abs(moved) > 2 * this.#view ? this.#clamp(scroll * this.#scale)
      : this.#finish(this.#clamp(this.#virtual + moved));
    this.#history.moved();
    this.#place();
    this.#ask();
  }

  // A scroller at its end leaves no room for the last few scaled pixels.
  #finish(virtual) {
    if (this.#scroll < 1 && virtual < 2 * this.#scale) return 0;
    if (this.#lastScroll - this.#scroll < 1 && this.#lastVirtual - virtual < 2 * this.#scale) return this.#lastVirtual;
    return virtual;
  }

  // After small movements in a scaled list the scroller no longer stands where the list does: bring it back, the rows stay.
  // Unless it has moved on already and the news of it is still to come.
  #settle() {
    if (this.#scale !== 1 && this.#grid.scrollTop === this.#scroll) this.#moveTo(this.#virtual);
  }

  #clamp(virtual) { return Math.min(Math.max(virtual, 0), this.#lastVirtual); }

  #moveTo(virtual) {
    this.#virtual = this.#clamp(virtual);
    this.#grid.scrollTop = this.#virtual / this.#scale;
    this.#scroll = this.#grid.scrollTop;
    this.#place();
    this.#ask();
  }

  #place() {
    const top = this.#scroll + this.#first * this.#rowHeight - this.#virtual;
    this.#rows.style.top = `${Math.min(Math.max(top, -this.#rows.offsetHeight), tallest)}px`;
  }

  // Asks for the rows around the visible ones, one question at a time; what is wanted when the answer comes is asked next.
  async #ask() {
    if (this.#asking || this.#total === 0) return;
    const top = this.#topRow;
    const visible = Math.min(Math.ceil(this.#view / this.#rowHeight) + 1, mostVisible);
    const pace = this.#heading === 0 ? 'jump' : this.#held ? 'held' : 'walk';
    const [above, below] = this.#heading < 0 ? [ahead[pace], behind[pace]] : [behind[pace], ahead[pace]];
    const count = Math.min(visible + above + below, this.#total);
    const first = Math.min(Math.max(top - above, 0), this.#total - count);

    // New rows are asked for when half of those ahead are used up.
    const reserve = Math.floor(ahead[pace] / 2);
    const highest = Math.max(top - (this.#heading < 0 ? reserve : 0), 0);
    const lowest = Math.min(top + visible + (this.#heading > 0 ? reserve : 0), this.#total);
    const covered = this.#first <= highest && this.#first + this.#seen.length >= lowest;
    const topKnown = (this.#toldTop === 0) === (top === 0);
    if (covered && topKnown) return;

    this.#asking = true;
    try {
      await this.#call('ShowRows', first, count, top);
      this.#toldTop = top;
    } finally {
      this.#asking = false;
    }
    this.#ask();
  }

  // ---- after the component has rendered, before the browser paints

  #onRendered() {
    if (this.#grid.dataset.density !== this.#density) return this.#resize();
    const { total, first, cursor, jump, target, align } = this.#rows.dataset;
    const before = this.#seen;
    const shift = this.#first;
    this.#total = Number(total);
    this.#first = Number(first);
    this.#seen = Array.from(this.#rows.children, row => row.id);
    this.#space.style.height = `${Math.min(this.#height, tallest)}px`;

    const moved = this.#virtual > 0 ? this.#moveOfPlace(before, shift) : 0;
    if (Number(jump) !== this.#jump) {
      this.#jump = Number(jump);
      this.#heading = 0;
      if (align === 'nearest') this.#reveal(Number(target));
      else this.#moveTo(Number(target) * this.#rowHeight);
    } else if (moved !== 0 || this.#virtual > this.#lastVirtual) {
      this.#moveTo(this.#virtual + moved * this.#rowHeight);
    }

    if (this.#reported) this.#cursor = Number(cursor);
    else if (moved !== 0) this.#cursor += moved;
    this.#place();
    this.#paint();
    this.#ask();
    this.#history?.moved();
  }

  // By how many rows a newer view has moved what the person sees: the first visible row found in both tells.
  #moveOfPlace(before, firstBefore) {
    for (let i = Math.max(0, this.#topRow - firstBefore); i < before.length; i++) {
      const now = this.#seen.indexOf(before[i]);
      if (now >= 0) return this.#first + now - (firstBefore + i);
    }
    return 0;
  }

  // Boxes a person has ticked and the cursor's row are set here: the rows' elements are used again for other notifications.
  #paint() {
    for (const row of this.#rows.children) {
      const box = row.querySelector('input');
      box.checked = row.ariaSelected === 'true';
      box.indeterminate = 'some' in row.dataset;
      const time = row.querySelector('time');
      if (time) time.title = exactly(time.dateTime);
    }
    this.#all.checked = this.#all.dataset.extent === 'All';
    this.#all.indeterminate = this.#all.dataset.extent === 'Some';
    this.#showCursor();
  }

  #showCursor() {
    for (const row of this.#rows.children) row.toggleAttribute('data-cursor', this.#positionOf(row) === this.#cursor);
    const name = this.#nameAt(this.#cursor);
    if (name) this.#grid.setAttribute('aria-activedescendant', name);
    else this.#grid.removeAttribute('aria-activedescendant');
  }

  #positionOf(row) { return row.ariaRowIndex - 2; }
  #nameAt(position) { return this.#seen[position - this.#first] ?? null; }

  // ---- the cursor

  #goTo(position, repeated) {
    this.#held = repeated;
    const target = Math.min(Math.max(position, 0), this.#total - 1);
    // A held key waits for the rows it runs into, so the highlight never leaves the page.
    if (repeated && this.#nameAt(target) === null && this.#asking) return false;
    this.#heading = Math.abs(target - this.#cursor) === 1 ? Math.sign(target - this.#cursor) : 0;
    this.#cursor = target;
    this.#reveal(target);
    this.#showCursor();
    this.#history.moved();
    return true;
  }

  #reveal(position) {
    const top = position * this.#rowHeight;
    const bottom = top + this.#rowHeight;
    const end = this.#virtual + this.#view;
    if (top >= this.#virtual && bottom <= end) return this.#ask();
    const far = bottom < this.#virtual - this.#view || top > end + this.#view;
    if (far && position > 0 && position < this.#total - 1) this.#moveTo(top - (this.#view - this.#rowHeight) / 2);
    else if (top < this.#virtual) this.#moveTo(top);
    else this.#moveTo(bottom - this.#view);
  }

  // A moving cursor is reported when it rests; until then the one on screen counts, not the component's.
  #report() {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#reportNow(), restMs);
  }

  #reportNow() {
    if (this.#resting === 0) return;
    this.#tell('MoveCursor', this.#cursor);
  }

  get #reported() { return this.#resting === 0 && !this.#calling; }

  // A command names its row, so a move not yet reported need not be. One call is under way at a time, in order;
  // of a range drawn with a held key only the latest end is told.
  async #tell(method, position, fromCursor = false) {
    clearTimeout(this.#resting);
    this.#resting = 0;
    const waiting = this.#calls.at(-1);
    const call = { method, values: [position, this.#nameAt(position)] };
    if (method === 'ExtendTo') {
      const same = waiting?.method === method;
      if (same) this.#calls.pop();
      call.values.push(fromCursor || (same && waiting.values[2]));
    }
    await this.#send(call);
  }

  // The rows on screen are those shown by half or more.
  async #selectScreen() {
    this.#drawing = false;
    const first = Math.round(this.#virtual / this.#rowHeight);
    const last = Math.round((this.#virtual + this.#view) / this.#rowHeight) - 1;
    await this.#send({ method: 'SelectScreen', values: [first, Math.max(first, last)] });
  }

  async #selectNone() {
    this.#drawing = false;
    await this.#send({ method: 'SelectNone', values: [] });
  }

  async #send(call) {
    this.#calls.push(call);
    if (this.#calling) return;
    this.#calling = true;
    while (this.#calls.length > 0) {
      const { method, values } = this.#calls.shift();
      await this.#call(method, ...values);
    }
    this.#calling = false;
    if (this.#reported) {
      this.#cursor = Number(this.#rows.dataset.cursor);
      this.#paint();
    }
  }

  // ---- keys

  #onKey(e) {
    if (e.altKey || e.isComposing || this.#total === 0) return;
    const inRows = e.target === this.#grid || this.#rows.contains(e.target);
    if (!inRows || (e.target !== this.#grid && e.target.closest('a, button, select, textarea, input:not([type=checkbox])'))) return;

    const chord = e.ctrlKey || e.metaKey;
    const key = e.key.length === 1 ? e.key.toLowerCase() : e.key;
    if (!chord && key.length === 1 && key !== ' ' && document.documentElement.dataset.singleKeys === 'off') return;
    if (chord && key === 'a') {
      e.preventDefault();
      if (!e.repeat) this.#selectScreen();
      return;
    }

    const step = this.#step(key, chord);
    if (step !== null) {
      e.preventDefault();
      this.#walk(step, e.shiftKey, e.repeat);
    } else if (!chord) {
      this.#act(key, e);
    }
  }

  // Where a key leads, or null for a key that does not move.
  #step(key, chord) {
    const from = this.#cursor < 0 ? this.#topRow : this.#cursor;
    if (key === 'Home') return 0;
    if (key === 'End') return this.#total - 1;
    if (chord) return null;
    switch (key) {
      case 'ArrowDown': case 'j': return this.#cursor < 0 ? from : from + 1;
      case 'ArrowUp': case 'k': return from - 1;
      case 'PageDown': return from + Math.max(1, this.#fullRows - 1);
      case 'PageUp': return from - Math.max(1, this.#fullRows - 1);
      default: return null;
    }
  }

  #walk(step, extending, repeated) {
    if (!extending) {
      this.#drawing = false;
      if (this.#goTo(step, repeated)) this.#report();
      return;
    }
    const begins = !this.#drawing;
    if (begins) this.#reportNow();
    if (!this.#goTo(step, repeated)) return;
    this.#drawing = true;
    this.#tell('ExtendTo', this.#cursor, begins);
  }

  #act(key, e) {
    if (key === 'Escape') {
      this.#selectNone();
      return;
    }
    if (key === 'ArrowRight' || key === 'ArrowLeft') return this.#fold(key === 'ArrowRight', e);
    const toggles = key === ' ' || key === 'x';
    if (!toggles && key !== 'Enter' && key !== 'o') return;
    e.preventDefault();
    if (this.#cursor < 0 || e.repeat) return;
    this.#drawing = false;
    this.#tell(toggles ? 'ToggleRow' : 'OpenRow', this.#cursor);
  }

  // As in every tree: right opens a group, then steps into it; left leads from a row to the head of its group, then closes it.
  #fold(opens, e) {
    const line = this.#rows.children[this.#cursor - this.#first];
    if (!line?.ariaLevel) return;
    e.preventDefault();
    const isOpen = line.ariaExpanded === 'true';
    if (opens && isOpen) this.#walk(this.#cursor + 1, false, e.repeat);
    else if (opens && line.ariaExpanded === 'false') this.#tell('Unfold', this.#cursor);
    else if (!opens && line.ariaExpanded !== 'false') this.#tell('FoldUp', this.#cursor);
  }

  // ---- the mouse

  #onMouseDown(e) {
    const row = this.#rowOf(e);
    if (!row) return;
    // The keyboard stays on the grid, and a range is no text selection.
    if (e.target.closest('.pick') || e.shiftKey) {
      e.preventDefault();
      this.#grid.focus({ preventScroll: true });
    }
  }

  #onClick(e) {
    if (e.target === this.#all) {
      if (this.#all.dataset.extent === 'None') this.#selectScreen();
      else this.#selectNone();
      return;
    }
    const row = this.#rowOf(e);
    if (!row || e.target.closest('a, button')) return;
    const toggles = e.target.closest('.pick') || e.ctrlKey || e.metaKey;
    if (!toggles && !e.shiftKey && !getSelection().isCollapsed) return; // Text was marked, not a row chosen.
    if (e.shiftKey) this.#reportNow();
    this.#drawing = false;
    this.#cursor = this.#positionOf(row);
    this.#tell(e.shiftKey ? 'ExtendTo' : toggles ? 'ToggleRow' : 'OpenRow', this.#cursor);
    this.#showCursor();
  }

  #rowOf(e) { return e.target.closest('.rows > [role=row]'); }

  // A question asked while the connection was lost is never answered; the page shows that, and later ones are not held up by it.
  async #call(method, ...values) {
    try {
      await Promise.race([this.#component.invokeMethodAsync(method, ...values), new Promise(resolve => setTimeout(resolve, patienceMs))]);
    } catch (error) {
      console.debug(error);
    }
  }
}
