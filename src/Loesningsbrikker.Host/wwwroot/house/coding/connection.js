// The way to the server, and what its answers mean.

const unanswered = 'urn:loesningsbrikker:unanswered';

export class Connection {
  constructor(root) {
    this.api = root.dataset.api;
    this.user = root.dataset.user;
    this.token = document.querySelector('#coding-token input[name="__RequestVerificationToken"]')?.value ?? '';
  }

  /** Sends one change or question; null for an answer without content. Throws one of the errors below, or what fetch throws. */
  async call(method, path, body, isSecond = false) {
    const answer = await fetch(this.api + path, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', RequestVerificationToken: this.token },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status === 204) return null;
    if (answer.ok) return answer.json();
    if (answer.status === 401) throw new SignedOut();
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    const problem = await answer.json().catch(() => null);
    // No rule said no: the session is another one than the page was opened in, so the token does not fit, or the person.
    if ((!problem || problem.type === unanswered) && !isSecond) {
      await this.#renewToken();
      return this.call(method, path, body, true);
    }
    throw new Refused(problem?.title ?? 'Ændringen blev ikke taget imod. Indlæs siden igen.');
  }

  async #renewToken() {
    const answer = await fetch('/coding-token', { headers: { Accept: 'application/json' } });
    if (answer.status === 401) throw new SignedOut();
    if (!answer.ok) throw new Error(String(answer.status));
    const { userId, token } = await answer.json();
    if (String(userId) !== this.user) throw new SomebodyElse();
    this.token = token;
  }
}

/** The server said no, with a sentence for the user; sending again would not help. */
export class Refused extends Error {}

/** The session has ended; the change waits until the user has signed in again. */
export class SignedOut extends Error {}

/** Another user has signed in since; the change waits, because it would be stored under the wrong name. */
export class SomebodyElse extends Error {}
