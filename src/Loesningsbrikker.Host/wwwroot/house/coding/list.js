// "Uddrag i interviewet": every passage in order, as a list of which only the part in sight stands in the page.

import { listen, register } from './keys.js';
import { codersOf, numberOf, shorten, shortClassBadge } from './words.js';

/** Lines kept above and below those in sight. */
const spare = 6;

export class PassageList {
  /** "go" is called with the passage that was chosen. */
  constructor(text, store, filter, go) {
    Object.assign(this, { text, store, filter, go });
    this.box = document.getElementById('passages');
    this.scroller = document.getElementById('passages-scroll');
    this.list = document.getElementById('passages-list');
    this.rows = new Map();
    this.current = 0;
    this.scroller.addEventListener('scroll', () => this.#plan(), { passive: true });
    addEventListener('resize', () => this.#plan());
    this.list.addEventListener('click', (event) => this.#chosen(event.target.closest('button')));
    listen(this.list, 'list', true);
    register(
      { place: 'list', keys: ['ArrowDown', 'ArrowUp'], what: 'næste eller forrige uddrag', action: ({ key }) => this.#focus(this.current + (key === 'ArrowDown' ? 1 : -1)) },
      { place: 'list', keys: ['Home', 'End'], what: 'første eller sidste uddrag', action: ({ key }) => this.#focus(key === 'Home' ? 0 : Infinity) },
      { place: 'list', keys: ['Enter'], what: 'går til uddraget i teksten', action: ({ target }) => this.#chosen(target) },
    );
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /** Puts the line of the passage nearest to an offset first, and gives it focus. */
  show(offset) {
    const at = this.filter.shown.findIndex((p) => p.end > offset);
    this.current = at < 0 ? Math.max(0, this.filter.shown.length - 1) : at;
    this.refresh();
    this.scroller.scrollTop = this.#height() * Math.max(0, this.current - 1);
    this.#render();
  }

  /** The passages, or which of them are shown, have changed. */
  refresh() {
    if (!this.isOpen) return;
    const hadFocus = this.list.contains(document.activeElement);
    this.rows.clear();
    this.list.replaceChildren();
    this.current = Math.min(this.current, Math.max(0, this.filter.shown.length - 1));
    document.getElementById('passages-empty').hidden = this.filter.shown.length > 0;
    this.#render();
    if (hadFocus) this.focus();
  }

  #plan() {
    if (this.planned || !this.isOpen) return;
    this.planned = true;
    requestAnimationFrame(() => {
      this.planned = false;
      this.#render();
    });
  }

  #render() {
    const passages = this.filter.shown;
    const height = this.#height();
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / height) - spare);
    const last = Math.min(passages.length - 1, Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight) / height) + spare);
    this.list.style.height = `${passages.length * height}px`;
    const wanted = new Set([this.current]);
    for (let i = first; i <= last; i++) wanted.add(i);
    for (const [i, row] of this.rows) {
      if (wanted.has(i)) continue;
      row.remove();
      this.rows.delete(i);
    }
    for (const i of [...wanted].sort((a, b) => a - b)) if (!this.rows.has(i) && passages[i]) this.#insert(i, this.#row(passages[i], i, height));
  }

  /** In the order in which they are read, whatever was scrolled to first. */
  #insert(index, row) {
    const after = [...this.rows.keys()].filter((i) => i > index);
    this.list.insertBefore(row, after.length ? this.rows.get(Math.min(...after)) : null);
    this.rows.set(index, row);
  }

  #height() {
    this.rowHeight ??= parseFloat(getComputedStyle(this.list).getPropertyValue('--row')) * parseFloat(getComputedStyle(document.documentElement).fontSize);
    return this.rowHeight;
  }

  #row(passage, index, height) {
    const row = document.createElement('li');
    row.style.top = `${index * height}px`;
    row.setAttribute('aria-setsize', this.filter.shown.length);
    row.setAttribute('aria-posinset', index + 1);
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', className: 'passages-row', tabIndex: index === this.current ? 0 : -1 });
    button.dataset.index = index;
    const place = document.createElement('span');
    place.className = 'passages-place';
    const number = document.createElement('span');
    number.className = 'sr-only';
    number.textContent = 'Afsnit ';
    place.append(number, String(this.text.paragraphAt(passage.start).number));
    const words = document.createElement('span');
    words.className = 'passages-words';
    words.textContent = shorten(this.text.slice(passage.start, Math.min(passage.end, passage.start + 90)), 80);
    const ties = document.createElement('span');
    ties.className = 'passages-ties';
    ties.append(...this.#ties(passage));
    const facts = document.createElement('span');
    facts.className = 'passages-facts';
    facts.textContent = [...(passage.hasNote ? ['note'] : []), ...codersOf(this.store, passage)].join(' · ');
    button.append(place, words, ties, facts);
    row.append(button);
    return row;
  }

  /** One piece with its title, several with their numbers only. */
  #ties(passage) {
    if (!passage.codings.length) return ['Uden brik'];
    const isAlone = passage.codings.length === 1;
    return passage.codings.flatMap((coding, i) => {
      const tie = document.createElement('span');
      const piece = this.store.pieces.get(coding.piece);
      if (piece) tie.append(shortClassBadge(piece.class), numberOf(this.store, piece), isAlone ? ` ${piece.title}` : '');
      else if (coding.piece) tie.textContent = `${this.store.prefix}-${coding.piece}`;
      else tie.textContent = `Udfordring${isAlone ? `: ${this.store.challenges.get(coding.challenge)?.title ?? ''}` : ''}`;
      return i ? [', ', tie] : [tie];
    });
  }

  #focus(index) {
    const to = Math.max(0, Math.min(index, this.filter.shown.length - 1));
    const former = this.rows.get(this.current)?.firstChild;
    if (former) former.tabIndex = -1;
    this.current = to;
    const height = this.#height();
    const { scrollTop, clientHeight } = this.scroller;
    if (to * height < scrollTop) this.scroller.scrollTop = to * height;
    else if ((to + 1) * height > scrollTop + clientHeight) this.scroller.scrollTop = (to + 1) * height - clientHeight;
    this.#render();
    this.focus();
  }

  /** Gives the line one stands at focus; false when there is none. */
  focus() {
    const button = this.rows.get(this.current)?.firstChild;
    if (!button) return false;
    button.tabIndex = 0;
    button.focus({ preventScroll: true });
    return true;
  }

  #chosen(button) {
    const passage = button && this.filter.shown[Number(button.dataset.index)];
    if (!passage) return;
    this.#focus(Number(button.dataset.index));
    this.go(passage);
  }
}
