// Amounts in 1,000 kroner as Danes write them, read by the same rules as on the server (Budget/AmountText.cs).

const AMOUNT = /^(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d+)(?:,\d{1,3})?$/;
const MOST = 1_000_000_000_000;
const danish = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 3 });

/** Whole kroner; null for an empty text, which means not calculated; undefined for what is no amount. */
export function parse(text) {
  const clean = text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim();
  if (clean === '') return null;
  if (clean.length > 40 || !AMOUNT.test(clean)) return undefined;
  const [whole, decimals = ''] = clean.replace(/[. ]/g, '').split(',');
  const kroner = Number(whole) * 1000 + Number(decimals.padEnd(3, '0'));
  return kroner <= MOST ? kroner : undefined;
}

/** Whole kroner in 1,000 kroner: 1.250 or 1.250,5; a dash for what is not calculated. */
export function format(kroner) {
  return kroner === null ? '–' : danish.format(kroner / 1000);
}

/** Adds what is known; null when nothing is. */
export function sum(amounts) {
  const known = amounts.filter((a) => typeof a === 'number');
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}
