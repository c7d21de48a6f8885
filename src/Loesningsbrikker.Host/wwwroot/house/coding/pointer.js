// Choosing words with mouse and finger.

/**
 * "page": text, list, store, filter, mayWrite, openStretch(stretch) for a selection, openPassages(passages) for a
 * press on a mark, selecting(stretch or null) while a finger selects.
 */
export function watchPointer(page) {
  const { text, list, filter } = page;
  const openAtPoint = (event) => {
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY) ?? asPosition(document.caretRangeFromPoint?.(event.clientX, event.clientY));
    if (!caret || !event.target.closest('p[data-start]')) return;
    const passages = page.store.covering(text.offsetOf(caret.offsetNode, caret.offset, false)).filter((p) => filter.matches(p));
    if (passages.length) page.openPassages(passages);
  };
  const openAtSelection = () => {
    const stretch = text.selected();
    if (stretch) page.openStretch(stretch);
    return Boolean(stretch);
  };

  list.addEventListener('pointerup', (event) => {
    // With a finger the selection is still being dragged by its handles; a button waits until it is done.
    if (event.pointerType === 'touch') return;
    setTimeout(() => {
      if (!(page.mayWrite && openAtSelection()) && document.getSelection()?.isCollapsed !== false) openAtPoint(event);
    });
  });
  list.addEventListener('click', (event) => {
    if (event.pointerType === 'touch' && document.getSelection()?.isCollapsed !== false) openAtPoint(event);
  });
  if (page.mayWrite) watchFinger(page);
}

/** What a finger has selected is told while it is; it is still being dragged by its handles, so nothing opens by itself. */
function watchFinger({ text, selecting }) {
  let touched = false;
  let wasSelected = false;
  addEventListener('pointerdown', (event) => { touched = event.pointerType === 'touch'; });
  document.addEventListener('selectionchange', () => {
    const stretch = touched ? text.selected() : null;
    if (stretch || wasSelected) selecting(stretch);
    wasSelected = Boolean(stretch);
  });
}

function asPosition(range) {
  return range && { offsetNode: range.startContainer, offset: range.startOffset };
}
