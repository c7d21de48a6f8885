// What the palette offers for what was typed, best first, and how a line of it looks.

import { resemblance, Texts } from './resemblance.js';
import { classBadge, numberOf } from './words.js';

const most = 8;
/** Less in common than this is a coincidence. */
const least = 0.12;

/**
 * Pieces and challenges that resemble the words, or those on the keys 1–9 when nothing is typed; those already tied are left out.
 * Where no title is exactly the words, a new piece is offered too.
 */
export function choicesFor(store, quick, evidence, words, tied) {
  const challenges = [...store.challenges.values()].filter((c) => !tied.has(`c${c.id}`));
  if (!words) {
    const known = quick.all.filter(({ piece }) => !tied.has(piece.number));
    return [...known, ...challenges.map((challenge) => ({ challenge }))].slice(0, 9);
  }
  const found = [
    ...[...store.pieces.values()].filter((p) => !tied.has(p.number))
      .map((piece) => ({ piece, title: piece.title, ...resemblance(words, evidence.of(piece), numberOf(store, piece)) })),
    ...challenges.map((challenge) => {
      const { score, sure, reason } = resemblance(words, new Texts({ title: challenge.title }));
      return { challenge, title: challenge.title, score: score * 0.9, sure, reason };
    }),
  ];
  const rank = (o) => (o.piece && quick.keyOf(o.piece.number)) ?? 10;
  const choices = found.filter((o) => o.score > least).sort((a, b) => b.score - a.score || rank(a) - rank(b)).slice(0, most);
  const exact = choices.some((o) => o.piece && o.title.toLocaleLowerCase('da') === words.toLocaleLowerCase('da'));
  // A half-resembling piece must never be tied by mistake: Enter takes it only when all the words typed are in its title.
  if (!exact) choices.splice(choices[0]?.sure ? choices.length : 0, 0, { create: words });
  return choices;
}

/** One line of the list, with the key that chooses it while nothing is typed, and why it is there. */
export function optionLine(store, choice, i, fresh) {
  const line = document.createElement('li');
  line.id = `palette-option-${i}`;
  line.setAttribute('role', 'option');
  const first = document.createElement('span');
  if (choice.key) {
    const key = document.createElement('kbd');
    key.textContent = String(choice.key);
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
    title.textContent = `${numberOf(store, choice.piece)} ${choice.piece.title}`;
    count.textContent = `${store.passagesOf(choice.piece)} uddrag`;
  } else {
    title.textContent = choice.challenge.title;
  }
  if (choice.reason) {
    const reason = document.createElement('small');
    reason.textContent = choice.reason;
    title.append(reason);
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
