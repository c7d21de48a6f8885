// The countdown of the open question.
import { countDown } from './countdown.js';

const place = document.querySelector('[data-closes-in]');
if (place) countDown(Number(place.dataset.closesIn), (text) => { place.textContent = `· ${text}`; });
