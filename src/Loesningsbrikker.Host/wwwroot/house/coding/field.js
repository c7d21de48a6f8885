// The field of the small window, where a piece is found or written, and the list of choices below it.

import { choicesFor, optionLine } from './choices.js';
import { listen, register } from './keys.js';
import { keepInList } from './place.js';
import { speak } from './say.js';
import { numberOf } from './words.js';

const byId = (id) => document.getElementById(id);
const classWords = { Political: 'politisk', Administrative: 'administrativ', Local: 'lokal' };
/** A title from the passage's own words is cut at a word here; what is longer is no title. */
const longestInVivo = 90;

export class PieceField {
  /** "chosen" is called with what the passage is to be tied to, what to say of it, and whether the note comes next. */
  constructor(store, quick, evidence, chosen) {
    Object.assign(this, { store, quick, evidence, chosen });
    this.input = byId('palette-field');
    this.list = byId('palette-options');
    this.theme = byId('palette-theme');
    this.radios = [...document.querySelectorAll('input[name="palette-class"]')];
    this.radios[0].checked = true;
    this.#wire();
  }

  /** Empty, for another stretch. */
  begin() {
    this.input.value = '';
    // A theme left over from the piece before would go into the next one unseen.
    this.theme.value = '';
    this.evidence.load().then(() => this.input.value && this.#options());
  }

  /** Offers what can be chosen for the words of a stretch, and for its passage if it has one. */
  show(quote, passage) {
    this.quote = quote;
    this.tied = new Set(passage?.codings.map((c) => c.piece ?? `c${c.challenge}`));
    byId('palette-error').hidden = true;
    this.#options();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  /** The passage's own words as a title to go on with. */
  inVivo() {
    const words = this.quote.replace(/\s+/g, ' ').trim();
    const cut = words.length <= longestInVivo ? words : words.slice(0, words.lastIndexOf(' ', longestInVivo) + 1 || longestInVivo);
    const title = cut.replace(/[\s.,;:!?–-]+$/u, '');
    this.input.value = title.charAt(0).toLocaleUpperCase('da') + title.slice(1);
    this.focus();
    this.#options();
    speak(`Titel: ${this.input.value}`);
  }

  #wire() {
    this.input.addEventListener('input', () => this.#options());
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const line = event.target.closest('li');
      if (line) this.#choose(this.choices[[...this.list.children].indexOf(line)]);
    });
    byId('palette-create').addEventListener('click', () => this.#create());
    byId('palette-and-note').addEventListener('click', () => this.#choose(this.choices[this.index], true));
    for (const radio of this.radios) {
      radio.addEventListener('change', () => this.#options());
      radio.addEventListener('keydown', (event) => event.key === 'Enter' && this.#create());
    }
    this.#registerKeys();
    listen(this.input, 'field');
  }

  #registerKeys() {
    // A key held down opened the field; it must not choose too.
    const enter = (andNote) => ({ repeat }) => {
      if (!repeat) this.#choose(this.choices[this.index], andNote);
    };
    const onEmpty = (act) => (event) => (this.input.value ? false : act(event));
    register(
      { place: 'field', keys: ['ArrowDown', 'ArrowUp'], what: 'vælger på listen', action: ({ key }) => this.#move(key === 'ArrowDown' ? 1 : -1) },
      { place: 'field', keys: ['Enter'], what: 'knytter til den valgte brik eller opretter den nye', action: enter(false) },
      { place: 'field', keys: ['Shift+Enter'], what: 'det samme, og går til noten', action: enter(true) },
      { place: 'field', keys: [...'123456789'], shown: '1–9 i det tomme felt', what: 'knytter til brikken på den tast', action: onEmpty(({ key }) => this.#byKey(Number(key))) },
      { place: 'field', keys: [' '], shown: 'Mellemrum i det tomme felt', what: 'sætter uddragets egne ord ind som titel', action: onEmpty(() => this.inVivo()) },
    );
  }

  #byKey(key) {
    const choice = this.choices.find((c) => c.key === key);
    return choice ? this.#choose(choice) : false;
  }

  get #class() {
    return this.radios.find((r) => r.checked)?.value ?? 'Political';
  }

  #move(step) {
    if (this.choices.length) this.#select((this.index + step + this.choices.length) % this.choices.length);
  }

  #options() {
    const fresh = { class: this.#class, theme: this.theme.value ? this.theme.selectedOptions[0].textContent : '' };
    this.choices = choicesFor(this.store, this.quick, this.evidence, this.input.value.trim(), this.tied);
    this.list.replaceChildren(...this.choices.map((choice, i) => optionLine(this.store, choice, i, fresh)));
    this.#select(0);
  }

  #select(index) {
    this.index = index;
    [...this.list.children].forEach((line, i) => line.setAttribute('aria-selected', String(i === index)));
    const line = this.list.children[index];
    if (line) {
      this.input.setAttribute('aria-activedescendant', line.id);
      keepInList(this.list, line);
    } else this.input.removeAttribute('aria-activedescendant');
  }

  #choose(choice, andNote = false) {
    if (!choice) return this.#fail('Skriv, hvad brikken skal hedde, eller vælg en på listen.');
    if (choice.create) return this.#create(andNote);
    const { piece, challenge } = choice;
    if (piece) return this.chosen({ pieceNumber: piece.number }, `Knyttet til ${numberOf(this.store, piece)} ${piece.title}.`, andNote);
    return this.chosen({ challengeId: challenge.id }, `Knyttet til udfordringen ${challenge.title}.`, andNote);
  }

  #create(andNote = false) {
    const title = this.input.value.trim();
    if (!title) {
      this.#fail('Skriv, hvad den nye brik skal hedde.');
      this.focus();
      return;
    }
    const piece = { title, class: this.#class, themeId: this.theme.value ? Number(this.theme.value) : null };
    this.chosen({ piece }, `Ny brik: ${title} (${classWords[this.#class]}).`, andNote);
  }

  #fail(sentence) {
    byId('palette-error').textContent = sentence;
    byId('palette-error').hidden = false;
  }
}
