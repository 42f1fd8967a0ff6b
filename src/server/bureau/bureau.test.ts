import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readSession, readSignInPage } from '#domain/access/contract.ts';
import { readCompliance, setCompliance } from '#domain/bureau/compliance-contract.ts';
import { nameBureau, readBeginning } from '#domain/bureau/contract.ts';
import { sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => void (bureau = await testBureau(null, 'none')));
afterAll(() => bureau.drop());
beforeEach(() => bureau.setNow(NOW));

const missing = async (): Promise<readonly string[]> =>
  (await bureau.as('dangwu').call(readBeginning, {})).steps.filter((it) => !it.done).map((it) => it.step);

describe('the beginning of a bureau', () => {
  it('is counted from what the bureau holds: a scheme, accounts, an administrator who has not come in', async () => {
    expect(await missing()).toEqual(['scheme', 'accounts', 'calendar']);
    await bureau.within(({ tx }) => tx.run(sql`UPDATE account SET must_change_password = true WHERE user_name = 'shenji'`));
    expect(await missing()).toEqual(['administrators', 'scheme', 'accounts', 'calendar']);
    await bureau.within(({ tx }) => tx.run(sql`UPDATE account SET must_change_password = false WHERE user_name = 'shenji'`));
  });

  it('names nobody of the roster, and is not told to members', async () => {
    const said = JSON.stringify(await bureau.as('xitong').call(readBeginning, {}));
    for (const name of ['温岚', '罗建', '看守甲']) expect(said).not.toContain(name);
    for (const name of ['wenlan', 'luojian', 'heqing'] as const) expect(await bureau.as(name).refusal(readBeginning, {})).toBe('NotAllowed');
  });
});

describe('the name of a bureau', () => {
  it('is given by the office at its top and stands wherever the bureau is named', async () => {
    expect(await bureau.as('fangmin').refusal(nameBureau, { zh: '清源市公安局', en: 'Qingyuan' })).toBe('NotAllowed');
    await bureau.as('dangwu').call(nameBureau, { zh: '清源市公安局', en: 'Qingyuan' });
    expect((await bureau.as('wenlan').call(readSession, {})).bureau).toMatchObject({ code: 'alpha', zh: '清源市公安局', en: 'Qingyuan' });
    expect((await bureau.as('nobody').call(readSignInPage, {})).bureau.zh).toBe('清源市公安局');
  });
});

describe('a compliance switch', () => {
  const change = { switch: 'branchPointsOnPhone' as const, opened: true, document: '机党发〔2026〕21号', decidedBy: '局党委会议', decidedOn: '2026-11-10', until: '2026-12-31' };

  it('is closed until a leader opens it on a document, for everybody to see, and closes after its last day', async () => {
    expect((await bureau.as('wenlan').call(readCompliance, {})).open).toEqual([]);
    await bureau.as('juling').call(setCompliance, change);
    expect(await bureau.as('wenlan').call(readCompliance, {})).toMatchObject({ open: ['branchPointsOnPhone'], maySet: false, changes: [{ ...change, changedBy: 'juling' }] });
    bureau.setNow('2027-01-01T09:00:00+08:00');
    expect((await bureau.as('wenlan').call(readCompliance, {})).open).toEqual([]);
  });

  it('is opened by nobody else, not before the decision, and not for a time that is over', async () => {
    for (const name of ['dangwu', 'shenyi', 'anquan', 'luojian'] as const) expect(await bureau.as(name).refusal(setCompliance, change), name).toBe('NotAllowed');
    expect(await bureau.as('juling').refusal(setCompliance, { ...change, decidedOn: '2026-11-18' })).toBe('DecidedLater');
    expect(await bureau.as('juling').refusal(setCompliance, { ...change, until: '2026-11-16' })).toBe('UntilPassed');
  });

  it('leaves the switch and its days in the trail, and the document in its own row', async () => {
    const trail = await bureau.within(({ tx }) => tx.many<{ details: object; before: object }>(sql`SELECT details, before FROM audit_entry WHERE operation = 'setCompliance'`));
    expect(trail).toEqual([{ details: { opened: true, day: '2026-11-10', to: '2026-12-31', decision: expect.any(Number) }, before: { opened: false, to: null } }]);
  });
});
