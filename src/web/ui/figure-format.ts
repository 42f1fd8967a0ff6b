import type { Hundredths } from '#domain/points/hundredths.ts';

export type FigureFormat =
  /** Hundredths with two decimals: 1486 → 14.86. */
  | 'points'
  /** Whole things: 28. */
  | 'count'
  /** Hundredths of a per cent: 9286 → 92.86%. */
  | 'percent';

/** A true minus sign, as wide as a digit, so that columns stand straight. */
const minus = (text: string): string => text.replace('-', '−');

/** 1486 → '14.86', -52 → '−0.52'. Integers all the way: no binary fraction is ever rounded for show. */
export function pointsText(value: Hundredths): string {
  const whole = Math.trunc(Math.abs(value) / 100);
  const rest = String(Math.abs(value) % 100).padStart(2, '0');
  return `${value < 0 ? '−' : ''}${whole}.${rest}`;
}

/** For a file that carries no grounds: what the figure shows. */
export const figureWords = (value: Hundredths | null, noBasis: string): string => (value === null ? noBasis : pointsText(value));

/** With a sign in front also when it adds: '+5.00'. */
export const changeText = (value: Hundredths): string => (value > 0 ? `+${pointsText(value)}` : pointsText(value));

export function figureText(value: number, format: FigureFormat): string {
  switch (format) {
    case 'points': return pointsText(value);
    case 'count': return minus(String(value));
    case 'percent': return `${pointsText(value)}%`;
  }
}

/** 150 minutes → '2.5' hours, one decimal. */
export const hoursText = (minutes: number): string => minus((Math.round(minutes / 6) / 10).toFixed(1));
