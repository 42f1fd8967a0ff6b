import type { BallotKindView, MemberReviewView } from '#domain/evaluations/contract.ts';

/** What stands in the form while the counts are typed in; an empty field is null. */
export interface BallotDraft {
  readonly papers: Readonly<Record<string, { readonly issued: number | null; readonly received: number | null; readonly valid: number | null }>>;
  /** By register, person and answer. */
  readonly counts: Readonly<Record<string, number | null>>;
}

export const keyOf = (register: string, person: string, answer: string): string => `${register} ${person} ${answer}`;

export const emptyDraft = (kinds: readonly BallotKindView[]): BallotDraft =>
  ({ papers: Object.fromEntries(kinds.map(({ register }) => [register, { issued: null, received: null, valid: null }])), counts: {} });

/** All answers to one member, abstentions among them; null while nothing is typed. */
export function answersIn({ counts }: BallotDraft, { register, answers }: BallotKindView, person: string): number | null {
  const typed = answers.map(({ id }) => counts[keyOf(register, person, id)] ?? null);
  return typed.every((count) => count === null) ? null : typed.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** Whether the row does not make up the valid papers, so that it is marked. */
export function differs(draft: BallotDraft, kind: BallotKindView, person: string): boolean {
  const [sum, valid] = [answersIn(draft, kind, person), draft.papers[kind.register]?.valid ?? null];
  return sum !== null && valid !== null && sum !== valid;
}

/** What is sent: kinds that were handed out, with a row for everybody who is evaluated. */
export function ballotsOf(draft: BallotDraft, view: MemberReviewView, used: readonly BallotKindView[]) {
  const papers = used.map(({ register }) => {
    const { issued, received, valid } = draft.papers[register] ?? { issued: null, received: null, valid: null };
    return { register, issued: issued ?? 0, received: received ?? 0, valid: valid ?? 0 };
  });
  const rows = used.flatMap(({ register, answers }) => view.members.filter(({ exempt }) => exempt === null).map(({ person }) => ({
    person: person.id, register, counts: Object.fromEntries(answers.map(({ id }) => [id, draft.counts[keyOf(register, person.id, id)] ?? 0])),
  })));
  return { papers, rows };
}
