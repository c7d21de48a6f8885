// The transcript on the page as one text. Offsets are UTF-16 code units, the unit that both this language and the server count in.

export class TranscriptText {
  constructor(list) {
    this.list = list;
    this.paragraphs = [...list.querySelectorAll('p[data-start]')].map((element, index) => {
      const start = Number(element.dataset.start);
      return { element, index, number: index + 1, start, end: start + element.textContent.length };
    });
  }

  get length() {
    return this.paragraphs.length ? this.paragraphs.at(-1).end : 0;
  }

  /** The paragraph that holds the offset; at a line feed the one before it. */
  paragraphAt(offset) {
    let low = 0;
    let high = this.paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.paragraphs[middle].start <= offset) low = middle;
      else high = middle - 1;
    }
    return this.paragraphs[low];
  }

  /** Indexes of the first and last paragraph in the window, with so many window heights more above and below. */
  inView(more = 0) {
    const first = this.#firstBelow(-more * innerHeight);
    const last = this.#firstBelow((1 + more) * innerHeight);
    const highest = Math.max(0, this.paragraphs.length - 1);
    return [Math.min(first, highest), Math.min(last, highest)];
  }

  /** The first paragraph that ends below a height in the window, in pixels. */
  #firstBelow(y) {
    let low = 0;
    let high = this.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.paragraphs[middle].element.parentElement.getBoundingClientRect().bottom > y) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The words between two offsets, paragraphs joined by a line feed. */
  slice(start, end) {
    this.whole ??= this.paragraphs.map((p) => p.element.textContent).join('\n');
    return this.whole.slice(start, end);
  }

  /** "Afsnit 46 · 118 tegn". */
  extentOf({ start, end }) {
    return `Afsnit ${this.paragraphAt(start).number} · ${end - start} tegn`;
  }

  /** One range per paragraph, so that speakers and numbers between are never painted. */
  rangesFor(start, end) {
    const ranges = [];
    for (let i = this.paragraphAt(start).index; i < this.paragraphs.length && this.paragraphs[i].start < end; i++) {
      const p = this.paragraphs[i];
      const [from, to] = [Math.max(start, p.start), Math.min(end, p.end)];
      if (to <= from) continue;
      const [startContainer, startOffset] = point(p.element, from - p.start);
      const [endContainer, endOffset] = point(p.element, to - p.start);
      ranges.push(new StaticRange({ startContainer, startOffset, endContainer, endOffset }));
    }
    return ranges;
  }

  /** Where the part of a stretch in its first paragraph is in the window, or null. */
  boxOf(start, end) {
    const [first] = this.rangesFor(start, Math.max(start + 1, end));
    if (!first) return null;
    const range = document.createRange();
    range.setStart(first.startContainer, first.startOffset);
    range.setEnd(first.endContainer, first.endOffset);
    return range.getBoundingClientRect();
  }

  /** What the reader has selected with mouse or finger, or null. */
  selected() {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!this.list.contains(range.startContainer) && !this.list.contains(range.endContainer)) return null;
    return this.tidy(this.offsetOf(range.startContainer, range.startOffset, false), this.offsetOf(range.endContainer, range.endOffset, true));
  }

  /** The offset of a place in the page; places between paragraphs give the nearest one. */
  offsetOf(node, nodeOffset, isEnd) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const paragraph = element.closest?.('p[data-start]');
    if (paragraph && this.list.contains(paragraph)) {
      const before = document.createRange();
      before.setStart(paragraph, 0);
      before.setEnd(node, nodeOffset);
      return Number(paragraph.dataset.start) + before.toString().length;
    }
    const after = this.#firstAfter(node, nodeOffset);
    const former = this.paragraphs[after - 1];
    return isEnd && former ? former.end : this.paragraphs[after]?.start ?? this.length;
  }

  /** The first paragraph that begins at a place in the page or after it. */
  #firstAfter(node, nodeOffset) {
    const place = document.createRange();
    place.setStart(node, nodeOffset);
    let low = 0;
    let high = this.paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place.comparePoint(this.paragraphs[middle].element, 0) >= 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Without white space at the ends, and never inside a character; null when nothing is left. */
  tidy(start, end) {
    const text = this.slice(start, end);
    const trimmed = text.trim();
    if (!trimmed) return null;
    start += text.length - text.trimStart().length;
    end = start + trimmed.length;
    return { start: this.#boundary(start, false), end: this.#boundary(end, true) };
  }

  #boundary(offset, outwardsIsForward) {
    const p = this.paragraphAt(offset);
    const inside = offset - p.start;
    if (inside <= 0 || inside >= p.end - p.start) return offset;
    const cluster = characters.segment(p.element.textContent).containing(inside);
    if (cluster.index === inside) return offset;
    return p.start + cluster.index + (outwardsIsForward ? cluster.segment.length : 0);
  }
}

const characters = new Intl.Segmenter('da', { granularity: 'grapheme' });

/** The text node and offset inside it; there is one node unless marks are painted with elements. */
function point(element, offset) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && offset > node.length) {
    offset -= node.length;
    const next = walker.nextNode();
    if (!next) return [node, node.length];
    node = next;
  }
  return [node, offset];
}
