// What the page knows, and the way to the server. Changes are sent one after another; when the connection is lost they
// wait, in this tab only and without the words themselves, and are sent again. Sending twice stores once.

export class Store extends EventTarget {
  constructor(root, text) {
    super();
    this.api = root.dataset.api;
    this.text = text;
    this.token = document.querySelector('#coding-token input[name="__RequestVerificationToken"]')?.value ?? '';
    const tools = JSON.parse(root.dataset.tools);
    this.prefix = tools.prefix;
    this.pieces = new Map(tools.pieces.map((p) => [p.number, p]));
    this.challenges = new Map(tools.challenges.map((c) => [c.id, c]));
    this.passages = new Map();
    this.recent = [];
    this.waitingKey = `coding-waiting:${this.api}`;
    this.queue = [];
    this.temporary = -1;
    this.sending = false;
    window.addEventListener('online', () => this.#send());
    window.addEventListener('beforeunload', (event) => {
      if (this.queue.length) event.preventDefault();
    });
  }

  async load() {
    const answer = await fetch(`${this.api}/passages`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const { passages, codings } = await answer.json();
    for (const [id, start, end, hasNote] of passages) this.passages.set(id, { id, start, end, hasNote: hasNote === 1, codings: [] });
    for (const [id, passageId, piece, challenge] of codings) {
      this.passages.get(passageId)?.codings.push({ id, piece: piece || null, challenge: challenge || null });
      if (piece) this.#remember(piece);
    }
    this.#changed();
    for (const waiting of this.#waiting()) this.code(waiting);
  }

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
      request,
      run: () => this.#call('POST', '/passages', { ...request, quote: this.text.slice(request.start, request.end) }),
      done: (stored) => this.#stored(passage, stored),
      failed: () => this.#undo(passage, coding),
    });
  }

  uncode(passage, coding) {
    this.#enqueue({
      run: () => this.#call('DELETE', `/codings/${coding.id}`),
      done: (view) => this.#replace(passage, view),
    });
  }

  remove(passage) {
    this.#enqueue({
      run: () => this.#call('DELETE', `/passages/${passage.id}`),
      done: () => {
        this.passages.delete(passage.id);
        this.#changed();
      },
    });
  }

  async detail(passage) {
    return this.#call('GET', `/passages/${passage.id}`);
  }

  saveNote(passage, note, version) {
    this.#enqueue({
      run: () => this.#call('PUT', `/passages/${passage.id}/note`, { note, version }),
      done: (view) => this.#replace(passage, view),
    });
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
    return [...this.passages.values()].find((p) => p.start === start && p.end === end);
  }

  covering(offset) {
    return [...this.passages.values()].filter((p) => p.start <= offset && offset < p.end).sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  kindOf(passage) {
    const piece = passage.codings.map((c) => this.pieces.get(c.piece)).find(Boolean);
    if (piece) return piece.class.toLowerCase();
    return passage.codings.some((c) => c.challenge) ? 'challenge' : 'bare';
  }

  #codingFor(request) {
    if (request.pieceNumber) return { id: 0, piece: request.pieceNumber, challenge: null };
    if (request.challengeId) return { id: 0, piece: null, challenge: request.challengeId };
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
  }

  #undo(passage, coding) {
    if (coding) passage.codings = passage.codings.filter((c) => c !== coding);
    if (passage.id < 0 && !passage.codings.length) this.passages.delete(passage.id);
    this.#changed();
  }

  #remember(piece) {
    this.recent = [piece, ...this.recent.filter((n) => n !== piece)].slice(0, 9);
  }

  #enqueue(job) {
    this.queue.push(job);
    this.#keepWaiting();
    this.#send();
  }

  async #send() {
    if (this.sending) return;
    this.sending = true;
    clearTimeout(this.retry);
    try {
      while (this.queue.length) {
        this.#status(this.attempt ? 'lost' : 'saving');
        const [job] = this.queue;
        try {
          const result = await job.run();
          this.attempt = 0;
          this.queue.shift();
          job.done(result);
        } catch (error) {
          if (!(error instanceof Refused)) {
            this.#waitForConnection();
            return;
          }
          this.queue.shift();
          job.failed?.();
          this.dispatchEvent(new CustomEvent('refused', { detail: error.message }));
        }
        this.#keepWaiting();
      }
      this.#status('saved');
    } finally {
      this.sending = false;
    }
  }

  #waitForConnection() {
    this.attempt = (this.attempt ?? 0) + 1;
    this.#status('lost');
    this.retry = setTimeout(() => this.#send(), Math.min(15000, 500 * 2 ** this.attempt));
  }

  async #call(method, path, body) {
    const answer = await fetch(this.api + path, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', RequestVerificationToken: this.token },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 204) return null;
    if (answer.ok) return answer.json();
    if (answer.status === 401) throw new Error('signed out');
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    const problem = await answer.json().catch(() => null);
    throw new Refused(problem?.title ?? 'Ændringen blev ikke taget imod. Indlæs siden igen.');
  }

  #status(state) {
    this.dispatchEvent(new CustomEvent('status', { detail: { state, waiting: this.queue.length } }));
  }

  #changed() {
    this.counts = null;
    this.dispatchEvent(new Event('changed'));
  }

  #waiting() {
    try {
      return JSON.parse(sessionStorage.getItem(this.waitingKey) ?? '[]');
    } catch {
      return [];
    }
  }

  #keepWaiting() {
    const requests = this.queue.map((job) => job.request).filter(Boolean);
    if (requests.length) sessionStorage.setItem(this.waitingKey, JSON.stringify(requests));
    else sessionStorage.removeItem(this.waitingKey);
  }
}

/** The server said no, with a sentence for the user; sending again would not help. */
class Refused extends Error {}
