// What the page knows, and the way to the server. Changes are sent one after another; when the connection is lost they
// wait, in this tab and for this user only and without the words of the text, and are sent again. Sending twice stores once.

import { Connection, Refused, SignedOut, SomebodyElse } from './connection.js';
import { Passages } from './passages.js';
import { Waiting } from './waiting.js';

export class Store extends EventTarget {
  constructor(root, text) {
    super();
    this.api = root.dataset.api;
    this.text = text;
    this.connection = new Connection(root);
    const tools = JSON.parse(root.dataset.tools);
    this.prefix = tools.prefix;
    this.pieces = new Map(tools.pieces.map((p) => [p.number, p]));
    this.challenges = new Map(tools.challenges.map((c) => [c.id, c]));
    this.passages = new Passages();
    this.coders = new Map();
    this.recent = [];
    this.waiting = new Waiting(this.connection.user, this.api);
    // Kept beside the queue until the page has loaded, so that a page that could not load forgets nothing.
    this.earlier = this.waiting.read();
    this.unsavedNotes = new Map();
    this.queue = [];
    this.temporary = -1;
    this.sending = false;
    window.addEventListener('online', () => this.#send());
    // Back from the tab where one signed in again.
    window.addEventListener('focus', () => this.#send());
    window.addEventListener('beforeunload', (event) => {
      if (this.queue.length) event.preventDefault();
    });
  }

  async load() {
    await this.fetchAll();
    for (const waiting of this.earlier.splice(0)) this.#takeUp(waiting);
  }

  /** Fetches all passages anew, and the key of the last step before them; marks that are not stored yet stay. */
  async fetchAll() {
    const answer = await fetch(`${this.api}/passages`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const { last, passages, codings, coders } = await answer.json();
    this.last = last;
    for (const id of [...this.passages.keys()]) if (id > 0) this.passages.delete(id);
    for (const [id, name] of Object.entries(coders ?? {})) this.coders.set(Number(id), name);
    for (const [id, start, end, hasNote] of passages) this.passages.set(id, { id, start, end, hasNote: hasNote === 1, codings: [] });
    for (const [id, passageId, piece, challenge, coder] of codings) {
      this.passages.get(passageId)?.codings.push({ id, piece: piece || null, challenge: challenge || null, coder: coder || null });
      if (piece) this.#remember(piece);
    }
    this.#changed();
  }

  /** For other modules: a change in its turn, { run, done, failed }, not kept when the page is left; its answer; that something changed. */
  send(job) { this.#enqueue({ kept: null, ...job }); }
  replace(passage, view) { this.#replace(passage, view); }
  changed() { this.#changed(); }

  /** Marks a stretch and ties it: { start, end, pieceNumber | challengeId | piece, note }. Painted at once, stored behind. */
  code(request) {
    const known = this.at(request.start, request.end);
    const passage = known ?? { id: this.temporary--, start: request.start, end: request.end, hasNote: false, codings: [] };
    this.passages.set(passage.id, passage);
    const coding = this.#codingFor(request);
    if (coding) passage.codings.push(coding);
    if (request.pieceNumber) this.#remember(request.pieceNumber);
    this.#changed();
    this.#enqueue({
      kept: request,
      note: request.note,
      at: passage,
      run: () => this.connection.call('POST', '/passages', { ...request, quote: this.text.slice(request.start, request.end) }),
      done: (stored) => this.#stored(passage, stored),
      failed: () => this.#undo(passage, coding),
    });
  }

  uncode(passage, coding) {
    this.#enqueue({
      kept: { untie: coding.id, passage: passage.id },
      run: () => this.connection.call('DELETE', `/codings/${coding.id}`),
      done: (view) => this.#replace(passage, view),
    });
  }

  remove(passage) {
    this.#enqueue({
      kept: { remove: true, passage: passage.id },
      run: () => this.connection.call('DELETE', `/passages/${passage.id}`),
      done: () => {
        this.passages.delete(passage.id);
        this.#changed();
      },
    });
  }

  async detail(passage) {
    return this.connection.call('GET', `/passages/${passage.id}`);
  }

