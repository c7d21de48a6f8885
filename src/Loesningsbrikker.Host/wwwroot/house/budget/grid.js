// The grid of an estimate: net amounts while typing, arrows and Enter between cells, a block pasted from a spreadsheet.
// Without this script the form is stored just the same, and the server says what is wrong.

import { format, parse, sum } from './amount.js';

const grid = document.querySelector('[data-budget-grid]');
const message = document.querySelector('[data-budget-message]');
const cells = [];
for (const input of grid.querySelectorAll('input[data-row]')) {
  (cells[Number(input.dataset.row)] ??= [])[Number(input.dataset.column)] = input;
}
const COLUMNS = cells[0]?.length ?? 0;

const cellOf = (input) => [Number(input.dataset.row), Number(input.dataset.column)];
const isCell = (target) => target instanceof HTMLInputElement && target.dataset.row !== undefined;

function show(selector, amount) {
  const output = grid.querySelector(selector);
  output.value = format(amount);
  output.classList.toggle('budget-missing', amount === null);
}

function calculate() {
  const amounts = cells.map((row) => row.map((input) => parse(input.value)));
  const net = (rows, columns) => sum(rows.flatMap((row) => columns.map((c) => (typeof row[c] === 'number' && c % 2 === 1 ? -row[c] : row[c]))));
  const showNets = (place, rows) => {
    show(`[data-net="${place} operating"]`, net(rows, [0, 1]));
    show(`[data-net="${place} capital"]`, net(rows, [2, 3]));
    show(`[data-net="${place} all"]`, net(rows, [0, 1, 2, 3]));
  };
  amounts.forEach((row, i) => showNets(i, [row]));
  showNets('total', amounts);
  for (let c = 0; c < COLUMNS; c += 1) show(`[data-sum="${c}"]`, sum(amounts.map((row) => row[c])));
}

/** Marks a cell that holds no amount, and writes an amount as it was read, so that a slip of comma and point is seen. */
function settle(input) {
  const amount = parse(input.value);
  if (amount === undefined) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
  if (typeof amount === 'number') input.value = format(amount);
  else if (amount === null) input.value = '';
}

function tell() {
  const wrong = grid.querySelectorAll('[aria-invalid="true"]').length;
  message.textContent = wrong === 0 ? '' : wrong === 1
    ? 'Et felt er ikke et beløb. Skriv fx 1.250 eller 1.250,5, eller lad det stå tomt.'
    : `${wrong} felter er ikke beløb. Skriv fx 1.250 eller 1.250,5, eller lad dem stå tomme.`;
}

function go(row, column) {
  const input = cells[row]?.[column];
  input?.focus();
  return input !== undefined;
}

function pasteBlock(start, text) {
  const [top, left] = cellOf(start);
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t'));
  let outside = 0;
  lines.forEach((line, i) => line.forEach((value, j) => {
    const input = cells[top + i]?.[left + j];
    if (input) {
      input.value = value.trim();
      settle(input);
    } else if (value.trim() !== '') outside += 1;
  }));
  calculate();
  tell();
  if (outside > 0) message.textContent = `${outside === 1 ? 'Ét tal' : `${outside} tal`} var der ikke plads til i skemaet. ${message.textContent}`;
}

grid.addEventListener('keydown', (event) => {
  if (!isCell(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = event.target;
  const [row, column] = cellOf(input);
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length;
  const atStart = whole || input.selectionEnd === 0;
  const atEnd = whole || input.selectionStart === input.value.length;
  const moves = {
    ArrowUp: () => go(row - 1, column),
    ArrowDown: () => go(row + 1, column),
    ArrowLeft: () => atStart && go(row, column - 1),
    ArrowRight: () => atEnd && go(row, column + 1),
    // Enter never sends the form from a cell: it goes down, and from the last year to the top of the next column.
    Enter: () => go(row + (event.shiftKey ? -1 : 1), column) || (!event.shiftKey && go(0, column + 1)) || true,
  };
  if (moves[event.key]?.()) event.preventDefault();
});

grid.addEventListener('focusin', (event) => { if (isCell(event.target)) event.target.select(); });
grid.addEventListener('input', (event) => { if (isCell(event.target)) calculate(); });
grid.addEventListener('change', (event) => {
  if (!isCell(event.target)) return;
  settle(event.target);
  calculate();
  tell();
});
grid.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!isCell(event.target) || !/[\t\n]/.test(text)) return;
  event.preventDefault();
  pasteBlock(event.target, text);
});

calculate();
