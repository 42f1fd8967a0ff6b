import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordMakeUp } from '#domain/activities/record-contract.ts';
import { recordSession, confirmSession } from '#domain/activities/contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { recordOwnLeave } from '#domain/rota/absence-contract.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { identifier, sql } from '#server/platform/sql.ts';
import { NOW, testBureau, type TestBureau } from '#test/app.ts';
import { benchOf, recordOf, type Bench } from '#test/operations/bench.ts';
import { toldBureau, type ToldBureau } from '#test/told-bureau.ts';

/** Erasure and "never erased" both hold (engine C): a person is blanked with all that was typed, everything is rebuilt, no total moves. */
let bureau: TestBureau;
let bench: Bench;
let told: ToldBureau;
const SECRET = '杜鹃花开';

beforeAll(async () => {
  bureau = await testBureau();
  bench = benchOf(bureau);
  told = toldBureau(bureau, NOW.slice(0, 10));
  const [wenlan, organisation] = [bench.person('wenlan'), bench.on('detention')];
  const typed = { topic: SECRET, discussion: SECRET, material: SECRET, otherAttendees: SECRET, agenda: [{ title: SECRET, firstItem: true }], resolutions: [{ text: SECRET, vote: null }] };
  const { session } = await bench.as('jiping').call(recordSession, recordOf(organisation, '2026-11-02', { ...typed, speakers: [wenlan], host: wenlan }));
  await bench.as('luojian').call(confirmSession, { session, version: 1 });
  const missed = await bench.as('jiping').call(recordSession, recordOf(organisation, '2026-11-09', { marks: [{ person: wenlan, mark: 'absent', reason: 'personalLeave', sitting: 0 }] }));
  await bench.as('jiping').call(recordMakeUp, { session: missed.session, person: wenlan, day: '2026-11-10', way: 'reading' });
  await bench.as('wenlan').call(recordOwnLeave, { reason: 'sickLeave', from: '2026-11-16', to: '2026-11-16' });
});
afterAll(() => bureau.drop());

/** What the room for erasing will do: the tombstone in the person's row, and in every text of a fact that names him. */
const erased = (person: string): Promise<void> => bureau.within(async ({ tx }) => {
  await tx.run(sql`UPDATE person SET name = '', name_key = '', gender = NULL, birth_date = NULL, details = '{}', erased_at = now() WHERE id = ${person}`);
  await tx.run(sql`UPDATE fact_text SET text = NULL, blanked_at = now() WHERE fact_id IN (SELECT fact_id FROM fact_person WHERE person_id = ${person})`);
});

/** Tables in which a text stands, those of its own home left out. */
async function traces(text: string, home: readonly string[]): Promise<string[]> {
  return bureau.within(async ({ tx }) => {
    const tables = await tx.many<{ name: string }>(sql`SELECT relname AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND has_table_privilege(oid, 'SELECT') ORDER BY 1`);
    const found: string[] = [];
    for (const { name } of tables.filter((it) => !home.includes(it.name))) {
      const row = await tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM ${identifier(name)} t WHERE position(${text} in t::text) > 0`);
      if ((row?.n ?? 0) > 0) found.push(name);
    }
    return found;
  });
}

describe('a person who is erased', () => {
  it('has a name, and what was typed about him, in their own tables alone', async () => {
    expect(await traces('温岚', ['person']), 'a name stands outside the row that can be blanked').toEqual([]);
    expect(await traces(SECRET, ['fact_text']), 'a typed text stands outside the row that can be blanked').toEqual([]);
  });

  it('leaves every total and every table as they were, after a rebuild of everything', async () => {
    const person = bench.person('wenlan');
    const before = { held: await told.held(), derived: await told.derived(), total: (await bench.as('luojian').call(readPoints, { person })).total };
    expect(before.total).toBeGreaterThan(0);
    await erased(person);
    await told.within(async ({ tx }) => void (await rebuild(tx)));
    expect(await told.held(), 'erasing moved a total').toEqual(before.held);
    expect(await told.tried()).toEqual(before.held);
    expect(await told.derived()).toEqual(before.derived);
    expect((await bench.as('luojian').call(readPoints, { person })).total).toBe(before.total);
    expect(await traces('温岚', [])).toEqual([]);
    expect(await traces(SECRET, [])).toEqual([]);
  });
});
