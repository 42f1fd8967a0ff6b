import { type Hundredths, roundedQuotient } from '#domain/points/hundredths.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { FactValue } from '#domain/schemes/format/value-shapes.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { type Happening, isEntry, numberIn } from './entry.ts';

const HALF = 2;
/** Numbers of a scheme have at most two decimals; in hundredths they divide exactly. */
const CENT = 100;

/** What one session or entry is worth under a rule, in full, whatever the limits. Zero where it says nothing. */
export function worthOf(value: FactValue, happening: Happening, register: Register | null, today: CivilDate): Hundredths {
  if (value.kind === 'fixed') return value.each;
  if (!isEntry(happening)) return 0;
  if (value.kind === 'table') {
    const level = happening.values[value.by];
    const mark = typeof level === 'string' ? value.marks[level] ?? 0 : 0;
    return value.half !== undefined && happening.values[value.half] === true ? roundedQuotient(mark, HALF) : mark;
  }
  const number = numberIn(happening, value.by, today, register);
  if (number === null) return 0;
  if (value.kind === 'steps') return value.steps.filter(({ from }) => from <= number).reduce((best, step) => (step.from >= best.from ? step : best), { from: -1, mark: 0 }).mark;
  return unitsIn(number, value.size, value.round ?? 'down') * value.each;
}

/** Whole, begun or nearest units. */
function unitsIn(number: number, size: number, round: 'down' | 'up' | 'nearest'): number {
  const [amount, unit] = [Math.round(number * CENT), Math.round(size * CENT)];
  if (round === 'nearest') return roundedQuotient(amount, unit);
  return round === 'up' ? Math.ceil(amount / unit) : Math.floor(amount / unit);
}
