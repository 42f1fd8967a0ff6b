import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeAccount, readAccounts, reopenAccount, resetPassword } from '#domain/access/account-contract.ts';
import { endGrant, grantRole } from '#domain/access/grant-contract.ts';
import { signIn } from '#domain/access/contract.ts';
import { exportAuditTrail, readAuditTrail } from '#domain/audit/contract.ts';
import { otherOperations } from '#domain/audit/words.ts';
import { setCompliance } from '#domain/bureau/compliance-contract.ts';
import { nameBureau } from '#domain/bureau/contract.ts';
import { makeWorkbook } from '#domain/tables/contract.ts';
import { civilDay } from '#server/platform/clock.ts';
import { withConnection } from '#server/platform/connection.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { PASSWORD } from '#test/cast.ts';

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  const { items } = await bureau.as('anquan').call(readAccounts, { search: 'wenlan' });
  await bureau.as('anquan').call(resetPassword, { account: items[0]?.id ?? '', firstPassword: 'k7mq-x2vd-9hpe' });
  await bureau.as('nobody').refusal(signIn, { userName: 'wenlan', password: 'wrong' });
});
afterAll(() => bureau.drop());

const shenji = () => bureau.as('shenji');
/** Entries are stamped by the database, not by the clock of the test. */
const day = (shift: number): string => civilDay(new Date(Date.now() + shift * 86_400_000));

