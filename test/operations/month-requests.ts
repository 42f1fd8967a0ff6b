import { addMonths } from '#domain/calendar/civil-date.ts';
import * as months from '#domain/months/contract.ts';
import * as selfChecks from '#domain/months/self-check-contract.ts';
import * as statements from '#domain/months/statement-contract.ts';
import { issueStatements } from '#server/months/issue-statements.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { lockMonth } from '#test/lock-month.ts';
import { dropWaitingJobs } from '#test/run-jobs.ts';
import { asking, type Asked, type Bench } from './bench.ts';

/** A month before the scheme, which no other request locks or files late for. */
const pastMonth = (bench: Bench): string => addMonths('2025-12', -bench.next());
const closed = async (bench: Bench): Promise<{ closing: string; version: number; period: string }> => {
  const [organisation, period] = [bench.on('detention'), pastMonth(bench)];
  await dropWaitingJobs(bench.bureau);
  await lockMonth(bench.bureau, 'fangmin', { organisation, period });
  const { months: rows } = await bench.as('fangmin').call(months.readMonths, { organisation, year: Number(period.slice(0, 4)) });
  const closing = rows.find((row) => row.period === period)?.closing;
  if (!closing) throw new Error(`${period} is not locked`);
  return { closing: closing.fact, version: closing.version, period };
};

/** A statement of the member Wen Lan for a month of this year, issued apart from any closing. */
async function statementOf(bench: Bench): Promise<{ statement: string; version: number }> {
  const person = bench.person('wenlan');
  const known = await bench.bureau.within(async (call) => {
    const period = `2026-${String((bench.next() % 10) + 1).padStart(2, '0')}`;
    const seq = (await call.tx.one<{ seq: number }>(sql`SELECT max(seq) AS seq FROM fact_log`))?.seq ?? 0;
    await issueStatements(call, bench.on('detention'), period, seq);
    return call.tx.one<{ statement: string; version: number }>(sql`
      SELECT s.fact_id AS statement, f.version FROM statement s JOIN fact f ON f.fact_id = s.fact_id WHERE s.person_id = ${person} AND s.period = ${period}`);
  });
  if (!known) throw new Error('no statement');
  return bench.bureau.within(async (call) => {
    const entry = await factOf(call.tx, 'statement', known.statement);
    if (!entry) throw new Error('no statement');
    const { version } = await amendFact(call, { kind: 'statement', factId: entry.factId, version: entry.version, state: { ...entry.state, stage: 'issued', objectUntil: null, disputed: null, verdict: null, answered: null } });
    return { statement: known.statement, version };
  });
}
const objected = async (bench: Bench): Promise<{ statement: string; version: number }> => {
  const { statement, version } = await statementOf(bench);
  return { statement, ...(await bench.as('wenlan').call(statements.objectToStatement, { statement, version, disputed: null, words: '漏记一次补学' })) };
};
const answered = async (bench: Bench): Promise<{ statement: string; version: number }> => {
  const { statement, version } = await objected(bench);
  return { statement, ...(await bench.as('tangyue').call(statements.answerObjection, { statement, version, verdict: 'rejected', words: '未见补学记录' })) };
};

/** A month of this year or the one before whose self-check nobody has filed; the bureau has a scheme for this year only. */
const unfiled = async (bench: Bench): Promise<{ organisation: string; period: string; version: number | null }> => {
  const organisation = bench.on('detention');
  const period = `2026-${String((bench.next() % 10) + 1).padStart(2, '0')}`;
  const last = await bench.bureau.within(({ tx }) => tx.one<{ fact: string }>(sql`SELECT fact_id AS fact FROM self_check WHERE period = ${period} AND organisation_id = ${organisation}`));
  const entry = last && await bench.bureau.within(({ tx }) => factOf(tx, 'selfCheck', last.fact));
  if (!entry) return { organisation, period, version: null };
  const { version } = await bench.bureau.within((call) => amendFact(call, { kind: 'selfCheck', factId: entry.factId, version: entry.version, state: { ...entry.state, stage: 'returned', returned: [] } }));
  return { organisation, period, version };
};

export const monthRequests: readonly Asked[] = [
  asking(months.readMonths, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(months.closeMonth, 'fangmin', (bench) => ({ organisation: bench.on('detention'), period: pastMonth(bench) })),
  // Years before the scheme have no month that must be locked first.
  asking(months.closeYear, 'shenyi', (bench) => ({ organisation: bench.on('detention'), year: 2000 + (bench.next() % 20) })),
  asking(months.reopenMonth, 'shenyi', async (bench) => {
    const { closing, version } = await closed(bench);
    return { closing, version, reason: '漏记一次活动' };
  }),
  asking(months.grantLateFiling, 'shenyi', async (bench) => ({
    organisation: bench.on('detention'), period: (await closed(bench)).period, until: '2026-12-31', reason: '纸质记录补录' })),

  asking(statements.listOwnStatements, 'newcomer', () => ({})),
  asking(statements.listStatements, 'luojian', (bench) => ({ organisation: bench.on('detention'), period: '2026-09' })),
  asking(statements.readStatement, 'luojian', async (bench) => ({ statement: (await statementOf(bench)).statement })),
  asking(statements.confirmStatement, 'wenlan', statementOf),
  asking(statements.objectToStatement, 'wenlan', async (bench) => ({ ...(await statementOf(bench)), disputed: null, words: '漏记一次补学' })),
  asking(statements.answerObjection, 'tangyue', async (bench) => ({ ...(await objected(bench)), verdict: 'upheld' as const, words: '情况属实' })),
  asking(statements.appealStatement, 'wenlan', async (bench) => ({ ...(await answered(bench)), words: '请再核实' })),
  asking(statements.reviewObjection, 'fangmin', async (bench) => {
    const { statement, version } = await answered(bench);
    return { statement, ...(await bench.as('wenlan').call(statements.appealStatement, { statement, version, words: '请再核实' })), verdict: 'rejected' as const, words: '维持答复' };
  }),
  asking(selfChecks.readSelfCheck, 'luojian', (bench) => ({ organisation: bench.on('detention'), period: '2026-10' })),
  asking(selfChecks.fillSelfCheck, 'jiping', async (bench) => ({ ...(await unfiled(bench)), notes: [] })),
  asking(selfChecks.confirmSelfCheck, 'luojian', async (bench) => ({ ...(await unfiled(bench)), seconds: 60 })),
  asking(selfChecks.reviewSelfCheck, 'fangmin', async (bench) => {
    const { selfCheck, version } = await bench.as('luojian').call(selfChecks.confirmSelfCheck, { ...(await unfiled(bench)), seconds: 60 });
    return { selfCheck, version, verdict: 'pass' as const, reasons: [] };
  }),
  asking(selfChecks.listSelfChecks, 'luojian', () => ({ period: '2026-10' })),
  asking(selfChecks.remindBranches, 'fangmin', () => ({ period: '2026-10' })),
  asking(selfChecks.delegateConfirming, 'luojian', (bench) => ({ organisation: bench.on('detention'), deputy: bench.person('tangyue'), from: '2026-11-17', to: bench.comingDay() })),
];
