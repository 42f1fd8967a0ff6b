import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordSession } from '#domain/activities/contract.ts';
import { readPoints } from '#domain/points/contract.ts';
import { readSchemeTrial, readTrialGrounds, type SchemeTrial, tryScheme } from '#domain/points/trial-contract.ts';
import { readSchemes } from '#domain/schemes/contract.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { recordOf } from '#test/operations/bench.ts';
import { runJobs } from '#test/run-jobs.ts';

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
  for (const day of ['2026-11-02', '2026-11-09', '2026-11-16']) await bureau.as('jiping').call(recordSession, recordOf(bureau.cast.organisation.detention, day));
});
afterAll(() => bureau.drop());

const office = () => bureau.as('fangmin');
const tried = async (text: string, year = 2026): Promise<SchemeTrial> => {
  const { id } = await office().call(tryScheme, { text, year });
  await runJobs(bureau);
  return office().call(readSchemeTrial, { trial: id });
};
const kept = () => bureau.within(({ tx }) => tx.one(sql`SELECT (SELECT count(*) FROM fact_log) AS log, (SELECT count(*) FROM ledger_entry) AS ledger, (SELECT count(*) FROM scheme_text) AS texts`));

/** Twice the study hours for the same mark. */
const harder = sample.replace('full: 8.00, targetHours: 32', 'full: 8.00, targetHours: 64');

describe('a trial of a scheme', () => {
  it('of the text that is in force changes nobody, and what it says before is what the page of the member says', async () => {
    const { outcome, people, job } = await tried(sample);
    expect([job.state, job.done === job.total]).toEqual(['done', true]);
    expect(new Set(outcome?.members.map((it) => it.outcome))).toEqual(new Set(['unchanged']));
    expect(outcome?.members.flatMap((it) => it.differences)).toEqual([]);
    const wenlan = outcome?.members.find((it) => it.person === bureau.cast.person.wenlan);
    const points = await bureau.as('wenlan').call(readPoints, { person: bureau.cast.person.wenlan, year: 2026 });
    expect([wenlan?.before, wenlan?.after]).toEqual([points.total, points.total]);
    expect(people.map((it) => it.number)).toEqual(people.map((it) => it.number).toSorted());
  });

  it('says who loses, by which rule, from the grounds under both', async () => {
    expect(harder).not.toBe(sample);
    const { id, outcome } = await tried(harder);
    const wenlan = outcome?.members.find((it) => it.person === bureau.cast.person.wenlan);
    expect(wenlan?.outcome).toBe('loses');
    expect(wenlan?.differences).toEqual([expect.objectContaining({ id: 'yearlyStudyHours', standsIn: 'both' })]);
    const why = await office().call(readTrialGrounds, { trial: id, of: 'member', subject: bureau.cast.person.wenlan });
    expect([why.before?.value, why.after?.value]).toEqual([wenlan?.before, wenlan?.after]);
    expect(why.differences).toEqual(wenlan?.differences);
  });

  it('speaks of the branches too, and of what each shift team can reach', async () => {
    const { outcome, branches, teams } = await tried(sample);
    expect(branches.map((it) => it.id)).toContain(bureau.cast.organisation.detention);
    expect(outcome?.branches.map((it) => it.branch)).toEqual(branches.map((it) => it.id));
    expect(outcome?.reaches.map((it) => it.team)).toEqual([null, ...teams.map((it) => it.id)]);
  });

  it('says what the year comes to, and whose grade changes and why', async () => {
    const { cast: { person, organisation } } = bureau;
    const { outcome } = await tried(sample);
    expect(outcome?.years.branches?.map((it) => it.subject)).toEqual(outcome?.branches.map((it) => it.branch));
    const detention = outcome?.years.branches?.find((it) => it.subject === organisation.detention);
    expect(detention?.before).toEqual(detention?.after);
    expect(detention?.after).toMatchObject({ value: null, standing: 'noBasis' });
    // Points alone, and a threshold that nobody misses: all are graded, and the quota does not bind.
    const eased = sample.replace(/      - kind: group\n        id: appraisal[\s\S]*?(?=    vetoes:)/, '').replace('atMost: 100.00, weight: 60', 'atMost: 100.00, weight: 100').replace('atLeast: 85.00, quota: 1/3, clause: 第十四条第二项', 'atLeast: 1.00, clause: 第十四条第二项');
    expect(eased).not.toContain('        id: appraisal\n');
    const changed = await tried(eased);
    const wenlan = changed.outcome?.years.members?.find((it) => it.subject === person.wenlan);
    expect([wenlan?.before?.standing, wenlan?.after?.grade?.zh]).toEqual(['noBasis', '优秀']);
    expect(wenlan?.differences.map(({ id, standsIn }) => [id, standsIn])).toContainEqual(['appraisal', 'before']);
    const why = await office().call(readTrialGrounds, { trial: changed.id, of: 'member', subject: person.wenlan, under: 'result' });
    expect([why.before?.id, why.before?.value, why.after?.value]).toEqual(['memberYear', null, wenlan?.after?.value]);
  });

  it('says of whom is not evaluated that he is not, and not that something is missing', async () => {
    const { cast: { person } } = bureau;
    const { outcome } = await tried(sample.replace('staff: [retired], are: otherwise', 'staff: [retired, officer], are: otherwise'));
    expect(outcome?.members.find((it) => it.person === person.wenlan)).toMatchObject({ after: null, excluded: { before: false, after: true }, outcome: 'incomparable' });
    expect(outcome?.years.members?.find((it) => it.subject === person.wenlan)?.after).toMatchObject({ standing: 'excluded', grade: null });
  });

  it('records nothing: no fact, no entry, no text, no version', async () => {
    const before = await kept();
    const { items } = await office().call(readSchemes, {});
    await tried(harder);
    expect(await kept()).toEqual(before);
    expect((await office().call(readSchemes, {})).items).toEqual(items);
  });

  it('asked for twice under one key is one trial', async () => {
    const key = randomUUID();
    const [one, two] = [await office().call(tryScheme, { text: sample, year: 2026 }, { key }), await office().call(tryScheme, { text: sample, year: 2026 }, { key })];
    expect(two.id).toBe(one.id);
    await runJobs(bureau);
  });
});

