import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAuditTrail } from '#domain/audit/contract.ts';
import { readVersions } from '#domain/audit/versions-contract.ts';
import { amendSession, confirmSession, recordSession, withdrawSession } from '#domain/activities/contract.ts';
import { restoreSession } from '#domain/activities/restoring-contract.ts';
import { amendCalendar, announceCalendar } from '#domain/calendar/contract.ts';
import { recordOwnLeave } from '#domain/rota/absence-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { benchOf, recordOf } from '#test/operations/bench.ts';

let bureau: TestBureau;
let session: string;
beforeAll(async () => {
  bureau = await testBureau();
  const bench = benchOf(bureau);
  const [organisation, wenlan] = [bench.on('detention'), bench.person('wenlan')];
  const mark = (it: 'absent' | 'excused', reason: string | null) => ({ marks: [{ person: wenlan, mark: it, reason, sitting: 0 }] });
  const first = recordOf(organisation, '2026-11-09', mark('absent', null));
  session = (await bench.as('jiping').call(recordSession, first)).session;
  await bench.as('luojian').call(confirmSession, { session, version: 1 });
  const { arranged: _, organisation: __, ...same } = first;
  await bench.as('jiping').call(amendSession, { ...same, ...mark('excused', 'sickLeave'), topic: '学习党规', session, version: 1 });
  await bench.as('jiping').call(withdrawSession, { session, version: 2, reason: '日期记错' });
  await bench.as('jiping').call(restoreSession, { session, version: 3 });
});
afterAll(() => bureau.drop());

const seenBy = (who: CastName) => bureau.as(who).call(readVersions, { fact: session });

it('says of each version what it changed from what to what, by whom and why', async () => {
  const { versions, hidden, label } = await seenBy('luojian');
  expect([label.zh, hidden, versions.map(({ version, change }) => [version, change])]).toEqual(['活动记录', null, [[4, 'restored'], [3, 'withdrawn'], [2, 'amended'], [1, 'recorded']]]);
  expect(versions[1]).toMatchObject({ by: '季平', reason: '日期记错', changes: [] });
  expect(versions[3]).toMatchObject({ by: '季平', confirmed: [{ by: '罗建' }] });
  expect(versions[2]?.changes.map(({ field, before, after }) => [field.zh, before?.zh ?? null, after?.zh ?? null])).toEqual([
    ['出勤 · 温岚 · 出勤情况', '缺席', '免计'], ['出勤 · 温岚 · 事由', null, '病假'], ['主题', '学习党章', '学习党规'],
  ]);
});

it('keeps a reason of leave from whoever may know its class alone', async () => {
  const seen = JSON.stringify(await seenBy('fangmin'));
  expect([seen.includes('学习党规'), seen.includes('病假'), seen.includes('事由')]).toEqual([true, false, false]);
});

it('tells the audit administrator which fields changed, never what stood in them, and who could look', async () => {
  const { versions, hidden } = await seenBy('shenji');
  for (const text of ['温岚', '病假', '学习党规', '日期记错']) expect(JSON.stringify(versions), 'T8: business data before the auditor').not.toContain(text);
  expect(versions.find(({ version }) => version === 2)?.changes).toEqual([
    { field: { zh: '出勤', en: 'Attendance' }, before: null, after: null }, { field: { zh: '主题', en: 'Topic' }, before: null, after: null }]);
  expect(hidden?.zh).toContain('支部书记');
  const { items } = await bureau.as('shenji').call(readAuditTrail, { subject: session });
  expect(items.map(({ operation, changes, reason, fact }) => [operation, changes.map(({ field, before, after, hidden: away }) => [field.zh, before?.zh, after?.zh, away].join(' ')), reason, fact?.version])).toEqual([
    ['restoreSession', ['活动记录 已撤回 有效 false'], null, 4], ['withdrawSession', ['活动记录 有效 已撤回 false'], null, 3],
    ['amendSession', ['出勤   true', '主题   true'], null, 2], ['recordSession', [], null, undefined],
  ]);
});

it('is not there for a stranger, nor for whoever runs the system', async () => {
  for (const who of ['gucheng', 'xitong', 'anquan'] as const) expect(await bureau.as(who).refusal(readVersions, { fact: session })).toBe('NotFound');
  expect(await bureau.as('shenji').refusal(readVersions, { fact: '0192aaaa-0000-7000-8000-000000000001' })).toBe('NotFound');
});

it('shows his own to the member, and to the office not', async () => {
  const { leave } = await bureau.as('wenlan').call(recordOwnLeave, { reason: 'sickLeave', from: '2026-11-16', to: '2026-11-16' });
  expect((await bureau.as('wenlan').call(readVersions, { fact: leave })).versions).toHaveLength(1);
  expect((await bureau.as('luojian').call(readVersions, { fact: leave })).hidden).toBeNull();
  for (const who of ['fangmin', 'zhengqi', 'gucheng'] as const) expect([who, await bureau.as(who).refusal(readVersions, { fact: leave })]).toEqual([who, 'NotFound']);
});

it('of what only administers the trail itself says before, after and why', async () => {
  const notice = { document: '国办发明电〔2027〕1号', holidays: [{ names: ['newYear' as const], from: '2028-01-01', to: '2028-01-03' }], workdays: [] };
  const { calendar } = await bureau.as('fangmin').call(announceCalendar, { year: '2028', ...notice });
  await bureau.as('fangmin').call(amendCalendar, { calendar, version: 1, ...notice, document: '国办发明电〔2027〕2号', workdays: ['2028-01-08'] });
  const { items: [entry] } = await bureau.as('shenji').call(readAuditTrail, { operation: 'amendCalendar' });
  expect(entry).toMatchObject({ reason: '国办发明电〔2027〕2号', changes: expect.arrayContaining([{ field: { zh: '调休上班' }, before: null, after: { zh: '2028-01-08' }, hidden: false }].map((it) => expect.objectContaining({ ...it, field: expect.objectContaining(it.field), after: expect.objectContaining(it.after) }))) });
});
