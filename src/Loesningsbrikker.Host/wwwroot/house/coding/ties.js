// What a passage is tied to, in the small window, with a button to untie each.

import { classBadge, numberOf } from './words.js';

const byId = (id) => document.getElementById(id);

export function showTies(store, passage, mayWrite) {
  const list = byId('palette-codings');
  list.hidden = !passage?.codings.length;
  list.replaceChildren(...(passage?.codings ?? []).map((coding) => tieLine(store, passage, coding, mayWrite)));
}

function tieLine(store, passage, coding, mayWrite) {
  const line = document.createElement('li');
  const words = document.createElement('span');
  const piece = store.pieces.get(coding.piece);
  if (piece) {
    const link = document.createElement('a');
    link.href = `${byId('coding').dataset.pieces}/${piece.number}`;
    link.textContent = `${numberOf(store, piece)} ${piece.title}`;
    words.append(classBadge(piece.class), ' ', link);
  } else {
    words.textContent = `Udfordring: ${store.challenges.get(coding.challenge)?.title ?? ''}`;
  }
  line.append(words);
  if (mayWrite && coding.id) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'palette-small';
    button.textContent = 'Løsn';
    button.setAttribute('aria-label', `Løsn fra ${words.textContent}`);
    button.addEventListener('click', () => store.uncode(passage, coding));
    line.append(button);
  }
  return line;
}
