// The words that a piece is known by besides its title: its description and what its passages say, those of other interviews
// included. Fetched once when it is first needed; without it, and without a connection, title, theme and this interview's passages count.

import { Texts } from './resemblance.js';

export class Evidence {
  #texts = null;
  #elsewhere = new Map();

  constructor(store, text) {
    Object.assign(this, { store, text });
    store.addEventListener('changed', () => { this.#texts = null; });
  }

  async load() {
    if (this.asked) return;
    this.asked = true;
    try {
      const { pieces } = await this.store.connection.call('GET', '/piece-words');
      for (const { number, description, quotes } of pieces) this.#elsewhere.set(number, { description, quotes });
      this.#texts = null;
    } catch {
      // Asked for again the next time.
      this.asked = false;
    }
  }

  /** Everything that is known of the words of a piece. */
  of(piece) {
    this.#texts ??= this.#collect();
    return this.#texts.get(piece.number) ?? new Texts(piece);
  }

  #collect() {
    const here = new Map();
    for (const p of this.store.passages.sorted) {
      for (const { piece } of p.codings) {
        if (!piece) continue;
        if (!here.has(piece)) here.set(piece, []);
        here.get(piece).push(this.text.slice(p.start, p.end));
      }
    }
    return new Map([...this.store.pieces.values()].map((piece) => {
      const { description, quotes = [] } = this.#elsewhere.get(piece.number) ?? {};
      return [piece.number, new Texts({ ...piece, description, quotes: [...quotes, ...(here.get(piece.number) ?? [])] })];
    }));
  }
}
