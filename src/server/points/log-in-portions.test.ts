import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBranchPoints, readPoints } from '#domain/points/contract.ts';
import { nameKey } from '#server/facts/name-key.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { logInPortions, type Portion } from './log-in-portions.ts';
import { membersAt } from './points-reads.ts';

const MEMBERS = 60;
const BRANCHES = ['B1', 'B2', 'B3'] as const;
const EVENINGS = ['2026-10-12', '2026-11-02'];
let bureau: TestBureau;
let branches: readonly { readonly id: string; readonly persons: readonly string[] }[];

/** Three more branches below the committee of the organs, with two Monday studies each; every tenth member missed the first. */
beforeAll(async () => {
  bureau = await testBureau();
  branches = BRANCHES.map(() => ({ id: newId(), persons: Array.from({ length: MEMBERS }, () => newId()) }));
  await bureau.within(async (call) => {
    const rows = branches.flatMap(({ persons }, of) => persons.map((id, at) => {
      const [name, number] = [`党员${of}之${at}`, `${BRANCHES[of]}-${String(at).padStart(3, '0')}`];
      return { id, number, name, name_key: nameKey(name, number) };
    }));
    await call.tx.run(sql`INSERT INTO person (id, number, name, name_key)
      SELECT id, number, name, name_key FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS new(id uuid, number text, name text, name_key text)`);
    await recordFacts(call, branches.flatMap(({ id, persons }, of) => [founded(id, BRANCHES[of] ?? ''), ...persons.map((person) => joined(person, id))]));
    await recordFacts(call, branches.flatMap(({ id, persons }) => EVENINGS.map((day) => study(id, day, persons))));
  });
});
afterAll(() => bureau.drop());

const founded = (factId: string, number: string): AnyNewFact => ({ kind: 'organisation', factId, state: {
  category: '631', number, name: `中共示例市${number}支部委员会`, shortName: `${number}党支部`, founded: '2020-01-01', dissolved: null,
  placements: [{ parent: bureau.cast.organisation.organs, from: '2020-01-01' }],
} });

const joined = (person: string, organisation: string): AnyNewFact =>
  ({ kind: 'membership', state: { person, organisation, group: null, stage: 'full', staffKind: 'officer', from: '2020-01-01', to: null } });

const study = (organisation: string, day: string, persons: readonly string[]): AnyNewFact => ({ kind: 'session', state: {
  organisation, arrangement: null, stage: 'held', activities: ['mondayStudy'], contents: [], day, period: day.slice(0, 7),
  sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
  marks: persons.map((person, at) => ({ person, mark: day === '2026-10-12' && at % 10 === 3 ? 'absent' : 'present', reason: null, sitting: 0 })),
  allPresent: false, agenda: [], resolutions: [],
} });

const portionsOf = (): Promise<Portion[]> => bureau.within(async ({ tx, today }) => {
  const members = await membersAt(tx, await subtree(tx, [bureau.cast.organisation.organs], today), today);
  const portions: Portion[] = [];
  for await (const portion of logInPortions(tx, members, 2026)) portions.push(portion);
  return portions;
});

describe('the log of a subtree', () => {
  it('is read some people at a time, each portion with the sessions of their branches and no others', async () => {
    const portions = await portionsOf();
    const persons = portions.flatMap((it) => it.persons);
    expect(new Set(persons).size).toBe(persons.length);
    for (const { id, persons: of } of branches) {
      const holding = portions.filter((portion) => portion.persons.some((it) => of.includes(it)));
      expect(holding, 'a branch stays together').toHaveLength(1);
      const sessions = (holding[0]?.log ?? []).flatMap((entry) => (entry.kind === 'session' ? entry.state.organisation : []));
      expect(sessions, 'two branches of sixty are too many at once').toEqual(EVENINGS.map(() => id));
    }
  });

  it('gives everybody the points that he has when he is asked for alone', async () => {
    const { items } = await bureau.as('fangmin').call(readBranchPoints, { organisation: bureau.cast.organisation.organs });
    expect(items.length).toBeGreaterThan(branches.length * MEMBERS);
    expect(items.map((it) => it.number)).toEqual(items.map((it) => it.number).toSorted());
    for (const person of branches.flatMap(({ persons }) => persons.slice(2, 5))) {
      const alone = await bureau.as('fangmin').call(readPoints, { person });
      expect(items.find((it) => it.person === person)).toMatchObject({ total: alone.total, proposed: alone.proposed });
    }
    const totals = new Set(branches.flatMap(({ persons }) => items.filter((it) => persons.slice(2, 5).includes(it.person)).map((it) => it.total)));
    expect(totals.size, 'who missed an evening has less').toBe(2);
  });
});
