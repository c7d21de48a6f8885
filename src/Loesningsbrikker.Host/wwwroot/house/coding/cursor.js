// The stretch that the keyboard has chosen in the text: where it goes, how it grows, and what is said of it.

import { hush, speak, tell } from './say.js';
import { stretchesOf } from './passages.js';
import { shorten, tiesOf } from './words.js';

/** What is left between two passages and shorter than this, in code units, is no place worth going to: "Ja. Netop." */
const shortestStretch = 15;

export class Cursor extends EventTarget {
  /** The stretch chosen with the keyboard, { start, end }, or null. */
  stretch = null;
  #from = null;

  constructor(text, sentences, store, filter, paint) {
    super();
    Object.assign(this, { text, sentences, store, filter, paint });
  }

  choose(stretch, words = this.#describe(stretch)) {
    this.stretch = { start: stretch.start, end: stretch.end };
    this.#from = null;
    this.paint.single('chosen', this.stretch);
    hush();
    this.dispatchEvent(new Event('moved'));
    this.#keepInView();
    speak(words);
  }

  /** Lets go of it; the next step goes on from there. */
  leave(place = this.stretch) {
    this.#from = place?.end ?? this.#from;
    this.stretch = null;
    this.paint.single('chosen', null);
    this.dispatchEvent(new Event('moved'));
  }

  /** One sentence on (1) or back (-1). */
  sentence(step) {
    const found = step > 0
      ? this.sentences.next(this.stretch?.end ?? this.#place())
      : this.sentences.former(this.stretch?.start ?? this.#place());
    this.#goTo(found ?? this.#edge(step), found ? undefined : this.#atEdge(step));
  }

  first() {
    this.#goTo(this.sentences.first);
  }

  last() {
    this.#goTo(this.sentences.last);
  }

  /** Moves the end by a sentence or a word. */
  end(unit, step) {
    const { start, end } = this.stretch;
    const to = unit === 'word' ? this.sentences.wordEnd(end, step > 0) : this.sentences.sentenceEnd(end, step > 0);
    this.#resize(start, to > start ? to : end);
  }

  /** Moves the beginning by a sentence or a word. */
  begin(unit, step) {
    const { start, end } = this.stretch;
    const to = unit === 'word' ? this.sentences.wordStart(start, step > 0) : this.sentences.sentenceStart(start, step > 0);
    this.#resize(to < end ? to : start, end);
  }

  /** The next (1) or former (-1) passage of those shown. */
  passage(step) {
    const all = this.filter.shown;
    const { start, end } = this.stretch ?? { start: this.#place(), end: Infinity };
    const found = step > 0
      ? all.find((p) => p.start > start || (p.start === start && p.end < end))
      : all.findLast((p) => p.start < start || (p.start === start && p.end > end));
    if (found) this.choose(found);
    else tell(step > 0 ? 'Der er ikke flere uddrag længere nede.' : 'Der er ikke flere uddrag længere oppe.');
  }

  /** The next (1) or former (-1) whole sentence that no passage touches, the first of its stretch; a stretch ends with its paragraph. */
  uncoded(step) {
    const place = this.stretch ?? { start: this.#place(), end: this.#place() };
    const found = this.#uncoded(place, step);
    if (found) this.choose(found);
    else tell(step > 0 ? 'Der er ikke flere ukodede steder længere nede.' : 'Der er ikke flere ukodede steder længere oppe.');
  }

  #uncoded(place, step) {
    const gaps = this.#gaps();
    for (const [start, end] of step > 0 ? gaps : gaps.reverse()) {
      if (step > 0 ? end <= place.end || (start <= place.start && this.stretch) : start >= place.start) continue;
      const sentence = this.sentences.next(step > 0 ? Math.max(start, place.end) : start);
      if (!sentence || sentence.end > end) continue;
      if (step > 0 ? sentence.start >= place.end : sentence.end <= place.start) return sentence;
    }
    return null;
  }

  /** What is between passages, cut at the ends of paragraphs. */
  #gaps() {
    const result = [];
    const coded = stretchesOf(this.store.passages.sorted);
    let next = 0;
    for (const p of this.text.paragraphs) {
      let from = p.start;
      while (next < coded.length && coded[next][1] <= p.start) next++;
      for (let i = next; i < coded.length && coded[i][0] < p.end; i++) {
        if (coded[i][0] - from >= shortestStretch) result.push([from, coded[i][0]]);
        from = Math.max(from, coded[i][1]);
      }
      if (p.end - from >= shortestStretch) result.push([from, p.end]);
    }
    return result;
  }

  #resize(start, end) {
    const former = this.stretch;
    if (start === former.start && end === former.end) return;
    const [grew, words] = start < former.start ? [true, this.text.slice(start, former.start)]
      : end > former.end ? [true, this.text.slice(former.end, end)]
        : start > former.start ? [false, this.text.slice(former.start, start)]
          : [false, this.text.slice(end, former.end)];
    this.choose({ start, end }, `${grew ? 'Med' : 'Uden'}: ${words.trim()}`);
  }

  #goTo(stretch, words) {
    if (stretch) this.choose(stretch, words);
  }

  #edge(step) {
    return this.stretch ?? (step > 0 ? this.sentences.last : this.sentences.first);
  }

  #atEdge(step) {
    return step > 0 ? 'Her slutter interviewet.' : 'Her begynder interviewet.';
  }

  /** Where one goes on from while nothing is chosen: after what was coded last, or what is seen first. */
  #place() {
    const bar = document.querySelector('.coding-bar').getBoundingClientRect().bottom;
    const [first, last] = this.text.inView();
    if (this.#from !== null && this.text.paragraphAt(this.#from).index >= first && this.text.paragraphAt(this.#from).index <= last) return this.#from;
    const seen = this.text.paragraphs.slice(first, last + 1).find((p) => p.element.getBoundingClientRect().top >= bar);
    return seen?.start ?? this.text.paragraphs[first]?.start ?? 0;
  }

  #describe({ start, end }) {
    const words = `Afsnit ${this.text.paragraphAt(start).number}: ${shorten(this.text.slice(start, end), 600)}`;
    const here = this.store.passages.between(start, end).filter((p) => this.filter.matches(p));
    if (!here.length) return words;
    const ties = [...new Set(here.flatMap((p) => tiesOf(this.store, p)))];
    return `${words} ${ties.length ? `Knyttet til ${ties.join(', ')}.` : 'Uddrag uden brik.'}`;
  }

  /** The reader moves, so the text follows; nothing else ever scrolls the page. */
  #keepInView() {
    const box = this.text.boxOf(this.stretch.start, this.stretch.end);
    if (!box) return;
    const bar = document.querySelector('.coding-bar').getBoundingClientRect();
    const top = Math.max(0, getComputedStyle(document.querySelector('.coding-bar')).position === 'sticky' ? bar.height : 0) + 16;
    const bottom = innerHeight - document.getElementById('quick').offsetHeight - 24;
    if (box.top < top) scrollBy(0, box.top - top);
    else if (box.bottom > bottom) scrollBy(0, Math.min(box.bottom - bottom + innerHeight / 4, box.top - top));
  }
}
