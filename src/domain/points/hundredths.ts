/** Points and marks as integers in hundredths: 1600 is 16.00. */
export type Hundredths = number;

const POINTS = /^([-−+]?)(\d{1,9})(?:\.(\d{1,2}))?$/;
const MINUS = '\u2212';

/**
 * The quotient of two integers as an integer, rounded half away from zero: 2.5 → 3, −2.5 → −3. Exact, because
 * it works on the remainder and never on a fraction. Throws a `RangeError` for a divisor that is not positive and for
 * numbers beyond 2⁵³, where integers of this language stop being exact.
 */
export function roundedQuotient(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor) || divisor <= 0) {
    throw new RangeError(`Cannot divide ${dividend} by ${divisor} exactly.`);
  }
  const remainder = dividend % divisor;
  const whole = (dividend - remainder) / divisor;
  const away = Math.abs(remainder) >= divisor - Math.abs(remainder);
  return (away ? whole + Math.sign(dividend) : whole) + 0;
}

/** '14.86', '−0.52' (with the minus sign of print, U+2212), '0.00'. */
export function formatHundredths(value: Hundredths): string {
  const digits = String(Math.abs(value)).padStart(3, '0');
  return `${value < 0 ? MINUS : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Like `formatHundredths`, with a plus before what adds: '+5.00', '−0.52', '0.00'. */
export function formatChange(value: Hundredths): string {
  return value > 0 ? `+${formatHundredths(value)}` : formatHundredths(value);
}

/** The points that a text such as '2', '14.86' or '−0.5' names; null when it names none or has a third decimal. */
export function parseHundredths(text: string): Hundredths | null {
  const match = POINTS.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  return (sign === '-' || sign === MINUS ? -value : value) + 0;
}
