// A long text that was typed and not sent is worth a question before the page is left.
// data-unsaved on the form: asks once something was typed; "always" where the page itself carries what is not stored yet.

for (const form of document.querySelectorAll('form[data-unsaved]')) {
  let sending = false;
  let typed = form.dataset.unsaved === 'always';
  form.addEventListener('input', () => { typed = true; });
  form.addEventListener('submit', () => { sending = true; });
  addEventListener('pageshow', () => { sending = false; });
  addEventListener('beforeunload', (event) => {
    if (typed && !sending) event.preventDefault();
  });
}
