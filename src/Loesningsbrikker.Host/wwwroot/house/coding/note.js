// The note of a passage, in the small window.

const byId = (id) => document.getElementById(id);

export class NoteField {
  constructor(store) {
    this.store = store;
    this.box = byId('palette-note');
    this.field = byId('palette-note-text');
    this.field.addEventListener('input', () => { this.typed = true; });
  }

  /** Another stretch is going to be shown; what was typed belonged to the former one. */
  leave() {
    this.typed = false;
  }

  /** Empty, or with what the server did not take. An earlier change may show the passage anew in the middle of a word: that stays. */
  begin(stretch) {
    if (this.typed) return;
    const unsaved = this.store.unsavedNote(stretch);
    this.box.open = Boolean(unsaved);
    this.field.value = unsaved ?? '';
    this.typed = Boolean(unsaved);
    this.version = null;
  }

  /** The stored note came. What was typed before it was seen stands below it, so that saving loses neither. */
  show(view) {
    if (!this.typed) this.field.value = view.note;
    else if (!this.version && view.note && view.note !== this.field.value) this.field.value = `${view.note}\n${this.field.value}`;
    if (view.note) this.box.open = true;
    if (!this.typed || !this.version) this.version = view.version;
  }
}
