import type { FactState } from '#domain/facts/contract.ts';
import type { Expected } from './roster.ts';

export type Mark = FactState<'session'>['marks'][number];

/** Persons who are marked more than once, each named once. */
export function markedTwice(marks: readonly Mark[]): string[] {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { person } of marks) (once.has(person) ? twice : once).add(person);
  return [...twice];
}

export function notOnRoster(marks: readonly Mark[], roster: readonly Expected[]): string[] {
  const expected = new Set(roster.map(({ person }) => person));
  return marks.filter(({ person }) => !expected.has(person)).map(({ person }) => person);
}

/** Expected, excused by nothing, and not marked. */
export function notMarked(marks: readonly Mark[], roster: readonly Expected[]): string[] {
  const marked = new Set(marks.map(({ person }) => person));
  return roster.filter(({ person, standing }) => standing === 'expected' && !marked.has(person)).map(({ person }) => person);
}

/**
 * The marks of a person that excuse him and that he would be writing himself. An excuse that somebody else wrote
 * into the version before stays as it is.
 */
export function excusesHimself(marks: readonly Mark[], before: readonly Mark[], actor: string | null): boolean {
  return marks.some((it) => it.person === actor && isExcuse(it)
    && !before.some((old) => old.person === actor && old.mark === it.mark && old.reason === it.reason));
}

const isExcuse = ({ mark, reason }: Mark): boolean => mark === 'excused' || (mark === 'absent' && reason !== null);

/** "全部实到": whoever is neither marked nor accounted for by a register was there, at the first sitting. */
export const filledIn = (marks: readonly Mark[], roster: readonly Expected[]): Mark[] => [
  ...marks,
  ...notMarked(marks, roster).map((person): Mark => ({ person, mark: 'present', reason: null, sitting: 0 })),
];
