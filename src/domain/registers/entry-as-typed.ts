import { type CivilDate, type Period, periodOf } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import { consentField } from '#domain/schemes/register-uses.ts';
import type { Words } from '#domain/words/words.ts';
import { personFaults } from './entry-rules.ts';
import { readValues, type Typed } from './typed-values.ts';

/** An entry as somebody typed it, in a form or in a row of a table. */
export interface TypedEntry {
  readonly day: CivilDate;
  readonly until: CivilDate | null;
  readonly period?: Period | undefined;
  readonly reason: string;
  readonly persons: FactState<'record'>['persons'];
  readonly values: Readonly<Record<string, Typed>>;
}

export interface EntryAsTyped {
  readonly state: FactState<'record'>;
  readonly period: Period;
  readonly text: { readonly fields: Readonly<Record<string, string>>; readonly reason: string };
  /** What is wrong in the entry itself: `persons`, `values.level`. */
  readonly places: readonly { readonly at: string; readonly words: Words }[];
}

/** What the typed fields come to in the terms of the log, and what is wrong with them by the register's declaration alone. */
export function entryAsTyped(register: Register, organisation: string, typed: TypedEntry, keyOf: (plain: string) => string): EntryAsTyped {
  const { day, until, persons, reason } = typed;
  const period = typed.period ?? periodOf(day);
  const { values, texts, faults } = readValues(register, typed.values, keyOf);
  return {
    state: { register: register.id, organisation, day, until: register.lasts ? until : null, persons: [...persons], values },
    period, text: { fields: texts, reason: period === periodOf(day) ? '' : reason },
    places: [
      ...personFaults(register, persons).map((words) => ({ at: 'persons', words })),
      ...faults.map(({ field, words }) => ({ at: `values.${field}`, words })),
      ...withoutConsent(register, values),
    ],
  };
}

/** A feature about somebody is entered with his consent, or not at all (S0-09). */
function withoutConsent(register: Register, values: FactState<'record'>['values']): EntryAsTyped['places'] {
  const consent = register.use === 'features' ? consentField(register) : undefined;
  if (consent === undefined || values[consent.id] !== false) return [];
  return [{ at: `values.${consent.id}`, words: { zh: '未征得本人同意的，不登记。', en: 'Without the consent of the person it is not entered.' } }];
}
