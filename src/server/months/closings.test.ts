import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { recordLeave } from '#domain/rota/absence-contract.ts';
import { closeMonth, closeYear, grantLateFiling, readMonths, reopenMonth } from '#domain/months/contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { sql } from '#server/platform/sql.ts';
import { Answered, NOW, testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { lockMonth } from '#test/lock-month.ts';
import { recordOf } from '#test/operations/bench.ts';
import { runJobs } from '#test/run-jobs.ts';
import { announceYears } from '#test/announced-years.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { readFileSync } from 'node:fs';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau(null, 'none');
  await bureau.within(async (call) => {
    await announceYears(call);
    const text = readFileSync('schemes/dezhou.yaml', 'utf8').replace(/^filing:.*(\n .*)*$/m, '');
    await putIntoForce(call, { text: `${text}\nfiling: { due: 5, lock: 10, lateDays: 30 }\n`, from: '2026-01-01' });
  }, '2026-01-01T08:00:00+08:00');
});
afterAll(() => bureau.drop());

const organs = (): string => bureau.cast.organisation.organs;
const detention = (): string => bureau.cast.organisation.detention;
const facts = async (kind: string): Promise<number> =>
  (await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM fact_log WHERE kind = ${kind}`)))?.n ?? 0;
const monthOf = async (period: string) =>
  (await bureau.as('fangmin').call(readMonths, { organisation: organs(), year: Number(period.slice(0, 4)) })).months.find((it) => it.period === period);
const lockingOf = async (who: CastName, organisation = organs()) => (await bureau.as(who).call(readMonths, { organisation, year: 2026 })).locking;
const record = (day: string) => bureau.as('jiping').call(recordSession, recordOf(detention(), day));
const bookedOf = (fact: string): Promise<{ for_period: string; booked_in: string }[]> => bureau.within(({ tx }) =>
  tx.many(sql`SELECT DISTINCT for_period, booked_in FROM ledger_entry WHERE moved_by = ${fact} ORDER BY 1, 2`));

describe('locking a month', () => {
  it('is refused while its filing runs, and writes nothing', async () => {
    bureau.setNow('2026-11-06T09:00:00+08:00');
    expect(await bureau.as('fangmin').refusal(closeMonth, { organisation: organs(), period: '2026-10' })).toBe('MonthNotDue');
    expect(await facts('closing')).toBe(0);
    expect(await monthOf('2026-10')).toMatchObject({ state: 'due', due: '2026-11-06', lock: '2026-11-13' });
  });

  it('locks everything below, says by whom, and is done once', async () => {
    bureau.setNow(NOW);
    const key = 'closing-of-october-00001';
    const first = await bureau.as('fangmin').call(closeMonth, { organisation: organs(), period: '2026-10' }, { key });
    expect(await bureau.as('fangmin').call(closeMonth, { organisation: organs(), period: '2026-10' }, { key })).toEqual(first);
    expect(await lockingOf('fangmin')).toMatchObject({ period: '2026-10', job: { id: first.job, state: 'waiting' }, statements: null });
    expect(await bureau.as('fangmin').refusal(closeMonth, { organisation: organs(), period: '2026-10' })).toBe('MonthBeingLocked');
    expect(await facts('closing')).toBe(0);
    // Meanwhile the month belongs to whoever is quicker: a second lock finds it locked and writes nothing.
    await bureau.as('shenyi').call(closeMonth, { organisation: bureau.cast.organisation.detention, period: '2026-10' });
    await runJobs(bureau);
    expect(await facts('closing')).toBe(1);
    expect(await lockingOf('fangmin')).toMatchObject({ job: { state: 'done' } });
    expect(await lockingOf('shenyi', detention())).toMatchObject({ job: { state: 'refused', refusal: { name: 'MonthClosedAlready' } }, statements: null });
    expect(await lockingOf('luojian', detention()), 'the work of others').toBeNull();
    expect(await monthOf('2026-10')).toMatchObject({ state: 'locked', closing: { by: '方敏', on: '2026-11-17' } });
    const { months } = await bureau.as('jiping').call(readMonths, { organisation: detention() });
    expect(months.find((it) => it.period === '2026-10')).toMatchObject({ state: 'locked', closing: { organisation: { name: '机关党委' } } });
    expect(await bureau.as('fangmin').refusal(closeMonth, { organisation: detention(), period: '2026-10' })).toBe('MonthClosedAlready');
  });

  it('is not there for a stranger and tells a secretary who could', async () => {
    expect(await bureau.as('heqing').refusal(closeMonth, { organisation: organs(), period: '2026-09' })).toBe('NotAllowed');
    const refused = await bureau.as('luojian').call(closeMonth, { organisation: detention(), period: '2026-09' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Answered);
    expect(refused).toMatchObject({ refusal: { name: 'NotAllowed', words: { zh: expect.stringContaining('党务干部') } } });
    expect(await bureau.as('gucheng').refusal(closeMonth, { organisation: detention(), period: '2026-09' })).toBe('NotFound');
  });
});

describe('what is entered for a locked month', () => {
  it('is taken up to thirty days late, and booked as an adjustment in the current month (A-6)', async () => {
    const { session } = await record('2026-10-19');
    expect(await bookedOf(session)).toEqual([{ for_period: '2026-10', booked_in: '2026-11' }]);
    const open = await record('2026-11-09');
    expect(await bookedOf(open.session)).toEqual([{ for_period: '2026-11', booked_in: '2026-11' }]);
  });

  it('is refused beyond without a grant, whatever its kind, and leaves no row', async () => {
    const before = [await facts('session'), await facts('leave')];
    expect(await bureau.as('jiping').refusal(recordSession, recordOf(detention(), '2026-10-12'))).toBe('LateFilingNeedsGrant');
    const leave = { organisation: detention(), person: bureau.cast.person.wenlan, reason: 'sickLeave', from: '2026-10-12', to: '2026-10-12' };
    expect(await bureau.as('jiping').refusal(recordLeave, leave)).toBe('LateFilingNeedsGrant');
    expect([await facts('session'), await facts('leave')]).toEqual(before);
    // September is not locked: nobody needs a grant for it.
    await record('2026-09-14');
  });

  it('goes with a grant of a named leader for this branch, until its last day', async () => {
    const grant = { organisation: detention(), period: '2026-10', until: '2026-11-20', reason: '系统切换，纸质记录补录' };
    expect(await bureau.as('fangmin').refusal(grantLateFiling, grant)).toBe('NotAllowed');
    expect(await bureau.as('shenyi').refusal(grantLateFiling, { ...grant, until: '2026-11-16' })).toBe('GrantEndsInPast');
    expect(await bureau.as('shenyi').refusal(grantLateFiling, { ...grant, period: '2026-09' })).toBe('MonthNotClosed');
    await bureau.as('shenyi').call(grantLateFiling, grant);
    const { session } = await record('2026-10-12');
    expect(await bookedOf(session)).toEqual([{ for_period: '2026-10', booked_in: '2026-11' }]);
    const { grants } = await bureau.as('fangmin').call(readMonths, { organisation: organs() });
    expect(grants).toMatchObject([{ organisation: { name: '看守所党支部' }, by: '沈奕', until: '2026-11-20', inForce: true }]);
    bureau.setNow('2026-11-21T09:00:00+08:00');
    expect(await bureau.as('jiping').refusal(recordSession, recordOf(detention(), '2026-10-15'))).toBe('LateFilingNeedsGrant');
    bureau.setNow(NOW);
  });
});

describe('reopening', () => {
  it('is a named leader\'s, with a reason, and books in the month itself again', async () => {
    const closing = (await monthOf('2026-10'))?.closing;
    const asked = { closing: closing?.fact ?? '', version: closing?.version ?? 0, reason: '漏记一次主题党日' };
    expect(await bureau.as('fangmin').refusal(reopenMonth, asked)).toBe('NotAllowed');
    await bureau.as('shenyi').call(reopenMonth, asked);
    expect(await bureau.as('shenyi').refusal(reopenMonth, asked)).toBe('MonthNotClosed');
    expect(await monthOf('2026-10')).toMatchObject({ state: 'overdue', closing: { stage: 'reopened', by: '沈奕', reason: '漏记一次主题党日' } });
    const { session } = await record('2026-10-13');
    expect(await bookedOf(session)).toEqual([{ for_period: '2026-10', booked_in: '2026-10' }]);
    await lockMonth(bureau, 'fangmin', { organisation: organs(), period: '2026-10' });
    expect(await monthOf('2026-10')).toMatchObject({ state: 'locked', closing: { version: 3 } });
  });
});

describe('a year', () => {
  it('becomes final once every month is locked, and then takes nothing more', async () => {
    bureau.setNow('2027-01-20T09:00:00+08:00');
    expect(await bureau.as('shenyi').refusal(closeYear, { organisation: organs(), year: 2026 })).toBe('YearHasOpenMonths');
    const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
    for (const period of months.filter((it) => it !== '2026-10')) expect(await lockMonth(bureau, 'fangmin', { organisation: organs(), period })).toMatchObject({ state: 'done' });
    expect(await bureau.as('fangmin').refusal(closeYear, { organisation: organs(), year: 2026 })).toBe('NotAllowed');
    await bureau.as('shenyi').call(closeYear, { organisation: organs(), year: 2026 });
    expect(await bureau.as('jiping').refusal(recordSession, recordOf(detention(), '2026-12-28'))).toBe('YearFinal');
  });

  it('and all of it follows from the log alone', async () => {
    const rows = () => bureau.within(({ tx }) => tx.many(sql`SELECT * FROM closing ORDER BY window_key, fact_id`));
    const before = await rows();
    await bureau.within((call) => rebuild(call.tx));
    expect(await rows()).toEqual(before);
  });
});
