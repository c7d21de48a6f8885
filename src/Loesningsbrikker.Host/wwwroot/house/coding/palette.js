// The small window at a selection: one field to find a piece or write a new one, and what a passage is tied to already.

import { PieceField } from './field.js';
import { listen, register } from './keys.js';
import { NoteField } from './note.js';
import { putBeside } from './place.js';
import { tell } from './say.js';
import { showTies } from './ties.js';

const byId = (id) => document.getElementById(id);

export class Palette {
  constructor(text, store, paint, mayWrite, quick, evidence) {
    Object.assign(this, { text, store, paint, mayWrite, quick, evidence });
    this.box = byId('palette');
    byId('palette-close').addEventListener('click', () => this.close());
    byId('palette-former').addEventListener('click', () => this.#step(-1));
    byId('palette-next').addEventListener('click', () => this.#step(1));
    register({ place: 'palette', keys: ['Escape'], what: 'lukker vinduet og går tilbage til teksten', action: () => this.close() });
    listen(this.box, 'palette', true);
    if (mayWrite) this.#wire();
  }

  get isOpen() {
    return !this.box.hidden;
  }

  /** Opens at a stretch; existing passages there are listed too. With "atNote" one writes the note at once. */
  open(stretch, passages = [], returnTo = null, atNote = false) {
    if (this.isOpen) this.note?.keep(this.stretch);
    this.stretch = stretch;
    this.passages = passages;
    this.place = 0;
    this.returnTo = returnTo;
    this.box.hidden = false;
    this.field?.begin();
    this.#show();
    this.#put();
    if (atNote && this.note) this.note.enter();
    else if (this.field && (!passages.length || matchMedia('(pointer: fine)').matches)) this.field.focus();
    else byId('palette-close').focus({ preventScroll: true });
  }

  close() {
    if (!this.isOpen) return;
    this.note?.keep(this.stretch);
    this.box.hidden = true;
    this.paint.single('chosen', null);
    document.getSelection()?.removeAllRanges();
    (this.returnTo?.isConnected ? this.returnTo : this.text.list).focus({ preventScroll: true });
    this.box.dispatchEvent(new CustomEvent('closed', { detail: this.stretch }));
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
    showTies(this.store, passage, this.mayWrite);
    if (!this.mayWrite) return this.#showNote(passage);
    byId('palette-extent').textContent = this.text.extentOf(this.stretch);
    byId('palette-remove').hidden = !passage || passage.id < 0 || passage.codings.length > 0;
    byId('palette-bare').hidden = Boolean(passage);
    this.note.begin(this.stretch);
    this.#showNote(passage);
    this.field.show(this.text.slice(start, end), passage);
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
      // Without connection the note is simply not shown; the server compares before it stores another one.
    }
  }

  #step(by) {
    this.note?.keep(this.stretch);
    this.place = (this.place + by + this.passages.length) % this.passages.length;
    this.#show();
  }

  #store(target, words, andNote = false) {
    const passage = this.passages[this.place];
    const note = passage ? '' : this.note.take(this.stretch);
    const { stretch, returnTo } = this;
    this.store.code({ ...stretch, ...target, ...(note ? { note } : {}) });
    if (andNote) this.open(stretch, [this.store.at(stretch.start, stretch.end)].filter(Boolean), returnTo, true);
    else this.close();
    tell(words);
  }

  #wire() {
    this.note = new NoteField(this.store, () => this.#saveNote());
    this.field = new PieceField(this.store, this.quick, this.evidence, (target, words, andNote) => this.#store(target, words, andNote));
    byId('palette-in-vivo').addEventListener('click', () => this.field.inVivo());
    byId('palette-bare').addEventListener('click', () => this.#store({}, 'Gemt uden brik.'));
    byId('palette-remove').addEventListener('click', () => {
      this.store.remove(this.passages[this.place]);
      this.close();
    });
    byId('palette-note').addEventListener('toggle', () => this.isOpen && this.#put());
  }

  #put() {
    putBeside(this.box, this.field?.list, this.text, this.stretch);
  }

  #saveNote() {
    const passage = this.passages[this.place];
    const { version } = this.note;
    const note = this.note.take(this.stretch);
    // Without a version the stored note has not been seen; the server takes this one only where there is none.
    if (passage && version) this.store.saveNote(passage, note, version);
    else if (note) this.store.code({ ...this.stretch, note });
    this.close();
    tell('Noten er skrevet.');
  }
}
