/**
 * Signs with which spreadsheets begin a formula, also in the wide forms of an input method. A name such as
 * `=HYPERLINK(…)` must stay a name when the file is opened.
 */
const formula = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/;

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A file that a spreadsheet opens with a double click: byte order mark for the Chinese letters, CRLF, safe cells. */
export const csvOf = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