describe('a trial that cannot be', () => {
  it('is refused for a text with problems and for a year that has not begun', async () => {
    expect(await office().refusal(tryScheme, { text: sample.replace('audience: members', 'audience: membres'), year: 2026 })).toBe('SchemeHasProblems');
    expect(await office().refusal(tryScheme, { text: sample, year: 2027 })).toBe('TrialYearAhead');
  });

  it('is not for a branch, and the trial of another is not there', async () => {
    expect(await bureau.as('luojian').refusal(tryScheme, { text: sample, year: 2026 })).toBe('NotAllowed');
    const { id } = await tried(sample);
    expect(await bureau.as('shenyi').refusal(readSchemeTrial, { trial: id })).toBe('NotFound');
    expect(await office().refusal(readTrialGrounds, { trial: id, of: 'member', subject: randomUUID() })).toBe('NotFound');
  });

  it('opens no register that the scheme in force keeps closed, whatever the draft says of it', async () => {
    const { cast: { person, organisation } } = bureau;
    await bureau.within((call) => recordFact(call, { kind: 'record', state: {
      register: 'disciplineDecision', organisation: organisation.detention, day: '2026-10-12', until: null, persons: [{ person: person.wenlan, as: null }], values: { level: 'warning' } } }));
    const opened = sample.replace('    keptBy: discipline\n    privacy: discipline\n    key: [document, persons]', '    keptBy: discipline\n    privacy: open\n    key: [document, persons]');
    expect(opened).not.toBe(sample);
    const { id } = await tried(opened);
    const why = await office().call(readTrialGrounds, { trial: id, of: 'member', subject: person.wenlan });
    const leaf = (grounds: typeof why.after): string => JSON.stringify(JSON.parse(JSON.stringify(grounds)).children[0]);
    expect(leaf(why.after)).toContain('党纪处理：内容限本人和');
    expect(leaf(why.after)).not.toContain('"day":"2026-10-12"');
    expect(leaf(why.before)).not.toContain('"day":"2026-10-12"');
  });

  it('is dropped after a day, with the text, and says so', async () => {
    const { id } = await tried(sample);
    await bureau.within(({ tx }) => tx.run(sql`DELETE FROM file`));
    expect(await office().refusal(readSchemeTrial, { trial: id })).toBe('TrialExpired');
  });
});
