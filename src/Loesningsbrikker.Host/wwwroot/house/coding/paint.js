// Paints passages behind the text, only where it is read: some screens around the window, and of those only the paragraphs that
// changed. The CSS Custom Highlight API changes nothing in the page, so any overlap is possible; where it is missing, the text is
// wrapped in mark elements.

import { Lines, mostLines, overlaps } from './layers.js';

const kinds = ['bare', 'challenge', 'local', 'administrative', 'political'];
const deepest = 4;
/** In the order in which they lie on one another, the lowest first. */
const layers = [
  ...kinds,
  ...Array.from({ length: deepest - 1 }, (_, i) => `depth-${i + 2}`),
  ...kinds.flatMap((kind) => Array.from({ length: mostLines }, (_, line) => `${kind}-line-${line + 1}`)),
  'more', 'active', 'chosen',
];
// Firefox paints highlights, but not the lines under them, and a colour alone says too little.
const canHighlight = 'highlights' in CSS && !navigator.userAgent.includes('Gecko/');
/** How much above and below the window is painted ahead, in window heights. */
const ahead = 1.5;

export class Paint {
  #painted = new Map();
  #singles = new Map();
  #lines = new Lines();

  /** Where the passages come from: between(start, end) gives those shown, in reading order, kindOf(passage) their kind. */
  constructor(text, source) {
    Object.assign(this, { text, source });
    this.layers = canHighlight ? new HighlightLayers(text) : new MarkLayers(text);
    addEventListener('scroll', () => this.#plan(), { passive: true });
    addEventListener('resize', () => this.#plan());
    addEventListener('beforeprint', () => this.#paint(0, text.paragraphs.length - 1));
  }

  /** Paints what has changed around the window, now. */
  refresh() {
    const [first, last] = this.text.inView(ahead);
    this.#paint(first, last);
  }

  /** Shows one stretch as the one being read ("active") or chosen; null takes it away. */
  single(kind, stretch) {
    const former = this.#singles.get(kind);
    if (stretch) this.#singles.set(kind, { start: stretch.start, end: stretch.end });
    else this.#singles.delete(kind);
    this.layers.single(kind, stretch, former);
    if (!canHighlight) this.refresh();
  }

  #plan() {
    if (this.planned) return;
    this.planned = true;
    requestAnimationFrame(() => {
      this.planned = false;
      const [first, last] = this.text.inView(ahead / 2);
      // Nothing new comes near: the next screens are painted already.
      if (this.window && first >= this.window[0] && last <= this.window[1]) return;
      this.refresh();
    });
  }

  #paint(first, last) {
    this.window = [first, last];
    const { paragraphs } = this.text;
    if (!paragraphs.length) return;
    const passages = this.source.between(paragraphs[first].start, paragraphs[last].end);
    const lines = this.#lines.assign(passages);
    const wanted = new Map();
    const add = (stretch, layer) => {
      for (let i = Math.max(first, this.text.paragraphAt(stretch.start).index); i <= last && paragraphs[i].start < stretch.end; i++) {
        if (!wanted.has(i)) wanted.set(i, []);
        wanted.get(i).push([layer, Math.max(stretch.start, paragraphs[i].start), Math.min(stretch.end, paragraphs[i].end)]);
      }
    };
    for (const p of passages) {
      const kind = this.source.kindOf(p);
      add(p, kind);
      add(p, `${kind}-line-${Math.min(lines.get(p), mostLines - 1) + 1}`);
    }
    for (const overlap of overlaps(passages)) {
      add(overlap, `depth-${Math.min(overlap.depth, deepest)}`);
      if (overlap.depth > mostLines) add(overlap, 'more');
    }
    if (!canHighlight) for (const [kind, stretch] of this.#singles) add(stretch, kind);

    for (const i of this.#painted.keys()) if (!wanted.has(i)) this.#paragraph(i, []);
    for (const [i, stretches] of wanted) this.#paragraph(i, stretches);
  }

  #paragraph(index, stretches) {
    const signature = stretches.join(' ');
    if ((this.#painted.get(index)?.signature ?? '') === signature) return;
    const former = this.#painted.get(index)?.marks;
    const marks = this.layers.paint(this.text.paragraphs[index], stretches, former);
    if (stretches.length) this.#painted.set(index, { signature, marks });
    else this.#painted.delete(index);
  }
}

class HighlightLayers {
  constructor(text) {
    this.text = text;
    layers.forEach((layer, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(layer, highlight);
    });
  }

  /** Paints one paragraph instead of what was painted there; gives what the next time must be taken away. */
  paint(paragraph, stretches, former = []) {
    for (const [layer, range] of former) CSS.highlights.get(layer).delete(range);
    return stretches.flatMap(([layer, start, end]) => this.#add(layer, start, end).map((range) => [layer, range]));
  }

  single(kind, stretch) {
    CSS.highlights.get(kind).clear();
    if (stretch) this.#add(kind, stretch.start, stretch.end);
  }

  #add(layer, start, end) {
    const ranges = this.text.rangesFor(start, end);
    for (const range of ranges) CSS.highlights.get(layer).add(range);
    return ranges;
  }
}

/** Without highlights: the paragraph's words stand in mark elements, one for each stretch between two ends. */
class MarkLayers {
  constructor(text) {
    this.text = text;
  }

  paint(paragraph, stretches) {
    const { element, start, end } = paragraph;
    const words = element.textContent;
    const cuts = [...new Set([start, end, ...stretches.flatMap(([, from, to]) => [from, to])])].sort((a, b) => a - b);
    element.replaceChildren(...cuts.slice(1).map((to, i) => {
      const from = cuts[i];
      const here = stretches.filter(([, s, e]) => s <= from && e >= to).map(([layer]) => layer).filter((layer) => !layer.includes('-line-'));
      const part = document.createTextNode(words.slice(from - start, to - start));
      if (!here.length) return part;
      const mark = document.createElement('mark');
      mark.className = ['coded', ...here.map((layer) => `coded-${layer}`)].join(' ');
      mark.append(part);
      return mark;
    }));
  }

  single() {
    // The paragraphs are painted anew, with what is chosen among their stretches.
  }
}
