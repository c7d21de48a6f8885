// The passages of the transcript by id, and found by stretch and by place without looking through them all: a long interview has
// thousands, and every key press and every frame of a scroll asks.

const cell = 512;

export class Passages extends Map {
  #places = new Map();
  #byStretch = new Map();
  #cells = new Map();
  #sorted = null;

  set(id, passage) {
    this.#forget(id);
    super.set(id, passage);
    const place = { start: passage.start, end: passage.end };
    this.#places.set(id, place);
    this.#byStretch.set(stretchKey(place.start, place.end), passage);
    for (const c of cellsOf(place)) {
      if (!this.#cells.has(c)) this.#cells.set(c, new Set());
      this.#cells.get(c).add(passage);
    }
    this.#sorted?.splice(this.#indexOf(place), 0, passage);
    return this;
  }

  delete(id) {
    this.#forget(id);
    return super.delete(id);
  }

  clear() {
    for (const id of [...this.keys()]) this.delete(id);
  }

  /** All, in reading order. The array is kept up to date; do not change it. */
  get sorted() {
    this.#sorted ??= [...this.values()].sort(inReadingOrder);
    return this.#sorted;
  }

  /** The passage over exactly this stretch, or nothing. */
  at(start, end) {
    return this.#byStretch.get(stretchKey(start, end));
  }

  /** Those that touch the stretch, in reading order. */
  between(start, end) {
    const found = new Set();
    for (const c of cellsOf({ start, end: Math.max(end, start + 1) })) {
      for (const p of this.#cells.get(c) ?? []) if (p.start < end && p.end > start) found.add(p);
    }
    return [...found].sort(inReadingOrder);
  }

  /** Those over one offset, the shortest first. */
  covering(offset) {
    const here = [...(this.#cells.get(Math.floor(offset / cell)) ?? [])].filter((p) => p.start <= offset && offset < p.end);
    return here.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  #forget(id) {
    const place = this.#places.get(id);
    if (!place) return;
    const passage = this.get(id);
    this.#places.delete(id);
    const key = stretchKey(place.start, place.end);
    if (this.#byStretch.get(key) === passage) this.#byStretch.delete(key);
    for (const c of cellsOf(place)) this.#cells.get(c)?.delete(passage);
    const at = this.#sorted ? this.#sorted.indexOf(passage, Math.max(0, this.#indexOf(place) - 1)) : -1;
    if (at >= 0) this.#sorted.splice(at, 1);
    // Moved while nobody looked: the order is worked out anew.
    else this.#sorted = null;
  }

  /** Where a stretch stands, or would stand, in reading order. */
  #indexOf(place) {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inReadingOrder(this.#sorted[middle], place) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** By where they begin, the longer one first where they begin together. */
export function inReadingOrder(a, b) {
  return a.start - b.start || b.end - a.end;
}

/** How many code units at least one of the passages, given in reading order, covers. */
export function covered(sorted) {
  let sum = 0;
  for (const [start, end] of stretchesOf(sorted)) sum += end - start;
  return sum;
}

/** The stretches that passages in reading order cover together: [start, end]. */
export function stretchesOf(sorted) {
  const result = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function stretchKey(start, end) {
  return `${start}-${end}`;
}

function* cellsOf({ start, end }) {
  for (let c = Math.floor(start / cell); c * cell < end; c++) yield c;
}
