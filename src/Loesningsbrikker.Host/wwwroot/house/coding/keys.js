// Every key of the page in one table: the page listens to it and the help sheet shows it, so the two never differ. The keys belong
// to the part of the page that has focus (WCAG 2.1.4), and none is one that browsers or screen readers keep for themselves.

/** The parts that have keys, in the order in which the help sheet tells them. */
export const places = { text: 'I teksten', field: 'I feltet til brikken', note: 'I noten', palette: 'Overalt i vinduet til brikken', list: 'På listen over uddrag' };

const entries = [];

/**
 * Adds keys: { place, keys: ['n', 'Shift+ArrowDown', '?'], shown, what, action }. "shown" names the keys in the help sheet; without it
 * they are named as they are. "what" says in Danish what they do. "action" gets the event; when it gives false, nothing was done and
 * the key keeps its ordinary meaning. "order" moves the line up or down in the sheet; 0 where it is not said.
 */
export function register(...more) {
  entries.push(...more);
}

/** What the help sheet shows of one part: [{ signs: ['n', 'p'], what }]. */
export function table(place) {
  return entries.filter((e) => e.place === place)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ shown, keys, what }) => ({ signs: shown ? [shown] : keys.map(named), what }));
}

/** Listens on an element while it has focus itself; "within" counts what stands inside it too. */
export function listen(element, place, within = false) {
  element.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.target !== element && !within)) return;
    const pressed = keyOf(event);
    const entry = entries.find((e) => e.place === place && e.keys.includes(pressed));
    if (entry && entry.action(event) !== false) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** The key as the table writes it. A sign that needs Shift on some keyboards is its sign only. */
function keyOf({ key, shiftKey, ctrlKey, altKey, metaKey }) {
  if (altKey) return '';
  const isLetter = /^\p{L}$/u.test(key);
  const name = isLetter ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shiftKey && (isLetter || key.length > 1) ? 'Shift+' : ''}${name}`;
}

const names = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', ' ': 'Mellemrum', Shift: 'Skift' };

function named(key) {
  return key.split('+').map((part) => names[part] ?? part).join(' + ');
}
