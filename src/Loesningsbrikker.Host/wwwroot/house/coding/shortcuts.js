// The keys of the text, and the buttons that do the same.

import { listen, register } from './keys.js';

/** "page" has the parts: list, cursor, quick, filter; and what can be done: open(atNote), tie(piece), showList(), toggleFocus(), help(), leave(), letGo(). */
export function registerTextKeys(page, mayWrite) {
  const { cursor } = page;
  const chosen = (act) => (event) => (cursor.stretch ? act(event) : false);
  const step = (key, forward) => (key === forward ? 1 : -1);
  register(
    { place: 'text', keys: ['ArrowDown', 'ArrowUp'], what: 'næste eller forrige sætning', action: ({ key }) => cursor.sentence(step(key, 'ArrowDown')) },
    { place: 'text', keys: ['Home', 'End'], what: 'første eller sidste sætning', action: ({ key }) => (key === 'Home' ? cursor.first() : cursor.last()) },
    { place: 'text', keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], shown: 'Skift + ↓ ↑', what: 'flytter stykkets slutning en sætning', action: chosen(({ key }) => cursor.end('sentence', step(key, 'ArrowDown'))) },
    { place: 'text', keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'], shown: 'Skift + → ←', what: 'flytter stykkets slutning et ord', action: chosen(({ key }) => cursor.end('word', step(key, 'ArrowRight'))) },
    { place: 'text', keys: ['.', ','], what: 'flytter stykkets begyndelse en sætning frem eller tilbage', action: chosen(({ key }) => cursor.begin('sentence', step(key, '.'))) },
    { place: 'text', keys: ['ArrowRight', 'ArrowLeft'], what: 'flytter stykkets begyndelse et ord frem eller tilbage', action: chosen(({ key }) => cursor.begin('word', step(key, 'ArrowRight'))) },
    { place: 'text', keys: ['n', 'p'], what: 'næste eller forrige sted, der ikke er kodet', action: ({ key }) => cursor.uncoded(step(key.toLowerCase(), 'n')) },
    { place: 'text', keys: ['m', 'Shift+m'], what: 'næste eller forrige uddrag', action: ({ shiftKey }) => cursor.passage(shiftKey ? -1 : 1) },
    { place: 'text', keys: ['l'], what: 'viser listen over uddrag og filteret', action: () => page.showList() },
    { place: 'text', keys: ['f'], what: 'fokus: kun teksten, til og fra', action: () => page.toggleFocus() },
    { place: 'text', keys: ['?'], what: 'viser tasterne', action: () => page.help(), order: 2 },
    { place: 'text', keys: ['Escape'], what: 'slipper stykket, og forlader fokus', action: () => page.leave(), order: 2 },
    { place: 'list', keys: ['Escape'], what: 'går tilbage til teksten', action: () => page.list.focus({ preventScroll: true }) },
  );
  // A key held down must neither open nor tie again.
  const once = (act) => chosen((event) => { if (!event.repeat) act(event); });
  register({ place: 'text', keys: ['Enter'], what: mayWrite ? 'åbner feltet til brikken' : 'viser, hvad stykket er knyttet til', action: once(() => page.open(false)), order: 1 });
  if (mayWrite) {
    register(
      { place: 'text', keys: ['Shift+Enter'], what: 'åbner noten til stykket', action: once(() => page.open(true)), order: 1 },
      { place: 'text', keys: [...'123456789'], shown: '1–9', what: 'knytter stykket til brikken på den tast', action: once(({ key }) => page.tie(page.quick.at(Number(key)))), order: 1 },
    );
  }
  listen(page.list, 'text');
  wireButtons(page);
}

function wireButtons(page) {
  const { cursor } = page;
  const buttons = {
    'go-former-uncoded': () => cursor.uncoded(-1), 'go-next-uncoded': () => cursor.uncoded(1),
    'go-former-passage': () => cursor.passage(-1), 'go-next-passage': () => cursor.passage(1),
    'passages-open': () => page.showList(), 'passages-close': () => page.hideList(),
    'coding-mark': () => page.open(false), 'quick-close': () => page.letGo(),
  };
  for (const [id, act] of Object.entries(buttons)) document.getElementById(id)?.addEventListener('click', act);
}
