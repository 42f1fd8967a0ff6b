import type { z } from 'zod';
import type { withdrawBallots as contract } from '#domain/evaluations/contract.ts';
import { demandStage } from '#domain/evaluations/review-stages.ts';
import type { FactText } from '#server/facts/fact-text.ts';
import { withdrawFacts } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { ballotEntries, kindsOf, reviewAt, reviewText, ruleOfYear } from './review-reads.ts';
import { writeReview } from './write-review.ts';

/**
 * 撤回测评票数 as a whole, before anything was scored by them: every count of the meeting goes with the reason, whether
 * another has checked it or not, and the branch may enter them anew.
 * @throws ReviewAtOtherStage, FactChanged
 */
export async function withdrawBallots(call: Call, { review, version, reason }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const entry = await reviewAt(call, review, version);
  const { organisation, year, ballots, members } = entry.state;
  await demandIn(call, 'keepMemberReviews', organisation);
  demandStage(entry.state, 'withdrawBallots');
  const registers = kindsOf(await ruleOfYear(call.tx, year)).map(({ register }) => register.id);
  const counted = (await ballotEntries(call.tx, registers, members.map(({ person }) => person), year)).filter(({ day }) => day === ballots?.day);
  const texts = await textsOf(call, counted.map(({ fact }) => fact));
  await withdrawFacts(call, counted.map((it) => ({ factId: it.fact, version: it.version, text: { ...texts.get(it.fact), withdrawal: reason } })));
  const state = { ...entry.state, stage: 'opened' as const, ballots: null, members: [] };
  return { ...(await writeReview(call, entry, state, await reviewText(call.tx, entry))), entries: counted.length };
}

/** What stands beside each entry, as it was last written. */
async function textsOf({ tx }: Call, facts: readonly string[]): Promise<ReadonlyMap<string, FactText>> {
  const rows = await tx.many<{ fact: string; text: FactText }>(sql`
    SELECT DISTINCT ON (fact_id) fact_id AS fact, text FROM fact_text WHERE fact_id = ANY(${[...facts]}::uuid[]) AND text IS NOT NULL ORDER BY fact_id, version DESC`);
  return new Map(rows.map(({ fact, text }) => [fact, text]));
}
