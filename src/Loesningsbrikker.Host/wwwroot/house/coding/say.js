// Words for the one who works here: read aloud, and shown where something happened without a window to show it in.

const spoken = document.getElementById('coding-spoken');
const told = document.getElementById('coding-told');

/** Only read aloud, because the screen shows it already. */
export function speak(words) {
  spoken.textContent = words;
}

/** Read aloud and shown until the next thing happens. */
export function tell(words) {
  speak(words);
  told.textContent = words;
  told.hidden = false;
}

/** What was shown belongs to what was done before. */
export function hush() {
  told.hidden = true;
}
