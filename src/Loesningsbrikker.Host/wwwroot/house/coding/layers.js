// How passages that lie on one another are told apart: each has a line of its own under the words, one below the other, and the
// ground is darker the more there are. Three lines fit between two lines of text; a double line in the third place says "and more".

export const mostLines = 3;

/** Which line under the words a passage has. It keeps its line while one scrolls and codes, so nothing jumps. */
export class Lines {
  #lines = new Map();

  /** Gives each of the passages, in reading order, its line: 0 is nearest to the words. */
  assign(passages) {
    const result = new Map();
    const open = [];
    for (const p of passages) {
      for (let i = open.length - 1; i >= 0; i--) if (open[i].end <= p.start) open.splice(i, 1);
      const taken = new Set(open.map((o) => o.line));
      const key = `${p.start}-${p.end}`;
      let line = this.#lines.get(key);
      if (line === undefined || taken.has(line)) {
        line = 0;
        while (taken.has(line)) line++;
        this.#lines.set(key, line);
      }
      open.push({ end: p.end, line });
      result.set(p, line);
    }
    return result;
  }
}

/** Where passages lie on one another: { start, end, depth }, depth from 2. */
export function overlaps(passages) {
  const edges = passages.flatMap((p) => [[p.start, 1], [p.end, -1]]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result = [];
  let depth = 0;
  let from = 0;
  for (const [offset, step] of edges) {
    if (depth >= 2 && offset > from) result.push({ start: from, end: offset, depth });
    depth += step;
    from = offset;
  }
  return result;
}
