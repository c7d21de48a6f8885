// A block copied from a spreadsheet and pasted into one cell of the grid fills the cells to the right and below.
const rows = [...document.querySelectorAll(".meeting-grid tbody tr")].map(row => [...row.querySelectorAll("input:not([type=hidden])")]);

document.querySelector(".meeting-grid")?.addEventListener("paste", event => {
  const lines = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/).map(line => line.split("\t"));
  const top = rows.findIndex(cells => cells.includes(event.target));
  if (top < 0 || (lines.length === 1 && lines[0].length === 1))
    return;
  event.preventDefault();
  const left = rows[top].indexOf(event.target);
  lines.slice(0, rows.length - top).forEach((line, down) =>
    line.slice(0, rows[top].length - left).forEach((value, right) => {
      rows[top + down][left + right].value = value.trim();
    }));
});

// A number that is tabbed to is replaced by what is typed, as in a spreadsheet.
document.querySelector(".meeting-grid")?.addEventListener("focusin", event => event.target.select?.());
document.querySelector(".meeting-wrong")?.focus();
if (!document.querySelector(".meeting-wrong"))
  rows[0]?.[0]?.focus();
