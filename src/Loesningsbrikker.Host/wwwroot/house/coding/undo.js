// Undo and redo of the own steps in this interview. The server keeps them, so they are there again after a reload; the buttons say
// what they will do.

import { Refused } from './connection.js';
import { takeChanges } from './changes.js';

const verbs = {
  undo: { word: 'Fortryd', sign: '↶', done: 'Fortrudt', none: 'Der er ikke noget at fortryde.' },
  redo: { word: 'Gentag', sign: '↷', done: 'Gentaget', none: 'Der er ikke noget at gentage.' },
};

export class Undo {
  /** Puts two buttons into the box; speak says aloud what was done. */
  constructor(store, box, speak) {
    this.store = store;
    this.speak = speak;
    this.state = {};
    this.known = new Set();
    this.buttons = {};
    for (const verb of Object.keys(verbs)) this.buttons[verb] = this.#button(verb, box);
    this.#show({});
    store.addEventListener('step', ({ detail }) => {
      this.known.add(detail.id);
      // A new step empties what could be redone.
      this.#show({ undo: detail, redo: null });
    });
  }

  undo() {
    this.#go('undo');
  }

  redo() {
    this.#go('redo');
  }

  /** Asks what can be undone; after a load, and when an own step came from elsewhere. */
  async refresh() {
    try {
      this.#show(await this.store.connection.call('GET', '/undo'));
    } catch {
      // Without connection the buttons stay as they are; the server has the last word anyway.
    }
  }

  /** The keys, as keys.js registers them: register(...undo.keys). */
  get keys() {
    return [
      { place: 'text', keys: ['u'], what: 'fortryder dit seneste skridt', action: () => this.undo() },
      { place: 'text', keys: ['Shift+u'], what: 'gentager det, du fortrød', action: () => this.redo() },
    ];
  }

  #go(verb) {
    // What waits to be sent comes first, and is then what is undone.
    if (!this.state[verb] && !this.store.queue.length) return;
    this.store.send({
      run: () => {
        const step = this.state[verb];
        if (!step) throw new Refused(verbs[verb].none);
        return this.store.connection.call('POST', `/${verb}`, { stepId: step.id });
      },
      done: async ({ state, changes }) => {
        const { text } = this.state[verb] ?? { text: '' };
        for (const { id } of changes.steps) this.known.add(id);
        this.#show(state);
        this.speak(`${verbs[verb].done}: ${text}`);
        await takeChanges(this.store, changes);
      },
      failed: () => this.refresh(),
    });
  }

  #show(state) {
    this.state = state;
    for (const [verb, { word, none }] of Object.entries(verbs)) {
      const step = state[verb];
      const button = this.buttons[verb];
      button.disabled = !step;
      button.querySelector('.coding-undo-what').textContent = step ? `: ${step.text}` : '';
      button.title = step ? `${word}: ${step.text}` : none;
    }
  }

  #button(verb, box) {
    const { word, sign } = verbs[verb];
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `coding-undo-button coding-undo-${verb}`;
    const arrow = document.createElement('span');
    arrow.setAttribute('aria-hidden', 'true');
    arrow.textContent = `${sign} `;
    const what = document.createElement('span');
    what.className = 'coding-undo-what';
    button.append(arrow, word, what);
    button.addEventListener('click', () => this.#go(verb));
    box.append(button);
    return button;
  }
}
