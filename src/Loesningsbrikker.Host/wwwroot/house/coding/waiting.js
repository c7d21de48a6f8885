// The changes that were not stored when the page was left: kept in this tab, for this user and this text only.

export class Waiting {
  constructor(user, api) {
    this.key = `coding-waiting:${user}:${api}`;
  }

  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? '[]');
    } catch {
      return [];
    }
  }

  keep(changes) {
    if (changes.length) sessionStorage.setItem(this.key, JSON.stringify(changes));
    else sessionStorage.removeItem(this.key);
  }
}
