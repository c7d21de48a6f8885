// The note of a passage, in the small window.

import { listen, register } from './keys.js';
import { tell } from './say.js';

const byId = (id) => document.getElementById(id);

export class NoteField {
  /** "save" is called when the writer wants the note stored. */
  constructor(store, save) {
    this.store = store;
    this.kept = new Map();
    this.box = byId('palette-note');
    this.field = byId('palette-note-text');
    this.field.addEventListener('input', () => { this.typed = true; });
    byId('palette-note-save').addEventListener('click', save);
    register({ place: 'note', keys: ['Ctrl+Enter'], shown: 'Ctrl + Enter', what: 'gemmer noten og går tilbage til teksten', action: save });
    listen(this.field, 'note');
  }

  /** Opens the note for writing. */
  enter() {
    this.box.open = true;
    this.field.focus({ preventScroll: true });
  }

  /** What was typed, for storing; a refusal gives it back. */
  take(stretch) {
    this.typed = false;
    this.kept.delete(keyOf(stretch));
    this.store.unsavedNotes.delete(keyOf(stretch));
    return this.field.value.trim();
  }

  /** The window closes or shows another passage: what was typed and not stored waits until this one is opened again. */
  keep(stretch) {
    if (this.typed && this.field.value.trim()) {
      this.kept.set(keyOf(stretch), { note: this.field.value, version: this.version });
      tell('Noten er ikke gemt endnu. Den står her, når du åbner uddraget igen.');
    }
    this.typed = false;
  }

  /** Empty, or with what waits. An earlier change may show the passage anew in the middle of a word: that stays. */
  begin(stretch) {
    if (this.typed) return;
    const waits = this.kept.get(keyOf(stretch)) ?? { note: this.store.unsavedNote(stretch), version: null };
    // Somebody has opened it to write; an earlier change that is stored meanwhile must not shut it.
    if (document.activeElement !== this.field) this.box.open = Boolean(waits.note);
    this.field.value = waits.note ?? '';
    this.typed = Boolean(waits.note);
    this.version = waits.version;
  }

  /** The stored note came. What was typed before it was seen stands below it, so that saving loses neither. */
  show(view) {
    if (!this.typed) this.field.value = view.note;
    else if (!this.version && view.note && view.note !== this.field.value) this.field.value = `${view.note}\n${this.field.value}`;
    if (view.note) this.box.open = true;
    if (!this.typed || !this.version) this.version = view.version;
  }
}

function keyOf({ start, end }) {
  return `${start}-${end}`;
}
