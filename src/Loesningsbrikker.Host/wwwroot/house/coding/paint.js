// Paints passages behind the text. The CSS Custom Highlight API changes nothing in the page, so any overlap is possible;
// where it is missing, the text is wrapped in mark elements.

const kinds = ['bare', 'challenge', 'local', 'administrative', 'political', 'overlap', 'active', 'chosen'];
const canHighlight = 'highlights' in CSS;

export class Paint {
  constructor(text) {
    this.text = text;
    if (!canHighlight) return;
    kinds.forEach((kind, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(kind, highlight);
    });
  }

  /** Paints all passages; each tells its kind: political, administrative, local, challenge or bare. */
  passages(passages) {
    const overlaps = overlapping(passages);
    if (!canHighlight) {
      this.#wrap(passages, overlaps);
      return;
    }
    for (const kind of kinds.slice(0, 6)) CSS.highlights.get(kind).clear();
    for (const passage of passages) this.#add(passage.kind, passage.start, passage.end);
    for (const [start, end] of overlaps) this.#add('overlap', start, end);
  }

  /** Shows one stretch as the one being read or chosen; null takes it away. */
  single(kind, stretch) {
    if (!canHighlight) return;
    CSS.highlights.get(kind).clear();
    if (stretch) this.#add(kind, stretch.start, stretch.end);
  }

  #add(kind, start, end) {
    const highlight = CSS.highlights.get(kind);
    for (const range of this.text.rangesFor(start, end)) highlight.add(range);
  }

  #wrap(passages, overlaps) {
    for (const p of this.text.paragraphs) {
      const words = p.element.textContent;
      const here = passages.filter((x) => x.start < p.end && x.end > p.start);
      const cuts = [...new Set([p.start, p.end, ...here.flatMap((x) => [x.start, x.end])])].filter((c) => c >= p.start && c <= p.end).sort((a, b) => a - b);
      const parts = [];
      for (let i = 0; i + 1 < cuts.length; i++) {
        const [from, to] = [cuts[i], cuts[i + 1]];
        const covering = here.filter((x) => x.start <= from && x.end >= to);
        const node = document.createTextNode(words.slice(from - p.start, to - p.start));
        if (!covering.length) {
          parts.push(node);
          continue;
        }
        const mark = document.createElement('mark');
        const doubled = overlaps.some(([s, e]) => s <= from && e >= to);
        mark.className = `coded coded-${doubled ? 'overlap' : covering[0].kind}`;
        mark.append(node);
        parts.push(mark);
      }
      p.element.replaceChildren(...parts);
    }
  }
}

/** Stretches that two or more passages share. */
export function overlapping(passages) {
  const edges = passages.flatMap((p) => [[p.start, 1], [p.end, -1]]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result = [];
  let depth = 0;
  let from = 0;
  for (const [offset, step] of edges) {
    if (depth >= 2 && offset > from) result.push([from, offset]);
    depth += step;
    from = offset;
  }
  return result;
}

/** How many code units at least one passage covers. */
export function covered(passages) {
  let sum = 0;
  let reach = 0;
  for (const p of [...passages].sort((a, b) => a.start - b.start)) {
    sum += Math.max(0, p.end - Math.max(p.start, reach));
    reach = Math.max(reach, p.end);
  }
  return sum;
}
