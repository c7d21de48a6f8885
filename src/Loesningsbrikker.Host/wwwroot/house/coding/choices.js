// What the palette offers for what was typed, best first, and how a line of it looks.

import { classBadge } from './margin.js';

/**
 * Pieces and challenges that answer the words, or the recent ones when nothing is typed; those already tied are left out.
 * Where no title is exactly the words, a new piece is offered too.
 */
export function choicesFor(store, words, tied) {
  const all = [
    ...[...store.pieces.values()].map((piece) => ({ piece, title: piece.title, score: score(words, piece.title, `${store.prefix}-${piece.number}`) })),
    ...[...store.challenges.values()].map((challenge) => ({ challenge, title: challenge.title, score: score(words, challenge.title, '') * 0.9 })),
  ].filter((o) => !tied.has(o.piece?.number ?? `c${o.challenge?.id}`));
  const count = (o) => (o.piece ? store.passagesOf(o.piece) : 0);
  const rank = (o) => {
    const place = o.piece ? store.recent.indexOf(o.piece.number) : -1;
    return place < 0 ? 99 : place;
  };
  if (!words) return all.sort((a, b) => rank(a) - rank(b) || count(b) - count(a)).slice(0, 9);

  const choices = all.filter((o) => o.score > 0.15).sort((a, b) => b.score - a.score || rank(a) - rank(b)).slice(0, 8);
  const exact = choices.some((o) => o.piece && o.title.toLocaleLowerCase('da') === words.toLocaleLowerCase('da'));
  // A half-resembling piece must never be tied by mistake: Enter takes it only when all the words typed are in its title.
  const sure = choices[0]?.score >= 1;
  if (!exact) choices.splice(sure ? choices.length : 0, 0, { create: words });
  return choices;
}

/** One line of the list. The key 1–9 chooses a recent piece while nothing is typed. */
export function optionLine(store, choice, i, words, fresh) {
  const line = document.createElement('li');
  line.id = `palette-option-${i}`;
  line.setAttribute('role', 'option');
  const first = document.createElement('span');
  if (!words) {
    const key = document.createElement('kbd');
    key.textContent = String(i + 1);
    first.append(key);
  }
  const title = document.createElement('span');
  const count = document.createElement('span');
  count.className = 'palette-count';
  line.append(first, kindOf(choice, fresh), title, count);
  if (choice.create) {
    title.textContent = `Ny brik: ${choice.create}`;
    count.textContent = fresh.theme;
  } else if (choice.piece) {
    title.textContent = `${store.prefix}-${choice.piece.number} ${choice.piece.title}`;
    count.textContent = store.recent.includes(choice.piece.number) && !words ? 'senest brugt' : `${store.passagesOf(choice.piece)} uddrag`;
  } else {
    title.textContent = choice.title;
  }
  return line;
}

function kindOf(choice, fresh) {
  if (choice.create) return classBadge(fresh.class);
  if (choice.piece) return classBadge(choice.piece.class);
  const kind = document.createElement('span');
  kind.textContent = 'Udfordring';
  return kind;
}

/** How well a title answers what was typed: every word found counts, otherwise shared groups of three letters. */
export function score(words, title, number) {
  if (!words) return 0;
  const [wanted, given] = [words.toLocaleLowerCase('da'), title.toLocaleLowerCase('da')];
  if (number.toLocaleLowerCase('da') === wanted) return 3;
  if (given.startsWith(wanted)) return 2;
  const parts = wanted.split(/\s+/);
  const hits = parts.filter((part) => given.includes(part)).length / parts.length;
  if (hits === 1) return 1.5;
  const [a, b] = [trigrams(wanted), trigrams(given)];
  const shared = [...a].filter((t) => b.has(t)).length;
  return Math.max(hits * 0.8, shared / (a.size + b.size - shared || 1));
}

function trigrams(text) {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}
