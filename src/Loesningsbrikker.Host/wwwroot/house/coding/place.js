// Where the palette stands, and what of its list is seen. The page itself never scrolls.

/**
 * Below the stretch or above it, where there is more room, so that the words stay in sight; the list gives way when room is
 * short, and the page itself never scrolls. On a phone the style sheet decides.
 */
export function putBeside(box, list, text, { start, end }) {
  if (list) list.style.maxHeight = '';
  const first = text.boxOf(start, end);
  if (!first || matchMedia('(max-width: 48em)').matches) {
    box.style.top = box.style.left = '';
    return;
  }
  const host = box.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const last = text.boxOf(Math.max(start, end - 1), end) ?? first;
  const below = last.bottom + gap;
  const roomBelow = innerHeight - below - gap;
  const roomAbove = first.top - 2 * gap;
  const isBelow = box.offsetHeight <= roomBelow || roomBelow >= roomAbove;
  const missing = box.offsetHeight - (isBelow ? roomBelow : roomAbove);
  if (list && missing > 0) list.style.maxHeight = `${Math.max(shortestList, list.offsetHeight - missing)}px`;
  const top = isBelow ? Math.min(below, innerHeight - box.offsetHeight - gap) : first.top - box.offsetHeight - gap;
  box.style.top = `${Math.max(gap, top) - host.top}px`;
  box.style.left = `${Math.max(8, Math.min(first.left, innerWidth - box.offsetWidth - 16)) - host.left}px`;
}

const gap = 6;
const shortestList = 84;

/** Scrolls the list, and only the list, so that the line is seen; scrollIntoView would take the page along. */
export function keepInList(list, line) {
  const top = line.offsetTop - list.offsetTop;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + line.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + line.offsetHeight - list.clientHeight;
}
