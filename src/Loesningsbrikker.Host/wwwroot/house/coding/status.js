// Says whether everything is stored, and what to do when it is not.

export function showStatus(store, element) {
  store.addEventListener('status', ({ detail: { state, waiting } }) => {
    element.dataset.state = state;
    const waits = waiting === 1 ? '1 ændring venter' : `${waiting} ændringer venter`;
    element.textContent = {
      saved: '✓ Gemt',
      saving: 'Gemmer …',
      lost: `Ingen forbindelse. ${waits} og bliver sendt, når den er tilbage.`,
      'signed-out': `Du er logget ud. ${waits} og bliver sendt, når du er logget ind igen. `,
      other: `En anden har logget ind i denne browser. ${waits} og bliver sendt, når du selv er logget ind igen. `,
    }[state];
    if (state !== 'signed-out' && state !== 'other') return;
    element.dataset.state = 'lost';
    const link = document.createElement('a');
    Object.assign(link, { href: state === 'other' ? '/account' : '/sign-in', target: '_blank', rel: 'noopener' });
    link.textContent = state === 'other' ? 'Skift bruger i en ny fane' : 'Log ind i en ny fane';
    element.append(link);
  });
  store.addEventListener('refused', ({ detail }) => {
    element.dataset.state = 'waiting';
    element.textContent = detail;
  });
}
