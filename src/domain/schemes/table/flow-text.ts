import { isFields } from '#domain/schemes/format/raw-value.ts';

/** Letters and digits need no quotes, unless a reader would take them for something else. */
const BARE = /^\p{L}[\p{L}\p{N}_-]*$/u;
const TAKEN = /^(true|false|null|yes|no|on|off|nan|inf)$/i;
/** What a cell would lose is written as a number. */
const UNSEEN = /[\u0000-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060\ufeff\ud800-\udfff]/g;

/** A value as one line of a scheme file: `{ per: quarter, late: { days: 15 } }`; what a cell would swallow is spelled out. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isFields(value)) return `{ ${Object.entries(value).map(([word, inside]) => `${flowText(word)}: ${flowText(inside)}`).join(', ')} }`;
  if (typeof value !== 'string') return String(value);
  if (BARE.test(value) && !TAKEN.test(value)) return value;
  return JSON.stringify(value).replaceAll(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
