// The small window at a selection: one field to find a piece or write a new one, and what a passage is tied to already.

import { classBadge } from './margin.js';
import { NoteField } from './note.js';
import { keepInList, putBeside } from './place.js';
import { choicesFor, optionLine } from './choices.js';

const byId = (id) => document.getElementById(id);
const spoken = { Political: 'politisk', Administrative: 'administrativ', Local: 'lokal' };

export class Palette {
  constructor(text, store, paint, mayWrite) {
    Object.assign(this, { text, store, paint, mayWrite });
    this.box = byId('palette');
    this.field = byId('palette-field');
    this.list = byId('palette-options');
    byId('palette-close').addEventListener('click', () => this.close());
    byId('palette-former').addEventListener('click', () => this.#step(-1));
    byId('palette-next').addEventListener('click', () => this.#step(1));
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
    this.note = mayWrite ? new NoteField(store) : null;
    if (mayWrite) this.#wire();
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /** Opens at a stretch; existing passages there are listed too. */
  open(stretch, passages = [], returnTo = null) {
    this.stretch = stretch;
    this.passages = passages;
    this.place = 0;
    this.note?.leave();
    this.returnTo = returnTo;
    this.box.hidden = false;
    if (this.field) {
      this.field.value = '';
      // A theme left over from the piece before would go into the next one unseen.
      byId('palette-theme').value = '';
    }
    this.#show();
    putBeside(this.box, this.list, this.text, this.stretch);
    (this.field && !passages.length ? this.field : passages.length ? byId('palette-close') : this.field)?.focus({ preventScroll: true });
    if (this.field && passages.length && matchMedia('(pointer: fine)').matches) this.field.focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    this.box.hidden = true;
    this.paint.single('chosen', null);
    document.getSelection()?.removeAllRanges();
    (this.returnTo?.isConnected ? this.returnTo : this.text.list).focus({ preventScroll: true });
    this.box.dispatchEvent(new Event('closed'));
  }

  /** The passage shown was changed elsewhere on the page. */
  refresh() {
    if (this.isOpen && this.passages.length) {
      const current = this.store.at(this.stretch.start, this.stretch.end);
      if (!current) this.close();
      else {
        this.passages[this.place] = current;
        this.#show();
      }
    }
  }

  #show() {
    const passage = this.passages[this.place];
    if (passage) this.stretch = { start: passage.start, end: passage.end };
    const { start, end } = this.stretch;
    this.paint.single('chosen', this.stretch);
    byId('palette-quote').textContent = `«${this.text.slice(start, Math.min(end, start + 240))}${end - start > 240 ? '…' : ''}»`;
    byId('palette-overlaps').hidden = this.passages.length < 2;
    byId('palette-place').textContent = `${this.place + 1} af ${this.passages.length}`;
    byId('palette-error').hidden = true;
    this.#showCodings(passage);
    if (!this.mayWrite) return this.#showNote(passage);
    byId('palette-extent').textContent = `Afsnit ${this.text.paragraphAt(start).number} · ${end - start} tegn`;
    byId('palette-remove').hidden = !passage || passage.id < 0 || passage.codings.length > 0;
    byId('palette-bare').hidden = Boolean(passage);
    byId('palette-note-save').hidden = !passage;
    this.note.begin(this.stretch);
    this.#showNote(passage);
    this.#options();
  }

  async #showNote(passage) {
    const read = byId('palette-note-read');
    if (read) read.hidden = true;
    if (!passage || passage.id < 0) return;
    try {
      const view = await this.store.detail(passage);
      if (this.passages[this.place]?.id !== passage.id) return;
      if (read) {
        read.textContent = view.note;
        read.hidden = !view.note;
        return;
      }
      this.note.show(view);
    } catch {
      // Without connection the note is simply not shown; saving asks for its version first.
    }
  }

  #showCodings(passage) {
    const list = byId('palette-codings');
    list.hidden = !passage?.codings.length;
    list.replaceChildren(...(passage?.codings ?? []).map((coding) => {
      const line = document.createElement('li');
      const words = document.createElement('span');
      const piece = this.store.pieces.get(coding.piece);
      if (piece) {
        const link = document.createElement('a');
        link.href = `${byId('coding').dataset.pieces}/${piece.number}`;
        link.textContent = `${this.store.prefix}-${piece.number} ${piece.title}`;
        words.append(classBadge(piece.class), ' ', link);
      } else {
        words.textContent = `Udfordring: ${this.store.challenges.get(coding.challenge)?.title ?? ''}`;
      }
      line.append(words);
      if (this.mayWrite && coding.id) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'palette-small';
        button.textContent = 'Løsn';
        button.setAttribute('aria-label', `Løsn fra ${words.textContent}`);
        button.addEventListener('click', () => this.store.uncode(passage, coding));
        line.append(button);
      }
      return line;
    }));
  }

  #step(by) {
    this.place = (this.place + by + this.passages.length) % this.passages.length;
    this.note?.leave();
    this.#show();
  }

  #wire() {
    this.field.addEventListener('input', () => this.#options());
    this.field.addEventListener('keydown', (event) => this.#key(event));
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const line = event.target.closest('li');
      if (line) this.#choose(this.choices[[...this.list.children].indexOf(line)]);
    });
    byId('palette-create').addEventListener('click', () => this.#create());
    for (const radio of this.#radios()) {
      radio.addEventListener('change', () => this.#options());
      radio.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') this.#create();
      });
    }
    this.#radios()[0].checked = true;
    byId('palette-bare').addEventListener('click', () => this.#store({}));
    byId('palette-remove').addEventListener('click', () => {
      this.store.remove(this.passages[this.place]);
      this.close();
    });
    byId('palette-note-save').addEventListener('click', () => this.#saveNote());
    byId('palette-note').addEventListener('toggle', () => this.isOpen && putBeside(this.box, this.list, this.text, this.stretch));
  }

  #radios() {
    return [...document.querySelectorAll('input[name="palette-class"]')];
  }

  get #class() {
    return this.#radios().find((r) => r.checked)?.value ?? 'Political';
  }

  #key(event) {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      event.preventDefault();
      this.#select((this.index + move + this.choices.length) % this.choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // A key held down opened the field; it must not choose too.
      if (!event.repeat) this.#choose(this.choices[this.index]);
    } else if (!this.field.value && /^[1-9]$/.test(event.key) && this.choices[Number(event.key) - 1]) {
      event.preventDefault();
      this.#choose(this.choices[Number(event.key) - 1]);
    }
  }

  #options() {
    const words = this.field.value.trim();
    const passage = this.passages[this.place];
    this.choices = choicesFor(this.store, words, new Set(passage?.codings.map((c) => c.piece ?? `c${c.challenge}`)));
    const theme = byId('palette-theme');
    const fresh = { class: this.#class, theme: theme.value ? theme.selectedOptions[0].textContent : '' };
    this.list.replaceChildren(...this.choices.map((choice, i) => optionLine(this.store, choice, i, words, fresh)));
    this.#select(0);
  }

  #select(index) {
    this.index = index;
    [...this.list.children].forEach((line, i) => line.setAttribute('aria-selected', String(i === index)));
    const line = this.list.children[index];
    if (line) {
      this.field.setAttribute('aria-activedescendant', line.id);
      keepInList(this.list, line);
    } else this.field.removeAttribute('aria-activedescendant');
  }

  #choose(choice) {
    if (!choice) return this.#fail('Skriv, hvad brikken skal hedde, eller vælg en på listen.');
    if (choice.create) return this.#create();
    this.#store(choice.piece ? { pieceNumber: choice.piece.number } : { challengeId: choice.challenge.id });
  }

  #create() {
    const title = this.field.value.trim();
    if (!title) {
      this.#fail('Skriv, hvad den nye brik skal hedde.');
      this.field.focus({ preventScroll: true });
      return;
    }
    const theme = byId('palette-theme').value;
    this.#store({ piece: { title, class: this.#class, themeId: theme ? Number(theme) : null } }, `${title}, ${spoken[this.#class]}`);
  }

  #store(target) {
    const note = this.note.field.value.trim();
    const passage = this.passages[this.place];
    this.store.code({ ...this.stretch, ...target, ...(note && !passage ? { note } : {}) });
    this.close();
  }

  #saveNote() {
    const passage = this.passages[this.place];
    if (!this.note.version) return this.#fail('Noten kan først gemmes, når der er forbindelse.');
    this.store.saveNote(passage, this.note.field.value, this.note.version);
    this.close();
  }

  #fail(sentence) {
    byId('palette-error').textContent = sentence;
    byId('palette-error').hidden = false;
  }
}
