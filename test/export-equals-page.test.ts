import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportFacts, readBranchPoints, readPoints } from '#domain/points/contract.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { run } from '#server/cli/run.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
const folder = mkdtempSync(join(tmpdir(), 'zhibu-export-'));
beforeAll(async () => void (bureau = await testBureau()));
afterAll(async () => {
  await bureau.drop();
  rmSync(folder, { recursive: true });
});

const session = (day: string, activities: string[], present: readonly string[], speakers: string[] = []): FactState<'session'> => ({
  organisation: bureau.cast.organisation.detention, arrangement: null, stage: 'held', activities, contents: [], day, period: day.slice(0, 7),
  sittings: [{ day, from: '19:00', to: '21:00' }], host: null, minuteTaker: null, speakers, exchanges: [], attendees: [],
  marks: present.map((person) => ({ person, mark: 'present', reason: null, sitting: 0 })), allPresent: false, agenda: [], resolutions: [],
});

interface Tried {
  readonly totals: readonly { readonly person: string; readonly total: number | null; readonly grounds: unknown }[];
}

/** What the command line prints, as the same JSON that the page reads. */
async function tried(facts: string, day: string): Promise<Tried['totals']> {
  let printed = '';
  const status = await run(['scheme', 'try', 'schemes/dezhou.yaml', '--facts', facts, '--at', day, '--json'], {
    out: (text) => void (printed += text), error: (text) => { throw new Error(text); }, env: {}, today: day,
  });
  expect(status).toBe(0);
  const { totals }: Tried = JSON.parse(printed);
  return totals;
}

describe('an exported log', () => {
  it('gives on the command line the same totals and grounds as the page', async () => {
    const { person, others } = bureau.cast;
    const all = [person.luojian, person.tangyue, person.jiping, person.zhengqi, person.wenlan, ...others];
    await bureau.within((call) => recordFacts(call, [
      { kind: 'session', state: session('2026-11-02', ['mondayStudy'], all) },
      { kind: 'session', state: session('2026-11-09', ['mondayStudy'], all.slice(2)) },
      { kind: 'session', state: session('2026-11-11', ['themePartyDay', 'partyLecture'], all.slice(1), [person.wenlan]) },
      { kind: 'leave', state: { person: person.luojian, reason: 'sickLeave', from: '2026-11-09', to: '2026-11-09' } },
    ]));
    expect(await bureau.as('fangmin').refusal(exportFacts, {})).toBe('NotAllowed');
    await bureau.within(({ tx }) => tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day)
      SELECT ${newId()}, id, 'partyAffairsOfficer', ${bureau.cast.organisation.bureau}, '2026-01-01' FROM account WHERE user_name = 'fangmin'`));
    const file = join(folder, 'facts.jsonl');
    writeFileSync(file, (await bureau.as('fangmin').call(exportFacts, {})) as unknown as Uint8Array);
    expect(JSON.parse(readFileSync(file, 'utf8').split('\n')[0] ?? '')).toEqual({ taken: { at: expect.stringMatching(/^2026-/), by: 'fangmin' } });
    expect(readFileSync(file, 'utf8'), 'the reason of a leave leaves the bureau').not.toContain('sickLeave');
    const ofBranch = await bureau.as('luojian').call(readBranchPoints, { organisation: bureau.cast.organisation.detention });
    const fromFile = await tried(file, ofBranch.asOf.day);
    for (const row of ofBranch.items) expect(fromFile.find((it) => it.person === row.person)?.total, row.name).toBe(row.total);
    const page = await bureau.as('wenlan').call(readPoints, { person: person.wenlan });
    expect(fromFile.find((it) => it.person === person.wenlan)?.grounds).toEqual(page.grounds);
  });
});
