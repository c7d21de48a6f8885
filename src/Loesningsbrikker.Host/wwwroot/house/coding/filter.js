// Which passages are shown: in the text, beside it and in the list. The choice stands in the address, so a link gives the same.

import { numberOf } from './words.js';

const names = ['piece', 'theme', 'class', 'coder', 'note'];
const withoutPiece = 'none';

export class Filter extends EventTarget {
  #shown = null;

  /** The form holds one field for each of the names; pieces are numbers, "none" or "c" and the key of a challenge. */
  constructor(store) {
    super();
    this.store = store;
    this.form = document.getElementById('filter');
    const wanted = new URLSearchParams(location.search);
    this.chosen = Object.fromEntries(names.map((name) => [name, wanted.get(name) ?? '']));
    store.addEventListener('changed', () => {
      this.#shown = null;
      this.#planFill();
    });
    this.form.addEventListener('change', () => this.choose(Object.fromEntries(names.map((name) => [name, this.#valueOf(name)]))));
    this.form.addEventListener('submit', (event) => event.preventDefault());
    for (const all of document.querySelectorAll('[data-show-all]')) all.addEventListener('click', () => this.clear());
  }

  get isActive() {
    return names.some((name) => this.chosen[name]);
  }

  /** Those shown, in reading order; all of them while nothing is chosen. */
  get shown() {
    this.#shown ??= this.isActive ? this.store.passages.sorted.filter((p) => this.matches(p)) : [...this.store.passages.sorted];
    return this.#shown;
  }

  /** Those shown that touch a stretch, in reading order. */
  between(start, end) {
    const touching = this.store.passages.between(start, end);
    return this.isActive ? touching.filter((p) => this.matches(p)) : touching;
  }

  kindOf(passage) {
    return this.store.kindOf(passage);
  }

  matches(passage) {
    const { piece, theme, class: pieceClass, coder, note } = this.chosen;
    if (note && !passage.hasNote) return false;
    if (piece === withoutPiece && passage.codings.some((c) => c.piece)) return false;
    const onCoding = (piece && piece !== withoutPiece) || theme || pieceClass || coder;
    return !onCoding || passage.codings.some((coding) => {
      const tied = this.store.pieces.get(coding.piece);
      return (!piece || piece === withoutPiece || piece === (coding.piece ? String(coding.piece) : `c${coding.challenge}`))
        && (!theme || tied?.theme === theme)
        && (!pieceClass || tied?.class === pieceClass)
        && (!coder || String(coding.coder) === coder);
    });
  }

  clear() {
    this.choose({});
  }

  choose(chosen) {
    this.chosen = Object.fromEntries(names.map((name) => [name, chosen[name] ?? '']));
    this.#shown = null;
    const address = new URL(location.href);
    for (const name of names) {
      if (this.chosen[name]) address.searchParams.set(name, this.chosen[name]);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, '', address);
    this.fill();
    this.dispatchEvent(new Event('changed'));
  }

  /** Gives the fields what there is to choose from here, and what is chosen. */
  fill() {
    const codings = this.store.passages.sorted.flatMap((p) => p.codings);
    const tied = [...new Set(codings.map((c) => c.piece))].map((n) => this.store.pieces.get(n)).filter(Boolean).sort((a, b) => a.number - b.number);
    const challenges = [...new Set(codings.map((c) => c.challenge))].map((id) => this.store.challenges.get(id)).filter(Boolean);
    const coders = [...new Set(codings.map((c) => c.coder))].filter(Boolean).map((id) => [id, this.store.coders.get(id) ?? 'En kollega']);
    const sort = (pairs) => pairs.sort((a, b) => a[1].localeCompare(b[1], 'da'));
    this.#options('piece', [
      [withoutPiece, 'Uden brik'],
      ...tied.map((p) => [p.number, `${numberOf(this.store, p)} ${p.title}`]),
      ...sort(challenges.map((c) => [`c${c.id}`, `Udfordring: ${c.title}`])),
    ]);
    this.#options('theme', sort([...new Set(tied.map((p) => p.theme))].filter(Boolean).map((theme) => [theme, theme])));
    this.#options('coder', sort(coders));
    this.form.elements.class.value = this.chosen.class;
    this.form.elements.note.checked = Boolean(this.chosen.note);
  }

  /** New pieces and colleagues can be chosen too; not while somebody is choosing. */
  #planFill() {
    clearTimeout(this.planned);
    this.planned = setTimeout(() => this.form.contains(document.activeElement) || this.fill(), 200);
  }

  /** "Viser 12 af 30 uddrag", or how many there are. */
  get count() {
    const all = this.store.passages.size;
    if (this.isActive) return `Viser ${this.shown.length} af ${all} uddrag`;
    return all === 1 ? '1 uddrag' : `${all} uddrag`;
  }

  #options(name, pairs) {
    const field = this.form.elements[name];
    const chosen = this.chosen[name];
    // A link may name what has no passage here any more; it must still say so.
    if (chosen && pairs.every(([value]) => String(value) !== chosen)) pairs.push([chosen, chosen]);
    field.replaceChildren(field.options[0], ...pairs.map(([value, words]) => new Option(words, value)));
    field.value = chosen;
  }

  #valueOf(name) {
    const field = this.form.elements[name];
    return field.type === 'checkbox' ? (field.checked ? '1' : '') : field.value;
  }
}
