// A table copied from Word or Excel also lies on the clipboard as markup, with merged cells and lines inside cells.
// What is put into the field is plain text: a tab between cells, quotes around cells with lines. Without this script the
// browser pastes the plain text, which the server reads as well.

const field = document.getElementById('Text');
const message = document.querySelector('[data-paste-message]');
const MOST_ROWS = 2000;
const MOST_CELLS = 200_000;
const BLOCKS = 'p, div, li, h1, h2, h3, h4, h5, h6';

/** The text of a cell with its lines, as one sees them. */
function textOf(cell) {
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\n');
  const blocks = [...cell.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  // White space in markup is no line; the blocks and breaks are.
  const lines = (blocks.length > 0 ? blocks : [cell]).map((block) => block.textContent.replace(/[^\S\n]+/g, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** The rows of a table; a cell that spans rows counts for each of them, one that spans columns for its first. */
function rowsOf(table) {
  const rows = [];
  let cells = 0;
  [...table.rows].slice(0, MOST_ROWS).forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (rows[y]?.[x] !== undefined) x += 1;
      const [text, width, height] = [textOf(cell), Math.min(cell.colSpan, 100), Math.min(cell.rowSpan, table.rows.length - y)];
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width && cells < MOST_CELLS; right += 1, cells += 1) {
          (rows[y + down] ??= [])[x + right] = right === 0 ? text : '';
        }
      }
      x += width;
    }
  });
  return rows.map((row) => Array.from(row ?? [], (cell) => cell ?? ''));
}

const quoted = (cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

field.addEventListener('paste', (event) => {
  const markup = event.clipboardData.getData('text/html');
  if (!markup.includes('<table')) return;
  // A document made this way loads nothing and runs nothing.
  const pasted = new DOMParser().parseFromString(markup, 'text/html');
  const tables = [...pasted.querySelectorAll('table')].filter((table) => !table.parentElement.closest('table'));
  const rows = tables.flatMap(rowsOf);
  if (rows.length === 0) return;
  event.preventDefault();
  const text = rows.map((row) => row.map(quoted).join('\t')).join('\n');
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  const columns = Math.max(...rows.map((row) => row.length));
  message.textContent = `${rows.length} ${rows.length === 1 ? 'række' : 'rækker'} og ${columns} ${columns === 1 ? 'kolonne' : 'kolonner'} er sat ind.`;
});
