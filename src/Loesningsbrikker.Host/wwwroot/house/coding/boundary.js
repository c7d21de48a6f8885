// Moves where a passage begins or ends. Painted at once; where the server says no, it goes back.

export function moveBoundary(store, passage, { start, end }) {
  const was = { wasStart: passage.start, wasEnd: passage.end };
  const moved = { ...passage, start, end };
  store.passages.set(passage.id, moved);
  store.changed();
  store.send({
    run: () => store.connection.call('PUT', `/passages/${passage.id}/range`, { start, end, quote: store.text.slice(start, end), ...was }),
    done: (view) => store.replace(moved, view),
    failed: () => {
      store.passages.set(passage.id, passage);
      store.changed();
    },
  });
}
