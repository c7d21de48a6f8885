// Moves where a passage begins or ends, word by word, from the small window.

const words = new Intl.Segmenter('da', { granularity: 'word' });

/** Painted at once; where the server says no, it goes back. */
export function moveBoundary(store, passage, { start, end }) {
  const was = { wasStart: passage.start, wasEnd: passage.end };
  const moved = { ...passage, start, end };
  store.passages.set(passage.id, moved);
  store.changed();
  store.send({
    run: () => store.connection.call('PUT', `/passages/${passage.id}/range`, { start, end, quote: store.text.slice(start, end), ...was }),
    done: (view) => {
      // Moved on meanwhile: the next answer says where it lies.
      if (store.passages.get(passage.id) === moved) store.replace(moved, view);
      else if (view.step) store.dispatchEvent(new CustomEvent('step', { detail: view.step }));
    },
    failed: () => store.fetchAll().catch(() => {}),
  });
}

export class BoundaryButtons {
  constructor(palette, store, text) {
    this.palette = palette;
    this.store = store;
    this.text = text;
    this.row = document.createElement('div');
    this.row.className = 'palette-boundary';
    this.row.setAttribute('role', 'group');
    this.row.setAttribute('aria-label', 'Flyt grænsen');
    for (const [edge, word] of [['start', 'Begynd'], ['end', 'Slut']]) {
      this.row.append(this.#button(edge, false, '‹', `${word} et ord før`), `${word} `, this.#button(edge, true, '›', `${word} et ord senere`));
    }
    document.getElementById('palette-codings').after(this.row);
    // The window tells nobody what it shows; only a stored passage has a boundary to move.
    new MutationObserver(() => this.#show()).observe(palette.box, { attributes: true, attributeFilter: ['hidden'], subtree: true });
    this.#show();
  }

  get #passage() {
    return this.palette.isOpen ? this.palette.passages[this.palette.place] : null;
  }

  #show() {
    const hidden = !(this.#passage?.id > 0);
    if (this.row.hidden !== hidden) this.row.hidden = hidden;
  }

  #button(edge, forward, sign, label) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'palette-small';
    button.textContent = sign;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => this.#move(edge, forward));
    return button;
  }

  #move(edge, forward) {
    const passage = this.#passage;
    if (!passage) return;
    const stretch = { start: passage.start, end: passage.end, [edge]: this.#edge(edge, passage[edge], forward) };
    // The last word stays, and two passages never lie exactly on one another.
    if (stretch.start >= stretch.end || this.store.at(stretch.start, stretch.end)) return;
    this.palette.stretch = stretch;
    moveBoundary(this.store, passage, stretch);
  }

  /** The next place where a word begins or ends; the same place at the ends of the text. */
  #edge(edge, offset, forward) {
    const here = this.text.paragraphAt(edge === 'end' && offset > 0 ? offset - 1 : offset).index;
    for (let i = here; i >= 0 && i < this.text.paragraphs.length; i += forward ? 1 : -1) {
      const paragraph = this.text.paragraphs[i];
      const edges = [...words.segment(paragraph.element.textContent)].filter((w) => w.isWordLike)
        .map((w) => paragraph.start + w.index + (edge === 'end' ? w.segment.length : 0));
      const found = forward ? edges.find((e) => e > offset) : edges.findLast((e) => e < offset);
      if (found !== undefined) return found;
    }
    return offset;
  }
}
