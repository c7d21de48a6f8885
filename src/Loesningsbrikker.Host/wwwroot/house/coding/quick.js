// The nine pieces on the keys 1–9. A piece keeps its key while it is in use, also in the next interview of this tab, so that the
// fingers can learn it; a piece that is new here takes the key that has rested longest.

import { numberOf, shortClassBadge } from './words.js';

const keys = 9;

export class Quick {
  #places = [];
  #used = [];

  /** "tie" is called with the piece of a button that was pressed. */
  constructor(root, store, tie) {
    Object.assign(this, { store, tie });
    this.kept = `coding-keys:${root.dataset.user}:${root.dataset.pieces}`;
    this.box = document.getElementById('quick');
    this.list = document.getElementById('quick-pieces');
    this.extent = document.getElementById('quick-extent');
    // A selection by finger must not be lost by the tap on the button.
    this.box.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) this.tie(this.store.pieces.get(Number(button.dataset.piece)));
    });
    store.addEventListener('changed', () => this.#follow());
  }

  /** The piece on a key 1–9, or nothing. */
  at(key) {
    return this.store.pieces.get(this.#places[key - 1]);
  }

  /** The key of a piece, or nothing. */
  keyOf(number) {
    const place = this.#places.indexOf(number);
    return place < 0 ? undefined : place + 1;
  }

  /** The pieces in the order of their keys: [{ key, piece }]. */
  get all() {
    return this.#places.map((number, i) => ({ key: i + 1, piece: this.store.pieces.get(number) })).filter((q) => q.piece);
  }

  /** Takes up what this tab remembers; the rest are the pieces used last here, then those with most passages. */
  begin() {
    const { places = [], used = [] } = this.#remembered();
    const byPassages = [...this.store.pieces.values()].sort((a, b) => this.store.passagesOf(b) - this.store.passagesOf(a) || a.number - b.number);
    const rest = [...this.store.recent, ...byPassages.map((p) => p.number)];
    this.#places = [...new Set([...places, ...rest])].filter((number) => this.store.pieces.has(number)).slice(0, keys);
    this.#used = used.filter((number) => this.#places.includes(number));
    this.last = this.store.recent[0];
    this.begun = true;
  }

  /** A piece that was used gets a key, and rests least. */
  #follow() {
    const [number] = this.store.recent;
    if (!this.begun || number === this.last) return;
    this.last = number;
    if (!this.#places.includes(number)) {
      const rested = this.#places.length < keys ? this.#places.length : this.#longestRested();
      this.#places[rested] = number;
    }
    this.#used = [number, ...this.#used.filter((n) => n !== number && this.#places.includes(n))];
    sessionStorage.setItem(this.kept, JSON.stringify({ places: this.#places, used: this.#used }));
  }

  /** Shows the keys for a stretch that is chosen, { start, end, words }; null puts them away. */
  show(chosen) {
    this.box.hidden = !chosen;
    if (!chosen) return;
    this.extent.textContent = chosen.words;
    const tied = new Set(this.store.at(chosen.start, chosen.end)?.codings.map((c) => c.piece));
    this.list.replaceChildren(...this.all.map(({ key, piece }) => this.#button(key, piece, tied.has(piece.number))));
  }

  #button(key, piece, isTied) {
    const line = document.createElement('li');
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'quick-piece', title: piece.title });
    button.dataset.piece = piece.number;
    const sign = document.createElement('kbd');
    sign.textContent = key;
    const words = document.createElement('span');
    words.className = 'quick-words';
    words.textContent = `${numberOf(this.store, piece)} ${piece.title}`;
    button.append(sign, shortClassBadge(piece.class), words);
    if (isTied) {
      const mark = document.createElement('span');
      mark.className = 'quick-tied';
      mark.textContent = '✓ knyttet';
      button.append(mark);
    }
    line.append(button);
    return line;
  }

  /** Of those never used here the last one, else the one that was used longest ago. */
  #longestRested() {
    const unused = this.#places.findLastIndex((number) => !this.#used.includes(number));
    return unused >= 0 ? unused : this.#places.indexOf(this.#used.at(-1));
  }

  #remembered() {
    try {
      return JSON.parse(sessionStorage.getItem(this.kept) ?? '{}');
    } catch {
      return {};
    }
  }
}
