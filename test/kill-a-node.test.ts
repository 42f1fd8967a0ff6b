import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as imports from '#domain/imports/contract.ts';
import { rosterColumns } from '#domain/imports/roster-columns.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { jobNode, type JobNode } from '#test/job-nodes.ts';
import { workbook } from '#test/workbooks.ts';

/** Two nodes of one installation: long work is done once, also when the node that did it is killed just before its commit. */
const PEOPLE = 60;

let bureau: TestBureau;
let halting: JobNode;
let one: JobNode;
let other: JobNode;
beforeAll(async () => {
  bureau = await testBureau();
  [halting, one, other] = [jobNode(bureau, { halts: true }), jobNode(bureau), jobNode(bureau)];
});
afterAll(async () => {
  for (const node of [halting, one, other]) await node.kill();
  await bureau.drop();
});

const branch = () => bureau.within(({ tx }) => tx.one<{ name: string }>(sql`SELECT name FROM organisation WHERE id = ${bureau.cast.organisation.command}`));
async function roster(first: number): Promise<Uint8Array> {
  const cells: Readonly<Record<string, string>> = { 人员类别: '正式党员', 所在党支部: (await branch())?.name ?? '', 人员身份: '民警' };
  const titles = rosterColumns.map(({ title }) => title);
  return workbook([titles, ...Array.from({ length: PEOPLE }, (_, at) => titles.map((title) => ({ ...cells, 姓名: `石${String.fromCharCode(0x4e00 + first + at)}`, 警号: String(600_000 + first + at) })[title] ?? null))]);
}
const send = async (file: Uint8Array): Promise<string> =>
  (await bureau.as('fangmin').call(imports.checkRoster, { fileName: '花名册.xlsx', from: '2026-11-01' }, { file, key: randomUUID() })).id;
const carriedOut = (id: string) => bureau.as('fangmin').call(imports.carryOutRoster, { import: id, skipFaulty: false });
/** What the import leaves, seen from every table in which it leaves something. */
const left = () => bureau.within(({ tx }) => tx.one(sql`SELECT
  (SELECT count(*) FROM person WHERE number LIKE '60%') AS people, (SELECT count(*) FROM fact_log WHERE kind = 'membership' AND fact_id IN
    (SELECT fact_id FROM fact_person JOIN person ON person.id = person_id WHERE number LIKE '60%')) AS memberships,
  (SELECT count(*) FROM import_batch) AS batches, (SELECT count(*) FROM audit_entry WHERE operation = 'carryOutRoster' AND subject_kind = 'import' AND details <> '{}') AS audited`));
const turns = () => bureau.within(({ tx }) => tx.many(sql`SELECT state, attempts FROM job WHERE kind = 'carryOutRoster' ORDER BY created_at`));

it('a job whose node is killed before its commit is done by another one, once', async () => {
  const id = await send(await roster(0));
  expect(await one.workOff()).toBe('idle');
  await carriedOut(id);
  expect(await halting.workOff()).toBe('written');
  // Another node leaves alone what is in the hands of one that lives.
  expect(await one.workOff()).toBe('idle');
  expect([await turns(), await left()]).toEqual([[{ state: 'running', attempts: 1 }], { people: 0, memberships: 0, batches: 0, audited: 0 }]);

  await halting.kill();
  // Half a minute of silence later it counts as dead; two nodes see that at the same moment.
  await bureau.within(({ tx }) => tx.run(sql`UPDATE job SET alive_at = now() - interval '31 seconds' WHERE state = 'running'`));
  expect(await Promise.all([one.workOff(), other.workOff()])).toEqual(['idle', 'idle']);
  expect([await turns(), await left()]).toEqual([[{ state: 'done', attempts: 2 }], { people: PEOPLE, memberships: PEOPLE, batches: 1, audited: 1 }]);
  expect((await bureau.as('fangmin').call(imports.readRosterImport, { import: id })).outcome).toMatchObject({ created: PEOPLE });
});

it('jobs that wait for two nodes are each done by one of them', async () => {
  const ids = await Promise.all([100, 200, 300].map(async (first) => send(await roster(first))));
  expect(await Promise.all([one.workOff(), other.workOff()])).toEqual(['idle', 'idle']);
  const checks = await bureau.within(({ tx }) => tx.many(sql`SELECT state, attempts FROM job WHERE id = ANY(${ids}::uuid[])`));
  expect(checks).toEqual(ids.map(() => ({ state: 'done', attempts: 1 })));
});
