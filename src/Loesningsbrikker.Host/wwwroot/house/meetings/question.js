// One question on the page: what is answered, what may still be answered, and which piece of a set is in view.

export class Question {
  /** `onChange` is called with all answers, each time one of them changes. */
  constructor(article, onChange, onHint) {
    this.article = article;
    this.round = article.dataset.round;
    this.known = Number(article.dataset.revision);
    this.most = Number(article.dataset.most);
    this.onChange = onChange;
    this.onHint = onHint;
    this.pieces = [...article.querySelectorAll('.phone-piece')];
    this.isTogether = article.querySelector('.phone-together') !== null;
    this.isCoins = article.dataset.kind === 'Coins';
    this.here = 0;
    article.addEventListener('submit', (event) => this.#submit(event));
    article.addEventListener('click', (event) => this.#click(event));
    article.addEventListener('change', () => this.isTogether && this.#together());
    if (this.isTogether) {
      for (const button of article.querySelectorAll('[data-coin]')) button.hidden = false;
      article.querySelector('.phone-main-button').hidden = true;
      this.#limit();
    } else if (this.pieces.length > 1) {
      article.querySelector('.phone-steps').hidden = false;
      this.#show(Math.max(0, this.pieces.findIndex((p) => !this.#answered(p))), false);
    }
  }

  /** The answers as they stand on the page. */
  answers() {
    return this.pieces.map((piece) => this.#answerOf(piece)).filter((answer) => answer.value !== null);
  }

  /** Puts answers back that were given before. */
  restore(answers) {
    for (const { place, value, comment } of answers) {
      const piece = this.pieces.find((p) => p.dataset.place === String(place));
      if (!piece) continue;
      if (this.isCoins) piece.querySelector('input.phone-input').value = value;
      else if (this.isTogether) piece.querySelector('input[type=checkbox]').checked = value > 0;
      else this.#press(piece, value);
      const text = piece.querySelector('textarea');
      if (text && comment) text.value = comment;
    }
    if (this.isTogether) this.#limit();
    else if (this.pieces.length > 1) this.#show(Math.max(0, this.pieces.findIndex((p) => !this.#answered(p))), false);
  }

  #submit(event) {
    event.preventDefault();
    if (this.isTogether) return this.#together();
    const piece = event.target.closest('.phone-piece');
    const value = event.submitter?.value;
    if (value) this.#press(piece, Number(value));
    if (!this.#answered(piece)) return this.onHint('Vælg først et svar. Kommentaren gemmes sammen med det.');
    this.#progress();
    return this.onChange(this.answers());
  }

  #click(event) {
    const go = event.target.closest('[data-go]');
    const step = event.target.closest('[data-step]');
    const coin = event.target.closest('[data-coin]');
    if (go) {
      event.preventDefault();
      this.article.querySelector('.phone-list').open = false;
      this.#show(Number(go.dataset.go) - 1, true);
    } else if (step) {
      this.#show(this.here + Number(step.dataset.step), true);
    } else if (coin) {
      const field = coin.parentElement.querySelector('input');
      field.value = this.#number(field) + Number(coin.dataset.coin);
      this.#together();
    }
  }

  #together() {
    this.#limit();
    const answers = this.answers().filter((a) => a.value > 0);
    const used = this.isCoins ? answers.reduce((sum, a) => sum + a.value, 0) : answers.length;
    if (used === 0) return this.onHint(this.isCoins ? 'Læg mindst én mønt.' : 'Vælg mindst én brik.');
    if (used > this.most) return this.onHint(`${this.#many(used)}. Der må højst være ${this.most}.`);
    return this.onChange(answers);
  }

  /** What is left to lay or choose, said and kept. */
  #limit() {
    const used = this.pieces.reduce((sum, piece) => sum + (this.#answerOf(piece).value ?? 0), 0);
    const left = Math.max(0, this.most - used);
    for (const piece of this.pieces) {
      const value = this.#answerOf(piece).value ?? 0;
      if (this.isCoins) {
        piece.querySelector('[data-coin="1"]').disabled = left === 0;
        piece.querySelector('[data-coin="-1"]').disabled = value === 0;
      } else {
        piece.querySelector('input[type=checkbox]').disabled = left === 0 && value === 0;
      }
    }
    this.article.querySelector('#phone-left').textContent = this.isCoins
      ? `${left} ${left === 1 ? 'mønt' : 'mønter'} tilbage af ${this.most}`
      : `${used} valgt, højst ${this.most}`;
  }

  #many(used) {
    return this.isCoins ? `Du har lagt ${used} mønter` : `Du har valgt ${used}`;
  }

  #answerOf(piece) {
    const place = Number(piece.dataset.place);
    if (this.isCoins) return { place, value: this.#number(piece.querySelector('input.phone-input')) };
    if (this.isTogether) return { place, value: piece.querySelector('input[type=checkbox]').checked ? 1 : 0 };
    const pressed = piece.querySelector('[aria-pressed="true"]');
    const comment = piece.querySelector('textarea')?.value;
    return { place, value: pressed ? Number(pressed.value) : null, ...(comment === undefined ? {} : { comment }) };
  }

  #answered(piece) {
    return this.#answerOf(piece).value !== null;
  }

  #press(piece, value) {
    for (const button of piece.querySelectorAll('[aria-pressed]')) button.setAttribute('aria-pressed', String(Number(button.value) === value));
  }

  #number(field) {
    const typed = Number.parseInt(field.value, 10);
    return Number.isNaN(typed) ? 0 : Math.min(Math.max(typed, 0), 99);
  }

  #show(index, moveFocus) {
    if (index < 0 || index >= this.pieces.length) return;
    this.here = index;
    this.pieces.forEach((piece, i) => { piece.hidden = i !== index; });
    this.article.querySelector('[data-step="-1"]').disabled = index === 0;
    this.article.querySelector('[data-step="1"]').disabled = index === this.pieces.length - 1;
    this.article.querySelectorAll('[data-go]').forEach((link, i) => (i === index ? link.setAttribute('aria-current', 'step') : link.removeAttribute('aria-current')));
    this.#progress();
    if (moveFocus) {
      this.pieces[index].focus();
      this.pieces[index].scrollIntoView({ block: 'start' });
    }
  }

  #progress() {
    const done = this.article.querySelectorAll('.phone-done');
    if (!done.length) return;
    this.pieces.forEach((piece, i) => { done[i].textContent = this.#answered(piece) ? 'besvaret' : ''; });
    this.article.querySelector('.phone-progress').textContent = `${this.pieces.filter((p) => this.#answered(p)).length} besvaret`;
  }
}
