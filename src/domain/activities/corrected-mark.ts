import type { FactState } from '#domain/facts/contract.ts';
import type { Mark } from './marks.ts';

type Session = FactState<'session'>;

/** A session as it should have been for one person; of nobody else anything changes. */
export function withMark(session: Session, person: string, { mark, reason }: Pick<Mark, 'mark' | 'reason'>): Session {
  const before = session.marks.find((it) => it.person === person);
  const corrected: Mark = { person, mark, reason: mark === 'excused' || mark === 'absent' ? reason : null, sitting: before?.sitting ?? 0 };
  return { ...session, marks: before ? session.marks.map((it) => (it.person === person ? corrected : it)) : [...session.marks, corrected] };
}
