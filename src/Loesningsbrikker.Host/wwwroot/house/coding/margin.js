// The pieces of the passages in view, each beside its passage. Real buttons, in reading order.

export function classBadge(pieceClass) {
  const words = { Political: 'Politisk', Administrative: 'Administrativ', Local: 'Lokal' };
  const badge = document.createElement('span');
  badge.className = `piece-class piece-class-${pieceClass.toLowerCase()}`;
  const shape = document.createElement('span');
  shape.className = 'piece-shape';
  shape.setAttribute('aria-hidden', 'true');
  badge.append(shape, words[pieceClass]);
  return badge;
}

export class Margin {
  constructor(text, store, paint, open) {
    this.text = text;
    this.store = store;
    this.paint = paint;
    this.open = open;
    this.box = document.getElementById('margin');
    this.empty = document.getElementById('margin-empty');
    this.uncoded = document.getElementById('uncoded');
    this.cards = new Map();
    let planned = false;
    const plan = () => {
      if (planned) return;
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        this.render();
      });
    };
    addEventListener('scroll', plan, { passive: true });
    addEventListener('resize', plan);
    store.addEventListener('changed', () => {
      this.cards.clear();
      this.sorted = [...store.passages.values()].sort((a, b) => a.start - b.start || a.end - b.end);
      this.#showUncoded();
      plan();
    });
  }

  render() {
    const [from, to] = this.#inView();
    const passages = (this.sorted ?? []).filter((p) => p.start < to && p.end > from);
    const fixed = getComputedStyle(this.box).position === 'relative' && matchMedia('(min-width: 64.01em)').matches;
    const top = this.box.getBoundingClientRect().top;
    const shown = [];
    let bottom = 0;
    for (const passage of passages.slice(0, 60)) {
      for (const card of this.#cardsOf(passage)) {
        if (card.parentElement !== this.box) this.box.append(card);
        shown.push(card);
        if (!fixed) continue;
        const place = this.text.boxOf(passage.start, passage.end);
        const y = Math.max(bottom, (place?.top ?? top) - top);
        card.style.top = `${y}px`;
        bottom = y + card.offsetHeight + 8;
      }
    }
    const keep = new Set(shown);
    for (const card of [...this.box.children]) if (!keep.has(card) && card !== document.activeElement) card.remove();
    shown.forEach((card, i) => {
      if (this.box.children[i] !== card) this.box.insertBefore(card, this.box.children[i]);
    });
    this.empty.hidden = shown.length > 0;
  }

  #inView() {
    const ps = this.text.paragraphs;
    const first = this.#firstBelow(0);
    const last = this.#firstBelow(innerHeight);
    return [ps[first]?.start ?? 0, ps[Math.min(last, ps.length - 1)]?.end ?? 0];
  }

  #firstBelow(y) {
    let low = 0;
    let high = this.text.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.text.paragraphs[middle].element.parentElement.getBoundingClientRect().bottom > y) high = middle;
      else low = middle + 1;
    }
    return low;
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
      card.append(classBadge(piece.class), ` ${this.store.prefix}-${piece.number}`, title, small);
    } else {
      title.textContent = challenge ? challenge.title : coding ? 'Gemmes …' : 'Uddrag uden brik';
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

  /** Paragraphs that no passage touches, as links. */
  #showUncoded() {
    const touched = new Set();
    for (const p of this.sorted) {
      for (let i = this.text.paragraphAt(p.start).index; i < this.text.paragraphs.length && this.text.paragraphs[i].start < p.end; i++) touched.add(i);
    }
    const stretches = [];
    for (let i = 0; i < this.text.paragraphs.length; i++) {
      if (touched.has(i)) continue;
      const last = stretches.at(-1);
      if (last && last[1] === i) last[1] = i + 1;
      else stretches.push([i + 1, i + 1]);
    }
    this.uncoded.hidden = !stretches.length;
    const line = this.uncoded.querySelector('p');
    line.replaceChildren('Endnu ikke kodet: afsnit ');
    stretches.slice(0, 8).forEach(([from, to], i) => {
      const link = document.createElement('a');
      link.href = `#a${from}`;
      link.textContent = from === to ? String(from) : `${from}–${to}`;
      line.append(i ? ', ' : '', link);
    });
    line.append(stretches.length > 8 ? ' og flere.' : '.');
  }
}
