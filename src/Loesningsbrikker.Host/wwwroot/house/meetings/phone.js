// The participant's phone: shows what the meeting asks as soon as it asks it, and says what became of the answer.

import { Ballots } from './ballot.js';
import { countDown } from './countdown.js';
import { Question } from './question.js';

const root = document.querySelector('#phone');
const now = document.querySelector('#phone-now');
const status = document.querySelector('#phone-status');
const clock = document.querySelector('#phone-clock');
const { code, tag } = root.dataset;
const ballots = new Ballots(code, tag, document.querySelector('input[name="__RequestVerificationToken"]')?.value ?? '');
const sentences = {
  saving: 'Gemmer dit svar …',
  saved: 'Dit svar er gemt. Du kan ændre det, til spørgsmålet lukker.',
  lost: 'Ingen forbindelse: dit svar er gemt på telefonen og bliver sendt.',
};
let question;
let stopClock = () => {};

function say(state, text) {
  status.dataset.state = state;
  if (status.textContent !== text) status.textContent = text;
}

function open() {
  const article = now.querySelector('.phone-question');
  question = undefined;
  if (!article || article.dataset.kind === 'Qualification') return;
  question = new Question(article, (answers) => ballots.change(question.round, answers, question.known), (hint) => say('hint', hint));
  const kept = ballots.read(question.round);
  if (kept && kept.revision >= question.known) question.restore(kept.answers);
}

function showClock(closesIn) {
  stopClock();
  stopClock = () => {};
  clock.hidden = closesIn === null;
  if (closesIn !== null) stopClock = countDown(closesIn, (text) => { clock.textContent = text; });
}

function show(news) {
  const isOther = String(news.roundId ?? '') !== (root.dataset.round ?? '') || news.roundId === null;
  root.dataset.version = news.version;
  root.dataset.round = news.roundId ?? '';
  showClock(news.closesIn);
  // More time for the same question must not take away what is being typed.
  if (!isOther) return;
  const waits = status.dataset.state === 'lost';
  now.innerHTML = news.html;
  document.title = `${now.querySelector('h1')?.textContent.trim()} – Løsningsbrikker`;
  if (!waits) say('', '');
  open();
  now.querySelector('h1')?.focus();
  scrollTo(0, 0);
}

ballots.addEventListener('state', ({ detail }) => {
  if (detail.state === 'refused') say('refused', detail.round === question?.round ? detail.text : `Forrige spørgsmål: ${detail.text}`);
  // What waits belongs to an earlier question when another one is open; that it waits is told all the same.
  else if (detail.state === 'lost' || detail.round === question?.round) say(detail.state, sentences[detail.state]);
  else if (detail.state === 'saved' && status.dataset.state === 'lost') say('', '');
});

/** Asks what is new, and waits for the answer as long as the server lets it wait. */
async function ask(signal) {
  const answer = await fetch(`/m/${code}/now?seen=${encodeURIComponent(root.dataset.version)}`, { headers: { Accept: 'application/json' }, signal });
  if (!answer.ok) throw new Error(String(answer.status));
  const news = await answer.json();
  if (!news.hasJoined) location.reload();
  else if (news.html !== null) show(news);
}

async function watch() {
  let pause = 0;
  for (;;) {
    const stop = new AbortController();
    // Back from sleep, a phone waits on a connection that is gone.
    const awake = () => document.visibilityState === 'visible' && stop.abort();
    document.addEventListener('visibilitychange', awake, { once: true });
    const timer = setTimeout(() => stop.abort(), 40000);
    try {
      await ask(stop.signal);
      pause = 200;
    } catch {
      pause = Math.min(8000, Math.max(1000, pause * 2));
    }
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', awake);
    await new Promise((go) => { setTimeout(go, pause / 2 + Math.random() * pause / 2); });
  }
}

open();
showClock(root.dataset.closesIn ? Number(root.dataset.closesIn) : null);
ballots.resume();
watch();
