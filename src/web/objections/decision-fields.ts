import type { Correctable, Correction } from '#domain/objections/contract.ts';

/** The form of a decision as it is typed. */
export interface DecisionFields {
  readonly verdict: 'upheld' | 'partly' | 'rejected';
  readonly words: string;
  readonly way?: Correction['kind'] | undefined;
  readonly mark?: Extract<Correction, { kind: 'mark' }>['mark'];
  readonly reason?: string | null;
  readonly day?: string;
  readonly from?: string;
  readonly to?: string;
  readonly item?: string;
  /** In marks, as it is typed. */
  readonly checked?: number | null;
  readonly makeUpWay?: Extract<Correction, { kind: 'makeUp' }>['way'];
  readonly until?: string | null;
  /** By part; people without parts stand under `all`. */
  readonly persons?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly values?: Readonly<Record<string, string | boolean | undefined>>;
}

export const ALL = 'all';

/** The fact as it is, so that only what is wrong needs to be changed. */
export function initialOf({ ways, row, register, mark, makeUp, leave, handedIn }: Correctable): Partial<DecisionFields> {
  const way = ways[0];
  if (makeUp) return { way, day: makeUp.day, makeUpWay: makeUp.way };
  if (leave) return { way, ...leave };
  if (handedIn) return { way, ...(handedIn.day === null ? {} : { day: handedIn.day }) };
  if (!row || !register) return { way, ...(mark && mark.mark !== 'absent' ? { mark: mark.mark, reason: mark.reason } : {}) };
  const named = (as: string | null): readonly string[] => row.persons.filter((it) => it.as === as).map(({ id }) => id);
  const one = (ids: readonly string[]) => (register.persons === 'one' ? ids[0] : ids);
  const persons = register.parts.length > 0 ? Object.fromEntries(register.parts.map(({ id }) => [id, one(named(id))])) : { [ALL]: one(named(null)) };
  return { way, day: row.day, until: row.until, persons, values: row.values };
}

/** What is to be written; null while the form does not say it. */
export function correctionOf({ way, mark, reason = null, day, from, to, makeUpWay, item, checked, until = null, persons = {}, values = {} }: DecisionFields, { ways }: Correctable): Correction | null {
  const kind = way ?? ways[0];
  if (kind === undefined) return null;
  switch (kind) {
    case 'mark': return mark === undefined || (mark === 'excused' && !reason) ? null : { kind, mark, reason: mark === 'present' || mark === 'late' ? null : reason };
    case 'values': return day === undefined ? null : {
      kind, day, until,
      persons: Object.entries(persons).flatMap(([as, ids]) => listOf(ids).map((person) => ({ person, as: as === ALL ? null : as }))),
      values: Object.fromEntries(Object.entries(values).flatMap(([id, value]) => (value === undefined || value === '' ? [] : [[id, value]]))),
    };
    case 'makeUp': return day === undefined || makeUpWay === undefined ? null : { kind, day, way: makeUpWay };
    case 'leave': return from === undefined || to === undefined || !reason ? null : { kind, from, to, reason };
    case 'checked': return item === undefined || typeof checked !== 'number' ? null : { kind, item, checked: Math.round(checked * 100) };
    case 'handedIn': return day === undefined ? null : { kind, day };
    case 'withdraw': case 'confirm': case 'entered': case 'void': return { kind };
  }
}

const listOf = (ids: string | readonly string[] | undefined): readonly string[] => (ids === undefined ? [] : typeof ids === 'string' ? [ids] : ids);