  saveNote(passage, note, version) {
    this.#enqueue({
      kept: { note, version, passage: passage.id },
      note,
      at: passage,
      run: () => this.connection.call('PUT', `/passages/${passage.id}/note`, { note, version }),
      done: (view) => this.#replace(passage, view),
    });
  }

  /** What was typed as a note at a stretch and not taken by the server, or nothing. */
  unsavedNote({ start, end }) {
    return this.unsavedNotes.get(`${start}-${end}`);
  }

  /** How many passages a piece has, those of other interviews included. */
  passagesOf(piece) {
    if (!this.counts) {
      this.counts = new Map();
      for (const p of this.passages.values()) for (const c of p.codings) if (c.piece) this.counts.set(c.piece, (this.counts.get(c.piece) ?? 0) + 1);
    }
    return piece.elsewhere + (this.counts.get(piece.number) ?? 0);
  }

  at(start, end) {
    return this.passages.at(start, end);
  }

  covering(offset) {
    return this.passages.covering(offset);
  }

  kindOf(passage) {
    const piece = passage.codings.map((c) => this.pieces.get(c.piece)).find(Boolean);
    if (piece) return piece.class.toLowerCase();
    return passage.codings.some((c) => c.challenge) ? 'challenge' : 'bare';
  }

  #codingFor(request) {
    const coder = Number(this.connection.user);
    if (request.pieceNumber) return { id: 0, piece: request.pieceNumber, challenge: null, coder };
    if (request.challengeId) return { id: 0, piece: null, challenge: request.challengeId, coder };
    return null;
  }

  #stored(passage, { passage: view, piece }) {
    if (piece) {
      this.pieces.set(piece.number, { ...piece, elsewhere: this.pieces.get(piece.number)?.elsewhere ?? 0 });
      this.#remember(piece.number);
    }
    this.#replace(passage, view);
  }

  #replace(passage, view) {
    this.passages.delete(passage.id);
    this.passages.set(view.id, { id: view.id, start: view.start, end: view.end, hasNote: view.note !== '', codings: view.codings.map((c) => ({ ...c })) });
    this.#changed();
    if (view.step) this.dispatchEvent(new CustomEvent('step', { detail: view.step }));
  }

  #undo(passage, coding) {
    if (coding) passage.codings = passage.codings.filter((c) => c !== coding);
    if (passage.id < 0 && !passage.codings.length) this.passages.delete(passage.id);
    this.#changed();
  }

  #remember(piece) {
    this.recent = [piece, ...this.recent.filter((n) => n !== piece)].slice(0, 9);
  }

  /** Sends on what waited when the page was left; what is gone in the meantime needs nothing more. */
  #takeUp(waiting) {
    if (!waiting.passage) return this.code(waiting);
    const passage = this.passages.get(waiting.passage);
    if (!passage) return null;
    if (waiting.remove) return this.remove(passage);
    if (!waiting.untie) return this.saveNote(passage, waiting.note, waiting.version);
    const coding = passage.codings.find((c) => c.id === waiting.untie);
    return coding && this.uncode(passage, coding);
  }

  #enqueue(job) {
    this.refusal = false;
    this.queue.push(job);
    this.#keepWaiting();
    this.#send();
  }

  async #send() {
    if (this.sending || !this.queue.length) return;
    this.sending = true;
    clearTimeout(this.retry);
    try {
      while (this.queue.length) {
        this.#status(this.attempt ? this.hindrance : 'saving');
        const [job] = this.queue;
        try {
          const result = await job.run();
          this.attempt = 0;
          this.queue.shift();
          if (job.note) this.unsavedNotes.delete(`${job.at.start}-${job.at.end}`);
          job.done(result);
        } catch (error) {
          if (!(error instanceof Refused)) {
            this.#tryLater(error);
            return;
          }
          this.queue.shift();
          if (job.note) this.unsavedNotes.set(`${job.at.start}-${job.at.end}`, job.note);
          job.failed?.();
          this.refusal = true;
          this.dispatchEvent(new CustomEvent('refused', { detail: error.message }));
        }
        this.#keepWaiting();
      }
      // "Saved" would wipe away the sentence that something was not.
      if (!this.refusal) this.#status('saved');
    } finally {
      this.sending = false;
    }
  }

  #tryLater(error) {
    this.attempt = (this.attempt ?? 0) + 1;
    this.hindrance = error instanceof SomebodyElse ? 'other' : error instanceof SignedOut ? 'signed-out' : 'lost';
    this.#status(this.hindrance);
    this.retry = setTimeout(() => this.#send(), Math.min(15000, 500 * 2 ** this.attempt));
  }

  #status(state) {
    this.dispatchEvent(new CustomEvent('status', { detail: { state, waiting: this.queue.length } }));
  }

  #changed() {
    this.counts = null;
    this.dispatchEvent(new Event('changed'));
  }

  #keepWaiting() {
    this.waiting.keep([...this.earlier, ...this.queue.map((job) => job.kept).filter(Boolean)]);
  }
}
