import type { Grounds } from '#domain/engine/evaluation.ts';
import { leafHead, sessionWords } from '#domain/engine/grounds-leaf.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { Tally } from '#domain/engine/tally.ts';
import type { Session } from '#domain/engine/standing.ts';
import type { Words } from '#domain/words/words.ts';
import { attendanceRate } from './branch-month.ts';

type Counts = Pick<Tally, 'expected' | 'present' | 'madeUp' | 'excused'>;

/** A hundred per cent in hundredths. */
const WHOLE = 10_000;
const WHOLE_PERSON = 100;

/**
 * What one session adds to the share: its counts, and the session itself, which one may open to see the names.
 * @param group the Party group that held it; null where the branch did.
 */
export function sessionGrounds(reading: Reading, session: Session, { expected, present, madeUp, excused }: Counts, group: string | null): Grounds {
  const { zh, en } = sessionWords(reading, session);
  const label = group === null ? { zh, en } : { zh: `${zh} · ${group}`, en: `${en} · ${group}` };
  const fact = { ...leafHead(session), status: 'counted', reason: null, reasonClass: null, because: [], minutes: null } as const;
  return {
    ...window(session.factId, label, session.day, { expected, present, madeUp, excused }),
    children: [{ id: `fact ${session.factId}`, label, value: null, full: null, rule: null, how: { kind: 'fact', fact }, children: [] }],
  };
}

/** A branch inside its committee: the counts of its sessions. */
export const branchGrounds = (organisation: string, name: string, period: string, sessions: readonly Grounds[]): Grounds =>
  ({ ...window(organisation, { zh: name, en: name }, period, countsOf(sessions)), children: sessions });

/**
 * The share of a month out of the counts below it: persons, not credits, because 参学率 asks who was there. Without
 * anybody expected it has no basis, and only the counts are shown.
 */
export function rateGrounds(id: string, label: Words, period: string, children: readonly Grounds[]): Grounds {
  const counts = countsOf(children);
  const value = attendanceRate(counts);
  if (value === null) return { ...window(id, label, period, counts), children };
  const credit = (counts.present + counts.madeUp) * WHOLE_PERSON;
  return {
    id, label, value, full: WHOLE, rule: null, children,
    how: { kind: 'share', full: WHOLE, raisedFrom: null, raised: null, ...counts, creditHundredths: credit },
  };
}

const window = (id: string, label: Words, of: string, counts: Counts): Grounds =>
  ({ id, label, value: null, full: null, rule: null, how: { kind: 'window', window: of, ...counts }, children: [] });

function countsOf(children: readonly Grounds[]): Counts {
  return children.reduce((sum, { how }) => (how.kind !== 'window' ? sum : {
    expected: sum.expected + how.expected, present: sum.present + how.present, madeUp: sum.madeUp + how.madeUp, excused: sum.excused + how.excused,
  }), { expected: 0, present: 0, madeUp: 0, excused: 0 });
}
