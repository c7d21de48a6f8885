// How passages, and what they are tied to, are named in words and badges.

const classWords = { Political: 'Politisk', Administrative: 'Administrativ', Local: 'Lokal' };

/** The class of a piece: a word and a shape. */
export function classBadge(pieceClass) {
  const badge = document.createElement('span');
  badge.className = `piece-class piece-class-${pieceClass.toLowerCase()}`;
  badge.append(classShape(), classWords[pieceClass]);
  return badge;
}

/** The shape of a class alone, where the word stands beside it for those who read and after it for those who listen. */
export function shortClassBadge(pieceClass) {
  const badge = document.createElement('span');
  badge.className = `piece-class piece-class-${pieceClass.toLowerCase()}`;
  const word = document.createElement('span');
  word.className = 'sr-only';
  word.textContent = `${classWords[pieceClass]} `;
  badge.append(classShape(), word);
  badge.title = classWords[pieceClass];
  return badge;
}

/** The number that people know a piece by. */
export function numberOf(store, piece) {
  return `${store.prefix}-${piece.number}`;
}

/** What a passage is tied to, as people say it: ["D-14 Flere voksne", "udfordringen For få voksne"]. */
export function tiesOf(store, passage) {
  return passage.codings.map((coding) => {
    const piece = store.pieces.get(coding.piece);
    if (piece) return `${numberOf(store, piece)} ${piece.title}`;
    if (coding.piece) return `${store.prefix}-${coding.piece}`;
    return `udfordringen ${store.challenges.get(coding.challenge)?.title ?? ''}`;
  });
}

/** Who tied it, each once. */
export function codersOf(store, passage) {
  return [...new Set(passage.codings.map((c) => c.coder).filter(Boolean))].map((id) => store.coders.get(id) ?? 'En kollega');
}

/** A text cut at a word, with dots where something is left out. */
export function shorten(words, most) {
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–-]+$/u, '')} …`;
}

function classShape() {
  const shape = document.createElement('span');
  shape.className = 'piece-shape';
  shape.setAttribute('aria-hidden', 'true');
  return shape;
}
