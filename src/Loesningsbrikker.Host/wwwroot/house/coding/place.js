// Where the palette stands.

/** Below the stretch, or above it when there is no room; the page itself never scrolls. On a phone the style sheet decides. */
export function putBeside(box, text, { start, end }) {
  const first = text.boxOf(start, end);
  if (!first || matchMedia('(max-width: 48em)').matches) {
    box.style.top = box.style.left = '';
    return;
  }
  const host = box.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const height = box.offsetHeight;
  const last = text.boxOf(Math.max(start, end - 1), end) ?? first;
  const below = last.bottom + 6;
  const top = below + height > innerHeight && first.top - height - 6 > 0 ? first.top - height - 6 : below;
  box.style.top = `${top - host.top}px`;
  box.style.left = `${Math.max(8, Math.min(first.left, innerWidth - box.offsetWidth - 16)) - host.left}px`;
}
