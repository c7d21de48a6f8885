// The pieces of the passages in view, each beside its passage. Real buttons, in reading order; what is out of view has none.

import { classBadge, numberOf } from './words.js';

/** More cards than this beside one window of text are a heap; the list of passages has them all. */
const most = 60;
const gap = 8;

export class Margin {
  constructor(text, store, filter, paint, open) {
    Object.assign(this, { text, store, filter, paint, open });
    this.box = document.getElementById('margin');
    this.empty = document.getElementById('margin-empty');
    this.cards = new Map();
    addEventListener('scroll', () => this.#plan(), { passive: true });
    addEventListener('resize', () => this.#plan());
    for (const source of [store, filter]) source.addEventListener('changed', () => this.refresh());
  }

  /** What the cards say has changed. */
  refresh() {
    this.cards.clear();
    this.#plan();
  }

  render() {
    if (this.box.closest('[hidden]')) return;
    const [first, last] = this.text.inView();
    const { paragraphs } = this.text;
    const passages = paragraphs.length ? this.filter.between(paragraphs[first].start, paragraphs[last].end).slice(0, most) : [];
    const shown = passages.flatMap((passage) => this.#cardsOf(passage).map((card) => ({ card, passage })));
    this.#showInOrder(shown.map((s) => s.card));
    if (matchMedia('(min-width: 64.01em)').matches) this.#putBeside(shown);
    const isFiltered = this.filter.isActive && this.store.passages.size > 0;
    this.empty.textContent = isFiltered ? 'Ingen uddrag her af dem, der vises.' : 'Ingen uddrag her endnu.';
    this.empty.hidden = shown.length > 0;
  }

  #plan() {
    if (this.planned) return;
    this.planned = true;
    requestAnimationFrame(() => {
      this.planned = false;
      this.render();
    });
  }

  #showInOrder(cards) {
    const keep = new Set(cards);
    for (const card of [...this.box.children]) if (!keep.has(card) && card !== document.activeElement) card.remove();
    cards.forEach((card, i) => {
      if (this.box.children[i] !== card) this.box.insertBefore(card, this.box.children[i] ?? null);
    });
  }

  /** Every place is asked for before the first card is moved: asking in between would lay the page out anew for each. */
  #putBeside(shown) {
    const top = this.box.getBoundingClientRect().top;
    // A passage that began above the window keeps its card in sight.
    const highest = Math.max(0, document.querySelector('.coding-bar').getBoundingClientRect().bottom + gap - top);
    const places = shown.map(({ card, passage }) => [card, (this.text.boxOf(passage.start, passage.end)?.top ?? top) - top, card.offsetHeight]);
    let bottom = highest;
    for (const [card, wanted, height] of places) {
      const y = Math.max(bottom, wanted);
      card.style.top = `${y}px`;
      bottom = y + height + gap;
    }
  }

  #cardsOf(passage) {
    if (!this.cards.has(passage.id)) {
      const targets = passage.codings.length ? passage.codings : [null];
      this.cards.set(passage.id, targets.map((coding) => this.#card(passage, coding)));
    }
    return this.cards.get(passage.id);
  }

  #card(passage, coding) {
    const card = document.createElement('button');
    card.type = 'button';
    card.className = 'margin-card';
    card.dataset.passage = passage.id;
    const piece = this.store.pieces.get(coding?.piece);
    const challenge = this.store.challenges.get(coding?.challenge);
    const title = document.createElement('strong');
    const small = document.createElement('small');
    if (piece) {
      card.classList.add(`margin-card-${piece.class.toLowerCase()}`);
      title.textContent = piece.title;
      small.textContent = `${this.store.passagesOf(piece)} uddrag${piece.theme ? ` · ${piece.theme}` : ''}`;
      card.append(classBadge(piece.class), ` ${numberOf(this.store, piece)}`, title, small);
    } else {
      title.textContent = challenge ? challenge.title : coding || passage.id < 0 ? 'Gemmes …' : 'Uddrag uden brik';
      small.textContent = challenge ? 'Udfordring' : `«${this.text.slice(passage.start, Math.min(passage.end, passage.start + 60))}…»`;
      card.append(title, small);
    }
    if (passage.hasNote) small.append(' · note');
    const number = this.text.paragraphAt(passage.start).number;
    card.setAttribute('aria-description', `Uddrag i afsnit ${number}`);
    for (const on of ['focus', 'mouseenter']) card.addEventListener(on, () => this.paint.single('active', passage));
    for (const off of ['blur', 'mouseleave']) card.addEventListener(off, () => this.paint.single('active', null));
    card.addEventListener('click', () => this.open(this.store.passages.get(passage.id) ?? passage, card));
    return card;
  }
}
