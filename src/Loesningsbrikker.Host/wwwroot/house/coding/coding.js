// Ties the parts of the coding page together: reading, choosing a stretch, storing.

import { BoundaryButtons } from './boundary.js';
import { Cursor } from './cursor.js';
import { Evidence } from './evidence.js';
import { Filter } from './filter.js';
import { FocusMode } from './focus.js';
import { Help } from './help.js';
import { register } from './keys.js';
import { PassageList } from './list.js';
import { Live } from './live.js';
import { Margin } from './margin.js';
import { Paint } from './paint.js';
import { Palette } from './palette.js';
import { Quick } from './quick.js';
import { speak, tell } from './say.js';
import { Sentences } from './sentences.js';
import { registerTextKeys } from './shortcuts.js';
import { showStatus } from './status.js';
import { Store } from './store.js';
import { TranscriptText } from './text.js';
import { watchPointer } from './pointer.js';
import { Uncoded } from './uncoded.js';
import { numberOf } from './words.js';
import { Undo } from './undo.js';

const root = document.getElementById('coding');
const list = document.getElementById('transcript');
const status = document.getElementById('coding-status');
const mayWrite = root.dataset.write === 'yes';
const text = new TranscriptText(list);
const store = new Store(root, text);
const filter = new Filter(store);
const paint = new Paint(text, filter);
const quick = new Quick(root, store, (piece) => tie(piece));
const palette = new Palette(text, store, paint, mayWrite, quick, new Evidence(store, text));
const margin = new Margin(text, store, filter, paint, (passage, card) => palette.open(passage, [passage], card));
const cursor = new Cursor(text, new Sentences(text), store, filter, paint);
const passages = new PassageList(text, store, filter, (passage) => goTo(passage));
const focus = new FocusMode(root, text);
const help = new Help();
new Uncoded(text, store);
showStatus(store, status);

/** The stretch that a piece's key or button would be tied to: chosen with the keyboard, or selected with a finger. */
let selected = null;
const chosenStretch = () => cursor.stretch ?? selected;

function showChanged() {
  paint.refresh();
  palette.refresh();
  showQuick();
}

function showCounts() {
  document.getElementById('passages-count').textContent = filter.count;
  document.getElementById('passages-open-count').textContent = `(${store.passages.size})`;
  document.getElementById('filter-told').hidden = !filter.isActive;
  document.getElementById('filter-count').textContent = filter.count;
  document.getElementById('filter-all').hidden = !filter.isActive;
}

store.addEventListener('changed', () => {
  showChanged();
  showCounts();
  requestAnimationFrame(() => passages.refresh());
});
filter.addEventListener('changed', () => {
  paint.refresh();
  showCounts();
  passages.refresh();
  speak(filter.count);
});
cursor.addEventListener('moved', showQuick);

function showQuick() {
  const stretch = chosenStretch();
  quick.show(stretch && mayWrite && !palette.isOpen ? { ...stretch, words: text.extentOf(stretch) } : null);
}

function tie(piece) {
  const stretch = chosenStretch();
  if (!piece || !stretch) return;
  const name = `${numberOf(store, piece)} ${piece.title}`;
  if (store.at(stretch.start, stretch.end)?.codings.some((c) => c.piece === piece.number)) {
    tell(`Stykket er allerede knyttet til ${name}.`);
    return;
  }
  store.code({ ...stretch, pieceNumber: piece.number });
  tell(toldOf(stretch, `Knyttet til ${name}.`));
  if (stretch === selected) document.getSelection()?.removeAllRanges();
}

/** What was stored may be hidden by the filter; then it says so, so that nobody does it again. */
function toldOf({ start, end }, words) {
  const passage = store.at(start, end);
  return passage && !filter.matches(passage) ? `${words} Filteret skjuler uddraget.` : words;
}

palette.box.addEventListener('closed', ({ detail: stretch }) => {
  // Back at what the keyboard has chosen; after mouse and finger the keyboard goes on from there.
  if (cursor.stretch && document.activeElement === list) paint.single('chosen', cursor.stretch);
  else cursor.leave(stretch);
  showQuick();
});

document.addEventListener('pointerdown', (event) => {
  if (palette.isOpen && !palette.box.contains(event.target)) palette.close();
});

function openStretch(stretch, returnTo = null, atNote = false) {
  const known = store.at(stretch.start, stretch.end);
  if (!mayWrite && !known) return;
  palette.open(stretch, known ? [known] : [], returnTo, atNote);
  showQuick();
}

function goTo(passage) {
  if (narrow.matches) hideList();
  list.focus({ preventScroll: true });
  cursor.choose(passage);
}

const narrow = matchMedia('(max-width: 64em)');

function showList() {
  focus.set(false);
  setList(true);
  passages.show(cursor.stretch?.start ?? text.paragraphs[text.inView()[0]]?.start ?? 0);
  if (!passages.focus()) document.getElementById('filter-piece').focus();
}

function hideList() {
  setList(false);
  margin.render();
  document.getElementById('passages-open').focus({ preventScroll: true });
}

function setList(isOpen) {
  passages.box.hidden = !isOpen;
  document.getElementById('beside').hidden = isOpen;
  document.getElementById('passages-open').setAttribute('aria-expanded', String(isOpen));
}

registerTextKeys({
  list, cursor, quick, showList, hideList, tie,
  open: (atNote) => chosenStretch() && openStretch(chosenStretch(), cursor.stretch ? list : null, atNote),
  toggleFocus: () => focus.set(!focus.isOn),
  help: () => help.open(),
  leave: () => (cursor.stretch ? cursor.leave() : focus.set(false)),
  letGo: () => {
    document.getSelection()?.removeAllRanges();
    cursor.leave();
    list.focus({ preventScroll: true });
  },
}, mayWrite);

watchPointer({
  text, list, store, filter, mayWrite,
  openStretch: (stretch) => {
    cursor.leave(stretch);
    openStretch(stretch);
  },
  openPassages: (found) => {
    cursor.leave(found[0]);
    palette.open(found[0], found);
  },
  selecting: (stretch) => {
    selected = palette.isOpen ? null : stretch;
    showQuick();
  },
});

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
  quick.begin();
  filter.fill();
  goToPassage();
  // A link with a filter is opened to see what it shows.
  if (filter.isActive && !narrow.matches) setList(true);
  passages.refresh();
  margin.render();
  const undo = mayWrite ? new Undo(store, document.getElementById('coding-undo'), speak) : null;
  if (undo) register(...undo.keys);
  undo?.refresh();
  if (mayWrite) new BoundaryButtons(palette, store, text);
  new Live(store, { names: document.getElementById('coding-others'), undo, palette });
  requestAnimationFrame(() => setTimeout(() => performance.mark('coding-painted')));
  root.dataset.ready = 'yes';
} catch (error) {
  console.error(error);
  status.dataset.state = 'lost';
  status.textContent = 'Uddragene kunne ikke hentes. Indlæs siden igen.';
}
