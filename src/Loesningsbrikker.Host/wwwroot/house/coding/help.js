// The help sheet: a dialog with one table of keys for each part of the page, written from the table that the page listens to.

import { places, table } from './keys.js';

export class Help {
  constructor() {
    this.sheet = document.getElementById('help');
    document.getElementById('help-open').addEventListener('click', () => this.open());
    document.getElementById('help-close').addEventListener('click', () => this.sheet.close());
    // A press beside the sheet closes it; the sheet itself is covered by what stands in it.
    this.sheet.addEventListener('click', (event) => {
      if (event.target === this.sheet) this.sheet.close();
    });
  }

  open() {
    const tables = Object.entries(places).map(([place, title]) => keyTable(title, table(place))).filter(Boolean);
    document.getElementById('help-tables').replaceChildren(...tables);
    this.sheet.showModal();
  }
}

function keyTable(title, lines) {
  if (!lines.length) return null;
  const element = document.createElement('table');
  element.className = 'help-table';
  element.createCaption().textContent = title;
  const head = element.createTHead().insertRow();
  for (const words of ['Tast', 'Hvad den gør']) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = words;
    head.append(cell);
  }
  const body = element.createTBody();
  for (const { signs, what } of lines) {
    const row = body.insertRow();
    const key = document.createElement('th');
    key.scope = 'row';
    key.append(...signs.flatMap((sign, i) => (i ? [' ', keySign(sign)] : [keySign(sign)])));
    row.append(key);
    row.insertCell().textContent = what;
  }
  return element;
}

function keySign(words) {
  const sign = document.createElement('kbd');
  sign.textContent = words;
  return sign;
}
