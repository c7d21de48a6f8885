// Moving through the text sentence by sentence with the keyboard.

const sentenceBreaks = new Intl.Segmenter('da', { granularity: 'sentence' });
const wordBreaks = new Intl.Segmenter('da', { granularity: 'word' });

export class Sentences {
  constructor(text) {
    this.text = text;
    this.cache = new Map();
  }

  next(offset) {
    for (let i = this.text.paragraphAt(offset).index; i < this.text.paragraphs.length; i++) {
      const found = this.#of(this.text.paragraphs[i]).find((s) => s.start >= offset);
      if (found) return found;
    }
    return null;
  }

  former(offset) {
    for (let i = this.text.paragraphAt(offset).index; i >= 0; i--) {
      const found = this.#of(this.text.paragraphs[i]).findLast((s) => s.end <= offset);
      if (found) return found;
    }
    return null;
  }

  /** The end one word further on, or one word back. */
  wordEnd(offset, forward) {
    const p = this.text.paragraphAt(forward ? offset : offset - 1);
    const ends = [...wordBreaks.segment(p.element.textContent)].filter((w) => w.isWordLike).map((w) => p.start + w.index + w.segment.length);
    return (forward ? ends.find((e) => e > offset) : ends.findLast((e) => e < offset)) ?? offset;
  }

  #of(p) {
    if (!this.cache.has(p.index)) {
      this.cache.set(p.index, [...sentenceBreaks.segment(p.element.textContent)]
        .map((s) => ({ start: p.start + s.index, end: p.start + s.index + s.segment.trimEnd().length, number: p.number }))
        .filter((s) => s.end > s.start));
    }
    return this.cache.get(p.index);
  }
}
