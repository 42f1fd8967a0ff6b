import type { MemberReview } from '#domain/evaluations/grading-rules.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import type { TestBureau } from '#test/app.ts';

/** What the sample scheme asks of a reference for awards: the best grade, and 85.00 points. */
const able = { exempt: null, value: 9500, figures: [{ part: 'memberTotal', value: 9500 }], groundsHash: '0'.repeat(64), vetoes: [], proposed: 'memberExcellent', tied: false, grade: 'memberExcellent', talkedOn: null };

/** A member of the detention branch whose year 2026 is approved with the best grade, beside those who were before. */
export function approvedMember(bureau: TestBureau, person: string, over: Partial<MemberReview['members'][number]> = {}): Promise<string> {
  const organisation = bureau.cast.organisation.detention;
  return bureau.within(async (call) => {
    const known = await call.tx.one<{ id: string }>(sql`SELECT fact_id AS id FROM member_review WHERE organisation_id = ${organisation} AND year = 2026`);
    const before = known && await factOf(call.tx, 'memberReview', known.id);
    const seq = (await call.tx.one<{ seq: number }>(sql`SELECT max(seq) AS seq FROM fact_log`))?.seq ?? 0;
    const state: MemberReview = {
      organisation, year: 2026, stage: 'approved', steps: [], ballots: { day: '2026-11-12', entitled: 19, papers: [{ register: 'memberBallot', issued: 18, received: 18, valid: 18 }] },
      pin: { scheme: 'dezhou', schemeVersion: 1, evaluator: 1, date: '2026-11-16', asOfSeq: seq },
      members: [...(before?.state.members ?? []).filter((it) => it.person !== person), { person, ...able, ...over }],
      gradedOn: '2026-11-12', deciders: [], approvedOn: '2026-11-13', movedOn: '2026-11-13',
    };
    if (before) await amendFact(call, { kind: 'memberReview', factId: before.factId, version: before.version, state });
    else await recordFact(call, { kind: 'memberReview', state });
    return person;
  });
}
