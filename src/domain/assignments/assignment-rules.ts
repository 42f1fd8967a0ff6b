import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseAssignment } from './refusals.ts';

type Assignment = FactState<'assignment'>;

const settled: readonly Assignment['stage'][] = ['accepted', 'notDone', 'cancelled'];
export const isSettled = ({ stage }: Pick<Assignment, 'stage'>): boolean => settled.includes(stage);

/** Late is computed: handed in after its day, or still not handed in although the day has passed. What was called off is not late. */
export function isLate({ stage, until, handedInOn }: Pick<Assignment, 'stage' | 'until' | 'handedInOn'>, today: CivilDate): boolean {
  if (stage === 'cancelled') return false;
  return handedInOn === null ? stage !== 'accepted' && today > until : handedInOn > until;
}

/** Handing in; what was returned is handed in again, on its new day. @throws AlreadyHandedIn, AssignmentSettled */
export function handedIn(before: Assignment, today: CivilDate): Assignment {
  if (isSettled(before)) throw refuseAssignment('AssignmentSettled', {});
  if (before.stage === 'handedIn') throw refuseAssignment('AlreadyHandedIn', {});
  return { ...before, stage: 'handedIn', handedInOn: today };
}

/** Accepted as it was handed in, or returned so that the person goes on. @throws NotHandedIn, AssignmentSettled */
export function answered(before: Assignment, as: 'accepted' | 'returned'): Assignment {
  if (isSettled(before)) throw refuseAssignment('AssignmentSettled', {});
  if (before.stage !== 'handedIn') throw refuseAssignment('NotHandedIn', {});
  return as === 'accepted' ? { ...before, stage: 'accepted' } : { ...before, stage: 'returned', handedInOn: null };
}

/** 撤回报结 while nobody has answered it. @throws NothingToTakeBack, AssignmentSettled */
export function takenBack(before: Assignment): Assignment {
  if (isSettled(before)) throw refuseAssignment('AssignmentSettled', {});
  if (before.stage !== 'handedIn') throw refuseAssignment('NothingToTakeBack', {});
  return { ...before, stage: 'open', handedInOn: null };
}

/** 转交 before it is handed in; the day by which it is due stays. @throws PassedToNobodyElse, AlreadyHandedIn, AssignmentSettled */
export function passedOn(before: Assignment, person: string, hander: string | null): Assignment {
  if (isSettled(before)) throw refuseAssignment('AssignmentSettled', {});
  if (before.stage === 'handedIn') throw refuseAssignment('AlreadyHandedIn', {});
  if (person === before.person || person === hander) throw refuseAssignment('PassedToNobodyElse', {});
  return { ...before, person, stage: 'open' };
}

/** Called off, or given up as not done. @throws AssignmentSettled */
export function closed(before: Assignment, as: 'notDone' | 'cancelled'): Assignment {
  if (isSettled(before)) throw refuseAssignment('AssignmentSettled', {});
  return { ...before, stage: as };
}

/**
 * 恢复 of what was called off or given up: it stands as it did before. What was accepted stays so, because it counts already.
 * @param versions of the task, the oldest first. @throws NothingToReopen
 */
export function reopened(versions: readonly Assignment[]): Assignment {
  const last = versions.at(-1);
  const before = versions.findLast((it) => !isSettled(it));
  if (!last || !before || (last.stage !== 'notDone' && last.stage !== 'cancelled')) throw refuseAssignment('NothingToReopen', {});
  return { ...last, stage: before.stage, handedInOn: before.handedInOn };
}

/** @throws DueBeforeHanded */
export function demandDue({ day, until }: Pick<Assignment, 'day' | 'until'>): void {
  if (until < day) throw refuseAssignment('DueBeforeHanded', { day });
}
