import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { placesOf } from '#domain/engine/grading.ts';
import type { Result, ResultPart } from '#domain/schemes/format/result-shape.ts';
import type { Register } from '#domain/schemes/format/register-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { refuseEvaluation } from './refusals.ts';

/** One kind of ballot (党员票, 群众票) of a result, and the register that keeps its counts. */
export interface BallotKind {
  readonly register: Register;
  readonly part: string;
  readonly label: Words;
  /** Answers that count; the others (弃权) are shown and leave the valid votes of a member. */
  readonly answers: readonly string[];
  /** Fewer valid votes count for nothing. */
  readonly least: number | null;
}

/** What was handed out, came back, and of that is no spoiled paper. */
export interface Papers {
  readonly register: string;
  readonly issued: number;
  readonly received: number;
  readonly valid: number;
}

export interface BallotRow {
  readonly person: string;
  readonly register: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface Ballots {
  readonly day: CivilDate;
  readonly papers: readonly Papers[];
  readonly rows: readonly BallotRow[];
}

/** The kinds of ballot that a result weighs, in its order; the first is the one that a quorum asks of. */
export function ballotKinds(result: Result, registers: readonly Register[]): BallotKind[] {
  return rulesIn(result.parts).flatMap(({ value, match, id, label }) => {
    if (value.kind !== 'ballot') return [];
    const register = registers.find((one) => one.id === match.records?.[0]);
    return register === undefined ? [] : [{ register, part: id, label, answers: Object.keys(value.marks), least: value.least ?? null }];
  });
}

type MarkedPart = Extract<ResultPart, { kind: 'rule' }>;
const rulesIn = (parts: readonly ResultPart[]): MarkedPart[] =>
  parts.flatMap((part) => (part.kind === 'group' ? rulesIn(part.parts) : part.kind === 'rule' ? [part] : []));

/** All answers to one member, abstentions among them: as many as there are valid papers. */
export const answersTo = ({ counts }: BallotRow): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * The counts of a meeting fit together: no more papers came back than were handed out, no more were handed out than there
 * are who may vote, enough came back, and each member was answered once on every valid paper.
 * @param entitled full members of the day: probationary members have no vote (D-24).
 * @throws BallotsAboveIssued, BallotsAboveEntitled, BallotsBelowQuorum, PersonNotEvaluated, BallotRowsDiffer
 */
export function demandBallots(
  { papers, rows }: Ballots, kinds: readonly BallotKind[], evaluated: readonly string[], entitled: number, quorum: string | undefined,
): void {
  for (const { register, issued, received, valid } of papers) {
    if (received > issued || valid > received) throw refuseEvaluation('BallotsAboveIssued', { kind: labelOf(kinds, register), issued, received, valid });
  }
  const [first] = kinds;
  const votes = papers.find(({ register }) => register === first?.register.id) ?? { issued: 0, received: 0 };
  if (first) {
    if (votes.issued > entitled) throw refuseEvaluation('BallotsAboveEntitled', { kind: first.label, issued: votes.issued, entitled });
    const needed = quorum === undefined ? 0 : entitled - placesOf(complement(quorum), entitled);
    if (votes.received < needed) throw refuseEvaluation('BallotsBelowQuorum', { kind: first.label, received: votes.received, entitled, needed });
  }
  const out = papers.filter(({ issued }) => issued > 0).map(({ register }) => register);
  if (rows.some(({ person, register }) => !evaluated.includes(person) || !out.includes(register)) || new Set(out).size < out.length) throw refuseEvaluation('PersonNotEvaluated', {});
  const wrong = wrongRows({ papers, rows }, evaluated);
  if (wrong.length > 0) throw refuseEvaluation('BallotRowsDiffer', { count: wrong.length }, wrong.map(({ person, register, valid, answers }) => ({
    at: `${register}.${person}`, words: { zh: `各档与弃权合计 ${answers}，有效票 ${valid}`, en: `answers and abstentions make ${answers}, valid papers are ${valid}` },
  })));
}

/** What has not come to a quorum may at most be missing: half or more of 9 are 5, because 4 may be missing. */
function complement(quorum: string): string {
  if (quorum.endsWith('%')) return `${100 - Number(quorum.slice(0, -1))}%`;
  const [above = 0, below = 1] = quorum.split('/').map(Number);
  return `${below - above}/${below}`;
}

export interface WrongRow {
  readonly person: string;
  readonly register: string;
  readonly valid: number;
  readonly answers: number;
}

/** Members who are not answered exactly once on every valid paper, or twice in the list, or not at all. */
export function wrongRows({ papers, rows }: Pick<Ballots, 'papers' | 'rows'>, evaluated: readonly string[]): WrongRow[] {
  return papers.filter(({ issued }) => issued > 0).flatMap(({ register, valid }) => evaluated.flatMap((person) => {
    const own = rows.filter((row) => row.person === person && row.register === register);
    const answers = own.reduce((sum, row) => sum + answersTo(row), 0);
    return own.length === 1 && answers === valid ? [] : [{ person, register, valid, answers }];
  }));
}

const labelOf = (kinds: readonly BallotKind[], register: string): Words => kinds.find((kind) => kind.register.id === register)?.label ?? { zh: register, en: register };
