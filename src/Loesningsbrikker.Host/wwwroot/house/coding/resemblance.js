// How far a piece resembles what was typed, and why: title, theme, description and the words of its passages count. A word counts
// where it stands, also inside a longer one ("normering" in "normeringsløft"), or where a word shares most of its groups of three
// letters ("legepladserne" and "legepladsen").

const fields = [
  { name: 'title', weight: 1, similar: 0.7, where: 'i titlen' },
  { name: 'theme', weight: 0.6, similar: 0.4, where: 'i temaet' },
  { name: 'description', weight: 0.55, similar: 0.35, where: 'i beskrivelsen' },
];
const inQuotes = 0.5;
/** Two words with this share of common trigrams (Dice) are taken for the same word in another form. */
const sameWord = 0.5;
const commonWords = new Set('af alle at da de den der det du en er et for fra få har hvad hvor i ikke jeg kan man med meget men når og om os på sig skal som så til var vi vil være'.split(' '));

/** Lower-cased and cut once for each piece. */
export class Texts {
  constructor({ title, theme, description = '', quotes = [] }) {
    Object.assign(this, { title: lower(title), theme: lower(theme), description: lower(description), quotes: quotes.map(lower) });
  }

  wordsOf(field) {
    this.cut ??= {};
    return this.cut[field] ??= wordsIn(this[field]).map((word) => ({ word, trigrams: trigrams(word) }));
  }
}

/**
 * { score, sure, reason } of a piece's texts against what was typed. Score 0 is nothing in common; sure says that everything typed
 * stands in the title; the reason is a sentence for the reader, empty where the title begins with what was typed.
 */
export function resemblance(typed, texts, number = '') {
  const wanted = lower(typed.trim());
  if (!wanted) return { score: 0, sure: false, reason: '' };
  if (number && bare(number) === bare(wanted)) return { score: 3, sure: true, reason: '' };
  if (texts.title.startsWith(wanted)) return { score: 2, sure: true, reason: '' };
  const all = wordsIn(wanted);
  const telling = all.filter((word) => !commonWords.has(word));
  const words = telling.length ? telling : all;
  if (!words.length) return { score: 0, sure: false, reason: '' };
  const found = words.map((word) => bestPlace(word, texts));
  const sure = all.every((word) => texts.title.includes(word));
  const sum = found.reduce((total, f) => total + (f?.weight ?? 0), 0);
  return { score: (sure ? 0.5 : 0) + sum / words.length, sure, reason: reasonOf(found) };
}

function bestPlace(word, texts) {
  const quotes = texts.quotes.filter((quote) => holds(quote, word)).length;
  const places = fields.map((field) => placeIn(word, texts, field)).filter(Boolean);
  if (quotes) places.push({ word, weight: inQuotes, where: `i ${counted(quotes)} uddrag` });
  return places.sort((a, b) => b.weight - a.weight)[0];
}

function placeIn(word, texts, { name, weight, similar, where }) {
  if (name === 'title' ? texts.title.includes(word) : holds(texts[name], word)) return { word, weight, where };
  if (word.length < 4) return null;
  const mine = trigrams(word);
  let best = null;
  for (const other of texts.wordsOf(name)) {
    const likeness = dice(mine, other.trigrams);
    if (likeness >= sameWord && likeness > (best?.likeness ?? 0)) best = { likeness, word: other.word };
  }
  return best && { word: best.word, weight: similar * best.likeness, where };
}

/** A short word counts as itself only: "bag" is not in "bagefter". In a title everything counts, because one may not have typed it all yet. */
function holds(text, word) {
  let at = text.indexOf(word);
  if (word.length > 3) return at >= 0;
  for (; at >= 0; at = text.indexOf(word, at + 1)) if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + word.length] ?? '')) return true;
  return false;
}

const letter = /[\p{L}\p{N}]/u;

/** "ligner: «legeplads» i titlen, «dræn» i to uddrag". */
function reasonOf(found) {
  const byPlace = new Map();
  for (const { word, where } of found.filter(Boolean)) byPlace.set(where, [...new Set([...(byPlace.get(where) ?? []), word])]);
  const parts = [...byPlace].map(([where, words]) => `${joined(words.slice(0, 3).map((word) => `«${word}»`))} ${where}`);
  return parts.length ? `ligner: ${parts.join(', ')}` : '';
}

function joined(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} og ${words.at(-1)}`;
}

function counted(count) {
  return ['nul', 'et', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'][count] ?? String(count);
}

/** "D-22" and "d22" are the same number. */
function bare(number) {
  return lower(number).replace(/[\s-]+/g, '');
}

function wordsIn(text) {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
}

function trigrams(word) {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

function dice(a, b) {
  let shared = 0;
  for (const t of a) if (b.has(t)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function lower(text) {
  return (text ?? '').toLocaleLowerCase('da');
}
