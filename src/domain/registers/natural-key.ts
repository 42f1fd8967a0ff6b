import type { Period } from '#domain/calendar/civil-date.ts';
import { windowDayOf, windowKinds, windowOf, type WindowKind } from '#domain/calendar/window.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';

type RecordState = FactState<'record'>;

/**
 * What makes two entries of one organisation the same: the fields that the register names, the day, the persons, or a
 * window of the period such as `month` or `year`. A register that names nothing takes everything together.
 */
export function naturalKey(register: Register, state: RecordState, period: Period): string {
  const parts = register.key ?? ['day', 'persons', ...(register.fields ?? []).filter(({ kind }) => kind !== 'text').map(({ id }) => id)];
  return parts.map((part) => {
    if (part === 'day') return state.day;
    if (part === 'persons') return state.persons.map(({ person, as }) => `${person} ${as ?? ''}`).sort().join(',');
    if (isWindow(part) && !(register.fields ?? []).some(({ id }) => id === part)) return windowOf(part, windowDayOf(state.day, period));
    return String(state.values[part] ?? '');
  }).join('|');
}

const isWindow = (part: string): part is WindowKind => (windowKinds as readonly string[]).includes(part);