describe('the audit trail', () => {
  it('says in words who did what to what, newest first', async () => {
    const { items, total } = await shenji().call(readAuditTrail, {});
    expect(items.map((it) => it.id)).toEqual(items.map((it) => it.id).toSorted((a, b) => b - a));
    expect(total).toBeGreaterThanOrEqual(items.length);
    expect(items.find((it) => it.operation === 'resetPassword')).toMatchObject({
      words: { zh: '重置密码' }, who: { userName: 'anquan', name: null }, subject: { kind: 'account', words: { zh: '账号' }, label: 'wenlan' } });
    await bureau.as('nobody').call(signIn, { userName: 'luojian', password: PASSWORD });
    const { items: [entered] } = await shenji().call(readAuditTrail, { operation: 'signIn' });
    expect(entered).toMatchObject({ words: { zh: '登录' }, who: { userName: 'luojian', name: '罗建' } });
    expect(items.find((it) => it.operation === 'wrongPassword')).toMatchObject({ words: { zh: '密码错误' }, who: null, details: { tries: 1 } });
  });

  it('shows that it was read, and how', async () => {
    await shenji().call(readAuditTrail, { operation: 'resetPassword', from: day(-1) });
    const { items } = await shenji().call(readAuditTrail, { operation: 'readAuditTrail' });
    expect(items[0]).toMatchObject({ who: { userName: 'shenji' }, subject: { kind: 'auditTrail' }, details: { operation: 'resetPassword', from: day(-1), page: 1 } });
  });

  it('tells each file that left by its digests, so that one who holds it can prove that it is the one', async () => {
    const taken = await Promise.all([
      bureau.as('fangmin').call(makeWorkbook, { name: 'people', title: '名单', scope: '', language: 'zh', columns: [{ title: '姓名', format: 'text' }], rows: [['温岚']], total: null }),
      shenji().call(exportAuditTrail, { operation: 'resetPassword' })]);
    const digests = await Promise.all(['makeWorkbook', 'exportAuditTrail'].map(async (operation) => (await shenji().call(readAuditTrail, { operation })).items[0]?.details));
    const reckoned = (hash: string): string[] => taken.map((it) => createHash(hash).update(it as unknown as Uint8Array).digest('hex'));
    expect(digests.map((it) => it?.['sha256'])).toEqual(reckoned('sha256'));
    expect(digests.map((it) => it?.['sm3'])).toEqual(reckoned('sm3'));
  });

  it('is narrowed by operation, person, subject and day', async () => {
    const operationsOf = async (filter: Record<string, string>): Promise<string[]> =>
      [...new Set((await shenji().call(readAuditTrail, filter)).items.map((it) => it.operation))].sort();
    const { items } = await shenji().call(readAuditTrail, { operation: 'resetPassword' });
    const subject = items[0]?.subject?.id ?? '';
    expect(await operationsOf({ operation: 'resetPassword' })).toEqual(['resetPassword']);
    expect(await operationsOf({ who: '温岚' })).toEqual(['resetPassword', 'wrongPassword']);
    expect(await operationsOf({ who: 'ANQUAN' })).toEqual(['resetPassword']);
    expect(await operationsOf({ who: '%' })).toEqual([]);
    expect(await operationsOf({ subject })).toEqual(['resetPassword', 'wrongPassword']);
    expect(await operationsOf({ who: 'wenlan', from: day(0), to: day(0) })).toEqual(['resetPassword', 'wrongPassword']);
    expect(await operationsOf({ who: 'wenlan', to: day(-2) })).toEqual([]);
    expect(await operationsOf({ who: 'wenlan', from: day(2) })).toEqual([]);
    expect(await shenji().refusal(readAuditTrail, { from: day(0), to: day(-1) })).toBe('DaysBackwards');
  });

  it('counts days as the offices do, not as the database does', async () => {
    const instants = ['2026-03-01T15:59:59Z', '2026-03-01T16:00:00Z', '2026-03-02T15:59:59Z', '2026-03-02T16:00:00Z'];
    await withConnection(bureau.ownerUrl, async (client) => {
      for (const at of instants) {
        await client.query("INSERT INTO bureau_alpha.audit_entry (at, operation, request_id, subject_id) VALUES ($1::timestamptz, 'foundDemo', $2, 'days')", [at, at]);
      }
    });
    const { items } = await shenji().call(readAuditTrail, { subject: 'days', from: '2026-03-02', to: '2026-03-02' });
    expect(items.map((it) => it.requestId)).toEqual(['2026-03-02T15:59:59Z', '2026-03-01T16:00:00Z']);
  });

  it('can be taken away as a table of what one sees, and says that it was', async () => {
    const file = await shenji().request(exportAuditTrail, { operation: 'resetPassword' });
    const { sheets } = await readXlsx(await file.arrayBuffer());
    const rows = sheets[0]?.rows ?? [];
    expect(String(rows[0]?.[0])).toMatch(/^操作日志 操作：重置密码 共 1 条 2026-11-17 \d\d:\d\d 由(.+（shenji）| shenji )导出$/);
    expect(rows[1]?.slice(0, 4)).toEqual(['序号', '时间', '操作', '账号']);
    expect(rows[2]?.slice(2, 7)).toEqual(['重置密码', 'anquan', '', '账号', 'wenlan']);
    expect(rows[1]?.slice(-4)).toEqual(['修改前', '修改后', '理由', '请求编号']);
    expect(rows.length).toBe(3);
    expect((await shenji().call(readAuditTrail, { operation: 'exportAuditTrail' })).items[0]).toMatchObject({ details: { operation: 'resetPassword', entries: 1 } });
  });

  it('says from what to what and on whose authority, and reads what was typed where it stands', async () => {
    const { items: [wenlan] } = await bureau.as('anquan').call(readAccounts, { search: 'wenlan' });
    const account = wenlan?.id ?? '';
    await bureau.as('anquan').call(closeAccount, { account });
    await bureau.as('anquan').call(reopenAccount, { account });
    const { id: grant } = await bureau.as('anquan').call(grantRole, { account, role: 'recorder', organisation: bureau.cast.organisation.detention, from: '2026-11-17', to: '2026-12-31' });
    await bureau.as('anquan').call(endGrant, { grant, last: '2026-11-30' });
    await bureau.as('juling').call(setCompliance, { switch: 'branchPointsOnPhone', opened: true, document: '机党发〔2026〕21号', decidedBy: '局党委会议', decidedOn: '2026-11-10', until: null });
    for (const zh of ['清源市公安局', '清源市公安分局']) await bureau.as('dangwu').call(nameBureau, { zh, en: 'Qingyuan' });
    const said = async (operation: string) => (await shenji().call(readAuditTrail, { operation })).items.slice(0, 1).flatMap(({ changes, reason }) =>
      [...changes.map(({ field, before, after }) => `${field.zh}：${before?.zh ?? '空'} → ${after?.zh ?? '空'}`), ...(reason === null ? [] : [reason])]);
    expect(await said('closeAccount')).toEqual(['账号状态：启用 → 停用']);
    expect(await said('reopenAccount')).toEqual(['账号状态：停用 → 启用']);
    expect(await said('endGrant')).toEqual(['止：2026-12-31 → 2026-11-30']);
    expect(await said('setCompliance')).toEqual(['开关：关 → 开', '机党发〔2026〕21号（局党委会议，2026-11-10）']);
    expect(await said('nameBureau')).toEqual(['单位名称：清源市公安局 → 清源市公安分局']);
    const { sheets } = await readXlsx(await (await shenji().request(exportAuditTrail, { operation: 'endGrant' })).arrayBuffer());
    expect(sheets[0]?.rows[2]?.slice(-4, -1)).toEqual(['止：2026-12-31', '止：2026-11-30', '']);
  });

  it('leaves as text where a name looks like a formula', async () => {
    await withConnection(bureau.ownerUrl, (client) => client.query(`UPDATE bureau_alpha.account SET user_name = '=HYPERLINK("x")' WHERE user_name = 'wenlan'`));
    const { sheets } = await readXlsx(await (await shenji().request(exportAuditTrail, { operation: 'resetPassword' })).arrayBuffer());
    expect(sheets[0]?.rows[2]?.[6]).toBe(`'=HYPERLINK("x")`);
    await withConnection(bureau.ownerUrl, (client) => client.query(`UPDATE bureau_alpha.account SET user_name = 'wenlan' WHERE user_name LIKE '=%'`));
  });

  it('is read by the audit administrator and nobody else', async () => {
    for (const name of ['anquan', 'xitong', 'shenyi', 'luojian', 'wenlan'] as const) {
      expect([await bureau.as(name).refusal(readAuditTrail, {}), name]).toEqual([name === 'wenlan' ? 'NotSignedIn' : 'NotAllowed', name]);
      expect((await bureau.as(name).request(exportAuditTrail, {})).status).toBe(name === 'wenlan' ? 401 : 403);
    }
  });

  it('cannot be changed or emptied by the application (T26)', async () => {
    for (const statement of [sql`UPDATE audit_entry SET operation = 'x'`, sql`DELETE FROM audit_entry`, sql`TRUNCATE audit_entry`,
      sql`INSERT INTO audit_entry (at, operation, request_id) VALUES ('2020-01-01', 'x', 'x')`]) {
      await expect(bureau.within((call) => call.tx.run(statement))).rejects.toThrow('permission denied');
    }
  });

  it('shows no particular that has no word, whoever wrote it', async () => {
    await bureau.within(async (call) => call.audit({ kind: 'account', id: 'x', details: { tries: 1, reason: 'illness' } }));
    const { items, operations } = await shenji().call(readAuditTrail, { subject: 'x' });
    expect(items[0]?.details).toEqual({ tries: 1 });
    expect(operations.map((it) => it.operation)).toEqual(expect.arrayContaining(['resetPassword', 'exportAuditTrail', ...Object.keys(otherOperations)]));
  });
});
