// Takes in what others changed, or what an undo changed: everything as it is now, so taking it in twice changes nothing.

/** News as the server tells them: { passages, removed, pieces, gonePieces, reload }. */
export async function takeChanges(store, { passages, removed, pieces, gonePieces, reload }) {
  for (const piece of pieces) store.pieces.set(piece.number, { ...piece, elsewhere: store.pieces.get(piece.number)?.elsewhere ?? 0 });
  for (const number of gonePieces) store.pieces.delete(number);
  for (const id of removed) store.passages.delete(id);
  for (const { id, start, end, note, codings } of passages) {
    store.passages.set(id, { id, start, end, hasNote: note !== '', codings: codings.map((c) => ({ ...c })) });
  }
  if (reload) await store.fetchAll();
  else store.changed();
}
