// Where a person is in a list, kept with the entry of the browser's history, so that Back and a reload come back to it.

const settledMs = 250; // Browsers allow about three changes of an entry a second.

export class HistoryPlace {
  #read; #settling = 0;

  // read: gives the place as it is now, or null; comeBack: is given a place that was kept with the entry returned to.
  constructor(read, comeBack, signal) {
    this.#read = read;
    const comeTo = () => {
      // What is still to be kept was of the entry that was left.
      this.#giveUp();
      if (history.state?.place) comeBack(history.state.place);
    };
    addEventListener('popstate', comeTo, { signal });
    signal.addEventListener('abort', () => this.#giveUp());
    comeTo();
  }

  // The place changed: keeps it once it has settled.
  moved() {
    this.#giveUp();
    this.#settling = setTimeout(() => this.#keep(), settledMs);
  }

  #keep() {
    const place = this.#read();
    if (place) history.replaceState({ ...history.state, place }, '');
  }

  #giveUp() { clearTimeout(this.#settling); }
}
