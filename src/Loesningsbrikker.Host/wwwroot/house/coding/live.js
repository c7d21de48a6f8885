// What others do in the same text, as it happens, and who they are. The browser comes again by itself when the stream ends.

import { takeChanges } from './changes.js';

const opening = 8000;
const pollEvery = 5000;
const longestPause = 30000;

export class Live {
  /** names is where the others' names stand; undo hears of own steps that were done elsewhere; palette is the open window, if any. */
  constructor(store, { names, undo, palette }) {
    this.store = store;
    this.names = names;
    this.undo = undo;
    this.palette = palette;
    this.user = Number(store.connection.user);
    this.pause = 1000;
    this.isBehind = false;
    names.setAttribute('aria-live', 'polite');
    // A page that nobody looks at holds no connection; browsers have few of them.
    document.addEventListener('visibilitychange', () => (document.hidden ? this.#close() : this.#open()));
    palette.box.addEventListener('closed', () => this.#catchUp());
    if (!document.hidden) this.#open();
  }

  #open() {
    this.#close();
    this.source = new EventSource(`${this.store.api}/live?after=${this.store.last ?? 0}`);
    this.source.addEventListener('changes', (event) => this.#hear(event));
    this.source.addEventListener('here', (event) => this.#greet(JSON.parse(event.data)));
    this.source.addEventListener('open', () => {
      clearTimeout(this.timer);
      this.pause = 1000;
    });
    this.source.addEventListener('error', () => {
      // The browser tries again by itself, unless the answer was no: signed out, removed, or the server is starting.
      if (this.source?.readyState === EventSource.CLOSED) this.#later(() => this.#open());
    });
    // A proxy that keeps the lines back lets no stream through.
    this.timer = setTimeout(() => this.#poll(), opening);
  }

  #close() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  #later(what) {
    this.#close();
    this.#greet([]);
    this.timer = setTimeout(what, this.pause);
    this.pause = Math.min(longestPause, this.pause * 2);
  }

  /** Asks now and then instead. */
  async #poll() {
    this.#close();
    try {
      const answer = await fetch(`${this.store.api}/live?stay=false&after=${this.store.last ?? 0}`);
      if (!answer.ok) throw new Error(String(answer.status));
      for (const lines of (await answer.text()).split('\n\n')) {
        const [, lastEventId] = /^id: (\d+)$/m.exec(lines) ?? [];
        const [, data] = /^data: (.*)$/m.exec(lines) ?? [];
        if (data) this.#hear({ data, lastEventId });
      }
      this.timer = setTimeout(() => this.#poll(), pollEvery);
    } catch {
      this.#later(() => this.#open());
    }
  }

  #hear({ data, lastEventId }) {
    if (lastEventId) this.store.last = Number(lastEventId);
    const news = JSON.parse(data);
    // What this page did itself it has taken in from the answers already, and may have gone on since.
    const own = news.steps.filter(({ by }) => by === this.user);
    const known = own.every(({ id }) => this.undo?.known.has(id));
    if (known && own.length === news.steps.length && !news.reload) return;
    const shown = this.#shown(news);
    if (shown) this.isBehind = true;
    // What concerns other passages is taken in at once.
    if (!shown || !news.reload) takeChanges(this.store, shown ? without(news, shown) : news);
    if (!known) this.undo?.refresh();
  }

  /** The passage in the open window, where it was moved or taken away: nothing goes under the hands of somebody who writes. */
  #shown({ passages, removed, reload }) {
    const shown = this.palette.isOpen ? this.palette.passages[this.palette.place] : null;
    const goes = shown && (reload || removed.includes(shown.id) || passages.some((p) => p.id === shown.id && (p.start !== shown.start || p.end !== shown.end)));
    return goes ? shown : null;
  }

  /** The window is closed: what waited is fetched as it is by now. */
  #catchUp() {
    if (!this.isBehind) return;
    this.isBehind = false;
    this.store.fetchAll().catch(() => { this.isBehind = true; });
  }

  #greet(people) {
    // Whoever comes later may code, and the list says who did.
    for (const { id, name } of people) this.store.coders.set(id, name);
    const others = people.filter(({ id }) => id !== this.user).map(({ name }) => name);
    const [first, second] = others;
    const words = ['', `${first} er her også`, `${first} og ${second} er her også`][others.length] ?? `${first} og ${others.length - 1} andre er her også`;
    if (this.names.textContent !== words) this.names.textContent = words;
  }
}

function without(news, { id }) {
  return { ...news, passages: news.passages.filter((p) => p.id !== id), removed: news.removed.filter((r) => r !== id) };
}
