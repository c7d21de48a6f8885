// Ties the parts of the coding page together: reading, choosing a stretch, storing.

import { BoundaryButtons } from './boundary.js';
import { Live } from './live.js';
import { Margin } from './margin.js';
import { Paint, covered } from './paint.js';
import { Palette } from './palette.js';
import { Sentences } from './sentences.js';
import { Store } from './store.js';
import { TranscriptText } from './text.js';
import { Undo } from './undo.js';

const root = document.getElementById('coding');
const list = document.getElementById('transcript');
const mayWrite = root.dataset.write === 'yes';
const text = new TranscriptText(list);
const store = new Store(root, text);
const paint = new Paint(text);
const palette = new Palette(text, store, paint, mayWrite);
const margin = new Margin(text, store, paint, (passage, card) => palette.open(passage, [passage], card));
const sentences = new Sentences(text);
const status = document.getElementById('coding-status');
const speak = (words) => { document.getElementById('coding-spoken').textContent = words; };

store.addEventListener('changed', () => {
  const passages = [...store.passages.values()];
  paint.passages(passages.map((p) => ({ ...p, kind: store.kindOf(p) })));
  const share = text.length ? Math.round((100 * covered(passages)) / text.length) : 0;
  document.getElementById('coding-progress').value = share;
  document.getElementById('coding-share').textContent = `${share} % kodet`;
  palette.refresh();
});

store.addEventListener('status', ({ detail: { state, waiting } }) => {
  status.dataset.state = state;
  const waits = waiting === 1 ? '1 ændring venter' : `${waiting} ændringer venter`;
  status.textContent = {
    saved: '✓ Gemt',
    saving: 'Gemmer …',
    lost: `Ingen forbindelse. ${waits} og bliver sendt, når den er tilbage.`,
    'signed-out': `Du er logget ud. ${waits} og bliver sendt, når du er logget ind igen. `,
    other: `En anden har logget ind i denne browser. ${waits} og bliver sendt, når du selv er logget ind igen. `,
  }[state];
  if (state !== 'signed-out' && state !== 'other') return;
  status.dataset.state = 'lost';
  const link = document.createElement('a');
  Object.assign(link, { href: state === 'other' ? '/account' : '/sign-in', target: '_blank', rel: 'noopener' });
  link.textContent = state === 'other' ? 'Skift bruger i en ny fane' : 'Log ind i en ny fane';
  status.append(link);
});

store.addEventListener('refused', ({ detail }) => {
  status.dataset.state = 'waiting';
  status.textContent = detail;
});

function openAtSelection() {
  const stretch = text.selected();
  if (!stretch) return false;
  const known = store.at(stretch.start, stretch.end);
  palette.open(stretch, known ? [known] : []);
  return true;
}

function openAtPoint(event) {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY) ?? asPosition(document.caretRangeFromPoint?.(event.clientX, event.clientY));
  if (!caret || !event.target.closest('p[data-start]')) return;
  const passages = store.covering(text.offsetOf(caret.offsetNode, caret.offset, false));
  if (passages.length) palette.open(passages[0], passages);
}

function asPosition(range) {
  return range && { offsetNode: range.startContainer, offset: range.startOffset };
}

list.addEventListener('pointerup', (event) => {
  // With a finger the selection is still being dragged by its handles; a button waits until it is done.
  if (event.pointerType === 'touch') return;
  setTimeout(() => {
    if (!(mayWrite && openAtSelection()) && document.getSelection()?.isCollapsed !== false) openAtPoint(event);
  });
});
list.addEventListener('click', (event) => {
  if (event.pointerType === 'touch' && document.getSelection()?.isCollapsed !== false) openAtPoint(event);
});

const markButton = document.getElementById('coding-mark');
if (markButton) {
  let touched = false;
  addEventListener('pointerdown', (event) => { touched = event.pointerType === 'touch'; });
  document.addEventListener('selectionchange', () => { markButton.hidden = !touched || palette.isOpen || !text.selected(); });
  markButton.addEventListener('pointerdown', (event) => event.preventDefault());
  markButton.addEventListener('click', () => {
    openAtSelection();
    markButton.hidden = true;
  });
}

document.addEventListener('pointerdown', (event) => {
  if (palette.isOpen && !palette.box.contains(event.target)) palette.close();
});

let cursor = null;
list.addEventListener('keydown', (event) => {
  if (event.target !== list || event.ctrlKey || event.altKey || event.metaKey) return;
  // The key that was held down in the field must not open it again.
  if (event.key === 'Enter' && event.repeat) return;
  const moved = move(event);
  if (moved) {
    event.preventDefault();
    cursor = moved;
    paint.single('chosen', cursor);
    keepInView(cursor);
    speak(`Afsnit ${text.paragraphAt(cursor.start).number}: ${text.slice(cursor.start, cursor.end)}`);
  } else if (event.key === 'Enter' && cursor) {
    event.preventDefault();
    const known = store.at(cursor.start, cursor.end);
    if (mayWrite || known) palette.open(cursor, known ? [known] : [], list);
  }
});

function move(event) {
  const { key, shiftKey } = event;
  if (key === 'ArrowDown' && !shiftKey) return sentences.next(cursor?.end ?? firstInView());
  if (key === 'ArrowUp' && !shiftKey) return sentences.former(cursor?.start ?? firstInView()) ?? cursor;
  if (!cursor || !shiftKey) return null;
  if (key === 'ArrowDown') return grow(sentences.next(cursor.end)?.end);
  if (key === 'ArrowUp') return grow(sentences.former(cursor.end - 1)?.end);
  if (key === 'ArrowRight') return grow(sentences.wordEnd(cursor.end, true));
  if (key === 'ArrowLeft') return grow(sentences.wordEnd(cursor.end, false));
  return null;
}

function grow(end) {
  return end > cursor.start ? { start: cursor.start, end } : cursor;
}

function firstInView() {
  const found = text.paragraphs.find((p) => p.element.getBoundingClientRect().bottom > 120);
  return found?.start ?? 0;
}

/** The reader moves, so the text follows; nothing else ever scrolls the page. */
function keepInView(stretch) {
  const place = text.boxOf(stretch.start, stretch.end);
  if (!place) return;
  const bar = document.querySelector('.coding-bar').offsetHeight + 16;
  if (place.top < bar) scrollBy(0, place.top - bar);
  else if (place.bottom > innerHeight - 80) scrollBy(0, place.bottom - innerHeight + innerHeight / 3);
}

/** A link from a piece names the passage: #p17. */
function goToPassage() {
  const id = /^#p(\d+)$/.exec(location.hash)?.[1];
  const passage = id && store.passages.get(Number(id));
  if (!passage) return;
  text.paragraphAt(passage.start).element.scrollIntoView({ block: 'center' });
  paint.single('active', passage);
  speak(`Uddraget står i afsnit ${text.paragraphAt(passage.start).number}.`);
}

addEventListener('hashchange', goToPassage);
try {
  await store.load();
  goToPassage();
  margin.render();
  const undo = mayWrite ? new Undo(store, document.getElementById('coding-undo'), speak) : null;
  undo?.refresh();
  if (mayWrite) new BoundaryButtons(palette, store, text);
  new Live(store, { names: document.getElementById('coding-others'), undo, palette });
  root.dataset.ready = 'yes';
} catch {
  status.dataset.state = 'lost';
  status.textContent = 'Uddragene kunne ikke hentes. Indlæs siden igen.';
}
