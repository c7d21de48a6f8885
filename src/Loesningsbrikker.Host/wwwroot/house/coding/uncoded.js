// How much is coded, and which paragraphs nobody has marked anything in. Worked out when there is time: nobody waits for it.

import { covered, stretchesOf } from './passages.js';

/** More stretches than this are not told one by one. */
const most = 8;

export class Uncoded {
  constructor(text, store) {
    Object.assign(this, { text, store });
    this.box = document.getElementById('uncoded');
    store.addEventListener('changed', () => this.#plan());
  }

  #plan() {
    clearTimeout(this.planned);
    this.planned = setTimeout(() => this.#show(), 60);
  }

  #show() {
    const { sorted } = this.store.passages;
    const share = this.text.length ? Math.round((100 * covered(sorted)) / this.text.length) : 0;
    document.getElementById('coding-progress').value = share;
    document.getElementById('coding-share').textContent = `${share} % kodet`;
    const stretches = this.#untouched(stretchesOf(sorted));
    this.box.hidden = !stretches.length;
    const line = this.box.querySelector('p');
    line.replaceChildren('Endnu ikke kodet: afsnit ');
    stretches.slice(0, most).forEach(([from, to], i) => {
      const link = document.createElement('a');
      link.href = `#a${from}`;
      link.textContent = from === to ? String(from) : `${from}–${to}`;
      line.append(i ? ', ' : '', link);
    });
    line.append(stretches.length > most ? ' og flere.' : '.');
  }

  /** Numbers of the first and last paragraph of each row of paragraphs that no passage touches. */
  #untouched(coded) {
    const rows = [];
    let next = 0;
    for (const p of this.text.paragraphs) {
      while (next < coded.length && coded[next][1] <= p.start) next++;
      if (next < coded.length && coded[next][0] < p.end) continue;
      const last = rows.at(-1);
      if (last && last[1] === p.number - 1) last[1] = p.number;
      else rows.push([p.number, p.number]);
    }
    return rows;
  }
}
