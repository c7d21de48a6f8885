// A participant's answers: kept on the phone first, then sent until the server has taken them. Sending twice stores once, because the
// server reckons the ballot's id from the phone's cookie, and an older change never overwrites a newer one.

const unanswered = 'urn:loesningsbrikker:unanswered';
const longest = 15000;

export class Ballots extends EventTarget {
  constructor(code, tag, token) {
    super();
    this.code = code;
    this.prefix = `meeting:${tag}:`;
    this.token = token;
    this.attempt = 0;
    window.addEventListener('online', () => this.#send(true));
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#send(true));
  }

  /** What this phone has answered to a question: { revision, sent, answers }, or nothing. */
  read(round) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + round)) ?? this.memory?.[round];
    } catch {
      return this.memory?.[round];
    }
  }

  /** Keeps an answer and sends it. `known` is the revision that the page came with. */
  change(round, answers, known) {
    const before = this.read(round);
    this.#keep(round, { revision: Math.max(before?.revision ?? 0, known) + 1, sent: before?.sent ?? known, answers });
    this.#send(true);
  }

  /** Sends what waited when the page was left. */
  resume() {
    this.#send(true);
  }

  #waiting() {
    const keys = new Set(Object.keys(this.memory ?? {}));
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(this.prefix)) keys.add(key.slice(this.prefix.length));
    } catch {
      // No storage: what is kept in the page has to do.
    }
    return [...keys].map((round) => ({ round, ballot: this.read(round) })).filter(({ ballot }) => ballot && ballot.revision > ballot.sent);
  }

  async #send(now) {
    if (this.sending) {
      this.again = now;
      return;
    }
    clearTimeout(this.retry);
    this.sending = true;
    try {
      for (let waiting = this.#waiting(); waiting.length; waiting = this.#waiting()) {
        const [{ round, ballot }] = waiting;
        this.#tell(round, this.attempt ? 'lost' : 'saving');
        const refusal = await this.#put(round, ballot);
        this.attempt = 0;
        const kept = this.read(round);
        this.#keep(round, { ...kept, sent: Math.max(kept.sent, ballot.revision) });
        if (refusal) this.#tell(round, 'refused', refusal);
        else if (this.read(round).revision === ballot.revision) this.#tell(round, 'saved');
      }
    } catch {
      this.#tryLater();
    } finally {
      this.sending = false;
      if (this.again) {
        this.again = false;
        this.#send(true);
      }
    }
  }

  /** Nothing when it is stored; a sentence when the server will never take it; throws when it may be tried again. */
  async #put(round, ballot, isSecond = false) {
    const answer = await fetch(`/m/${this.code}/rounds/${round}/ballot`, {
      method: 'PUT',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', RequestVerificationToken: this.token },
      body: JSON.stringify({ revision: ballot.revision, answers: ballot.answers }),
      signal: AbortSignal.timeout(longest),
    });
    if (answer.ok) return null;
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new Error(String(answer.status));
    const problem = await answer.json().catch(() => null);
    // No rule said no: the token does not fit any more, e.g. because somebody signed in or out on this phone.
    if ((!problem || problem.type === unanswered) && !isSecond) {
      await this.#renewToken();
      return this.#put(round, ballot, true);
    }
    return problem?.title ?? 'Svaret blev ikke taget imod. Indlæs siden igen.';
  }

  async #renewToken() {
    const page = await fetch(`/m/${this.code}`, { signal: AbortSignal.timeout(longest) });
    if (!page.ok) throw new Error(String(page.status));
    const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('input[name="__RequestVerificationToken"]');
    if (fresh) this.token = fresh.value;
  }

  #tryLater() {
    this.attempt += 1;
    for (const { round } of this.#waiting()) this.#tell(round, 'lost');
    // Spread, so that a hall that comes back does not come back in the same moment.
    const pause = Math.min(longest, 500 * 2 ** this.attempt);
    this.retry = setTimeout(() => this.#send(false), pause / 2 + Math.random() * pause / 2);
  }

  #keep(round, ballot) {
    try {
      localStorage.setItem(this.prefix + round, JSON.stringify(ballot));
    } catch {
      this.memory = { ...this.memory, [round]: ballot };
    }
  }

  #tell(round, state, text) {
    this.dispatchEvent(new CustomEvent('state', { detail: { round: String(round), state, text } }));
  }
}
