import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { columnsOf, type MemberResultRule } from '#domain/evaluations/members-year.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { Proposal } from '#domain/schemes/format/result-shape.ts';
import type { Words } from '#domain/words/words.ts';
import type { Tx } from '#server/platform/database.ts';
import { reviewsOf, ruleOfYear } from './review-reads.ts';

export interface AwardReference {
  readonly grade: Words;
  readonly conditions: readonly Words[];
  /** Branches whose year is approved, each with whom the reference lists; in no order of merit. */
  readonly branches: readonly { readonly organisation: string; readonly persons: readonly string[] }[];
}

/** Whose approved year meets what the scheme asks of a reference for awards: the best grade, and its thresholds on the points. @throws NoMemberResult */
export async function referenceOf(tx: Tx, organisations: readonly string[], year: number): Promise<AwardReference> {
  const rule = await ruleOfYear(tx, year);
  const [best] = rule.result.grades ?? [];
  if (!best) throw refuseEvaluation('NoMemberResult', { year });
  const asked = referenceProposals(rule);
  const reviews = (await reviewsOf(tx, organisations, year)).filter(({ state }) => state.stage === 'approved');
  const able = (members: MemberReview['members']): string[] =>
    members.filter((member) => member.grade === best.id && asked.every((proposal) => meets(rule, member, proposal))).map(({ person }) => person);
  return {
    grade: best.label, conditions: [gradeWords(best.label), ...asked.map((proposal) => conditionWords(rule, proposal))],
    branches: reviews.map(({ state }) => ({ organisation: state.organisation, persons: able(state.members) })),
  };
}

/** A proposal by a value, not by how often something happened. */
type Threshold = Proposal & { readonly of: string };

/** Thresholds that lead to a proposal for good: at least so much of the year, of the points or of the result. */
const referenceProposals = ({ version: { scheme } }: MemberResultRule): Threshold[] =>
  scheme.proposals.filter((proposal): proposal is Threshold => proposal.of !== undefined && proposal.from !== undefined && proposal.below === undefined && proposal.per === 'year' && scheme.indicators?.id !== proposal.of);

function meets(rule: MemberResultRule, { value, figures }: MemberReview['members'][number], { of, from = 0 }: Threshold): boolean {
  const figure = of === rule.result.id ? value : figures.find(({ part }) => part === partOf(rule, of))?.value ?? null;
  return figure !== null && figure >= from;
}

/** The whole of the points stands among the figures under the part of the result that takes it. */
function partOf({ version: { scheme }, result }: MemberResultRule, of: string): string {
  const whole = result.parts.find((part) => part.kind === 'total' && part.part === undefined);
  return of === scheme.points?.id && whole ? whole.id : of;
}

const gradeWords = ({ zh, en }: Words): Words => ({ zh: `年度综合评价审定为“${zh}”`, en: `the approved grade of the year is “${en}”` });

function conditionWords(rule: MemberResultRule, { of, from = 0, clause }: Threshold): Words {
  const label = of === rule.result.id ? rule.result.label : columnsOf(rule).find(({ part }) => part === partOf(rule, of))?.label ?? { zh: of, en: of };
  return { zh: `“${label.zh}”达到 ${formatHundredths(from)} 分（${clause}）`, en: `“${label.en}” of at least ${formatHundredths(from)} (${clause})` };
}
