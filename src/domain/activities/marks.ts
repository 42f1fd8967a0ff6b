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

/** Stands for the reason of a mark where the reader may know only its class (finding 14); no scheme has such a word. */
export const WITHHELD = 'withheld';

/** The marks for a reader who may know no reason but his own. */
export const withheld = (marks: readonly Mark[], reader: string | null): Mark[] =>
  marks.map((it) => (it.reason === null || it.person === reader ? it : { ...it, reason: WITHHELD }));

/** The marks as such a reader sends them back: where he left a reason alone, it stays what it was. */
export const restored = (marks: readonly Mark[], before: readonly Mark[]): Mark[] =>
  marks.map((it) => (it.reason === WITHHELD ? { ...it, reason: before.find(({ person }) => person === it.person)?.reason ?? WITHHELD } : it));

const isExcuse = ({ mark, reason }: Mark): boolean => mark === 'excused' || (mark === 'absent' && reason !== null);

/** "全部实到": whoever is neither marked nor accounted for by a register was there, at the first sitting. */
export const filledIn = (marks: readonly Mark[], roster: readonly Expected[]): Mark[] => [
  ...marks,
  ...notMarked(marks, roster).map((person): Mark => ({ person, mark: 'present', reason: null, sitting: 0 })),
];
