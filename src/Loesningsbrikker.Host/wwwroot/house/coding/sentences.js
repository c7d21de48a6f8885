// Moving through the text by sentence and by word with the keyboard.

const sentenceBreaks = new Intl.Segmenter('da', { granularity: 'sentence' });
const wordBreaks = new Intl.Segmenter('da', { granularity: 'word' });

export class Sentences {
  constructor(text) {
    this.text = text;
    this.cache = new Map();
  }

  /** The first sentence that begins at the offset or after it, or null. */
  next(offset) {
    for (let i = this.text.paragraphAt(offset).index; i < this.text.paragraphs.length; i++) {
      const found = this.#of(this.text.paragraphs[i]).find((s) => s.start >= offset);
      if (found) return found;
    }
    return null;
  }

  /** The last sentence that ends at the offset or before it, or null. */
  former(offset) {
    for (let i = this.text.paragraphAt(offset).index; i >= 0; i--) {
      const found = this.#of(this.text.paragraphs[i]).findLast((s) => s.end <= offset);
      if (found) return found;
    }
    return null;
  }

  get first() {
    return this.next(0);
  }

  get last() {
    return this.former(this.text.length);
  }

  /** The end of a sentence further on than the offset, or further back. */
  sentenceEnd(offset, forward) {
    return this.#nearest(offset, forward, (s) => s.end);
  }

  /** The beginning of a sentence further on than the offset, or further back. */
  sentenceStart(offset, forward) {
    return this.#nearest(offset, forward, (s) => s.start);
  }

  #nearest(offset, forward, placeOf) {
    const step = forward ? 1 : -1;
    for (let i = this.text.paragraphAt(offset).index; this.text.paragraphs[i]; i += step) {
      const places = this.#of(this.text.paragraphs[i]).map(placeOf);
      const found = forward ? places.find((p) => p > offset) : places.findLast((p) => p < offset);
      if (found !== undefined) return found;
    }
    return offset;
  }

  /** The end one word further on, or one word back. */
  wordEnd(offset, forward) {
    const words = this.#words(forward ? offset : offset - 1);
    const found = forward ? words.find((w) => w.end > offset) : words.findLast((w) => w.end < offset);
    if (found) return found.end;
    return (forward ? this.#beyond(offset, 1)?.[0].end : this.#beyond(offset - 1, -1)?.at(-1).end) ?? offset;
  }

  /** The beginning one word further on, or one word back. */
  wordStart(offset, forward) {
    const words = this.#words(offset);
    const found = forward ? words.find((w) => w.start > offset) : words.findLast((w) => w.start < offset);
    if (found) return found.start;
    return (forward ? this.#beyond(offset, 1)?.[0].start : this.#beyond(offset, -1)?.at(-1).start) ?? offset;
  }

  #words(offset) {
    return this.#wordsOf(this.text.paragraphAt(Math.max(0, offset)));
  }

  /** The words of the nearest paragraph before or after that has any. */
  #beyond(offset, step) {
    for (let i = this.text.paragraphAt(Math.max(0, offset)).index + step; this.text.paragraphs[i]; i += step) {
      const words = this.#wordsOf(this.text.paragraphs[i]);
      if (words.length) return words;
    }
    return null;
  }

  /** The last word of a sentence takes its full stop along, so that one word back and one on is the same sentence again. */
  #wordsOf(p) {
    const words = [...wordBreaks.segment(p.element.textContent)].filter((w) => w.isWordLike)
      .map((w) => ({ start: p.start + w.index, end: p.start + w.index + w.segment.length }));
    const sentences = this.#of(p);
    words.forEach((word, i) => {
      const sentence = sentences.find((s) => s.start <= word.start && s.end >= word.end);
      if (sentence && !(words[i + 1]?.start < sentence.end)) word.end = sentence.end;
    });
    return words;
  }

  #of(p) {
    if (!this.cache.has(p.index)) {
      this.cache.set(p.index, [...sentenceBreaks.segment(p.element.textContent)]
        .map((s) => ({ start: p.start + s.index, end: p.start + s.index + s.segment.trimEnd().length }))
        .filter((s) => s.end > s.start));
    }
    return this.cache.get(p.index);
  }
}
