import type { z } from 'zod';
import { scopesOf } from '#domain/access/policy.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { formatHundredths } from '#domain/points/hundredths.ts';
import type { readAwardReference as contract, ReferenceLine } from '#domain/evaluations/result-contract.ts';
import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { columnsOf, type MemberResultRule } from '#domain/evaluations/members-year.ts';
import { refuseEvaluation } from '#domain/evaluations/refusals.ts';
import type { Proposal } from '#domain/schemes/format/result-shape.ts';
import type { Words } from '#domain/words/words.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { branchesAmong, cardsOf } from '#server/points/points-reads.ts';
import { yearsOf } from './list-member-reviews.ts';
import { reviewsOf, ruleOfYear } from './review-reads.ts';

/**
 * 评优参考 (S0-31): whose approved year meets what the scheme asks of a reference: the best grade, and its thresholds on
 * the points. By branch and number, without points: it is no rank, nothing follows from it, and nobody is shown as missing (D-65).
 * @throws NoMemberResult
 */
export async function readAwardReference(call: Call, input: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx, actor, today } = call;
  const scopes = scopesOf(actor, 'readAwardReference');
  if (scopes.length === 0) throw refuse('NotFound', {});
  const years = await yearsOf(tx, today);
  const year = input.year ?? years[0] ?? Number(today.slice(0, 4));
  const rule = await ruleOfYear(tx, year);
  const [best] = rule.result.grades ?? [];
  if (!best) throw refuseEvaluation('NoMemberResult', { year });
  const asked = referenceProposals(rule);
  const branches = await branchesAmong(tx, await subtree(tx, scopes, today));
  const reviews = (await reviewsOf(tx, branches.map(({ id }) => id), year)).filter(({ state }) => state.stage === 'approved');
  const items: ReferenceLine[] = [];
  for (const organisation of branches) {
    const members = reviews.find(({ state }) => state.organisation === organisation.id)?.state.members ?? [];
    const able = members.filter((member) => member.grade === best.id && asked.every((proposal) => meets(rule, member, proposal)));
    items.push(...(await cardsOf(tx, able.map(({ person }) => person))).map((person) => ({ person, organisation, grade: best.label })));
  }
  return { year, years, conditions: [gradeWords(best.label), ...asked.map((proposal) => conditionWords(rule, proposal))], approved: reviews.length, items };
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
