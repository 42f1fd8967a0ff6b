import type { Participant } from './record-contract.ts';

type Away = 'duty' | 'leave' | 'other';

export interface AttendanceLines {
  readonly present: readonly string[];
  readonly madeUp: readonly string[];
  /** Out of 应到, by the class of the reason and no more (finding 14). */
  readonly excused: readonly { readonly away: Away; readonly names: readonly string[] }[];
  /** Away with approved leave: counted, and to be made up. */
  readonly onLeave: readonly string[];
  readonly absent: readonly string[];
}

const awayOf = ({ reasonClass }: Participant): Away => (reasonClass === 'duty' || reasonClass === 'leave' ? reasonClass : 'other');

/** The names behind the counts of a record, as its minutes list them. */
export function attendanceLines(participants: readonly Participant[]): AttendanceLines {
  const those = (wanted: (it: Participant) => boolean): string[] => participants.filter(wanted).map((it) => it.person.name);
  return {
    present: those((it) => it.status === 'present'),
    madeUp: those((it) => it.status === 'madeUp'),
    excused: (['duty', 'leave', 'other'] as const)
      .map((away) => ({ away, names: those((it) => it.status === 'excused' && awayOf(it) === away) }))
      .filter(({ names }) => names.length > 0),
    onLeave: those((it) => it.status === 'absent' && it.reasonClass !== null && it.reasonClass !== 'absent'),
    absent: those((it) => it.status === 'absent' && (it.reasonClass === null || it.reasonClass === 'absent')),
  };
}
