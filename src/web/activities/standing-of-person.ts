import type { RosterItem } from '#domain/activities/contract.ts';
import type { Mark } from '#domain/activities/marks.ts';
import type { Draft } from './record-draft.ts';

/** What the list says of one person right now. */
export type ListStanding = 'present' | 'late' | 'excused' | 'onLeave' | 'absent' | 'open';

/** A mark outweighs a register; "everybody present" fills in whoever has neither. */
export function standingOf(item: RosterItem, mark: Mark | undefined, { allPresent }: Draft): ListStanding {
  if (mark) return mark.mark === 'absent' && mark.reason !== null ? 'onLeave' : mark.mark;
  if (item.standing === 'excused') return 'excused';
  if (item.standing === 'onLeave') return 'onLeave';
  return allPresent ? 'present' : 'open';
}

export interface ListCounts {
  readonly expected: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly open: number;
}

/** 应到, 实到 and 免计 of the list as it stands; who is on approved leave that counts is expected and not there. */
export function countsOf(standings: readonly ListStanding[]): ListCounts {
  const count = (...wanted: readonly ListStanding[]): number => standings.filter((it) => wanted.includes(it)).length;
  const excused = count('excused');
  return {
    expected: standings.length - excused, present: count('present', 'late'), excused, absent: count('absent', 'onLeave'), open: count('open'),
  };
}

/** The marks with one person's set anew, or taken away. */
export const withMark = (marks: readonly Mark[], person: string, mark: Omit<Mark, 'person'> | null): Mark[] => [
  ...marks.filter((it) => it.person !== person), ...(mark === null ? [] : [{ ...mark, person }]),
];
