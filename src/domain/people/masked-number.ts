const UNKNOWN_SHAPE = '****';

/** A mobile, with or without the country code. */
const MOBILE = /^(?:(?:00)?86)?(1\d\d)\d{4}(\d{4})$/;
/** An area code and a number of seven or eight digits. */
const LANDLINE = /^(010|02\d|0[3-9]\d\d)\d{4,5}(\d{3})$/;
const LOCAL = /^\d{4,5}(\d{3})$/;
const IDENTITY = /^(\d)(\d{13}|\d{16})([\dX])$/;

/**
 * A number that reaches or identifies a person, as others are shown it (GB/T 35273-2020, 7.2): enough to recognise what
 * one knows, too little to call. A mobile keeps three digits and four, a landline its area code and three, an identity
 * number its first and its last; what is short or of no such shape keeps nothing, not even its length.
 * @returns null where nothing is on file.
 */
export function maskedNumber(value: string | null | undefined): string | null {
  const plain = (value ?? '').normalize('NFKC').trim();
  if (plain === '') return null;
  const signs = plain.toUpperCase().replaceAll(/[\s()+.\p{Pd}]/gu, '');
  const mobile = MOBILE.exec(signs);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  const landline = LANDLINE.exec(signs);
  if (landline) return `${landline[1]}-****${landline[2]}`;
  const local = LOCAL.exec(signs);
  if (local) return `****${local[1]}`;
  const identity = IDENTITY.exec(signs);
  return identity ? `${identity[1]}${'*'.repeat(signs.length - 2)}${identity[3]}` : UNKNOWN_SHAPE;
}

/** Whether somebody sends a mask back as if it were a number. */
export const looksMasked = (value: string | null | undefined): boolean => /[*＊]/.test(value ?? '');
