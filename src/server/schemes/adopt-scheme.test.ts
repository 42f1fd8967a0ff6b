import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planSession, readArrangementMonth } from '#domain/activities/arrangement-contract.ts';
import { readActivityWords, readRecordForm, recordSession } from '#domain/activities/contract.ts';
import { adoptScheme, checkScheme, readSampleScheme, readSchemes, readSchemeText } from '#domain/schemes/contract.ts';
import { Answered, testBureau, type TestBureau } from '#test/app.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { recordOf } from '#test/operations/bench.ts';
import { putIntoForce } from './put-into-force.ts';
import { firstMonthOfForce } from './scheme-reads.ts';

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');
const from = (day: string, text = sample): string => text.replace('takesEffect: 2026-01-01', `takesEffect: ${day}`);
/** Another version of the sample, with something in it that no other has. */
const version = (number: number, day = '2026-01-01'): string => `${from(day, sample.replace('version: 1\n', `version: ${number}\n`))}# ${number}\n`;
const first = { text: sample, from: '2026-01-01' };

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(null, 'none'); });
afterAll(() => bureau.drop());

const office = () => bureau.as('dangwu');
const adopted = async (): Promise<string[]> => (await office().call(readSchemes, {})).items.map((it) => `${it.version} from ${it.from}`);
const answerOf = (attempt: Promise<unknown>): Promise<Answered> => attempt.then(
  () => { throw new Error('it was carried out'); }, (fault: unknown) => { if (fault instanceof Answered) return fault; throw fault; });

describe('a bureau without a scheme', () => {
  it('has no activities to choose from, and says to whoever plans or records who can adopt one', async () => {
    const { detention } = bureau.cast.organisation;
    const { sittings: _, ...plan } = recordOf(detention, '2026-12-07');
    expect((await bureau.as('jiping').call(readActivityWords, { day: '2026-11-16' })).activities).toEqual([]);
    const answers = [
      await answerOf(bureau.as('jiping').call(readRecordForm, { organisation: detention })),
      await answerOf(bureau.as('fangmin').call(readArrangementMonth, { organisation: bureau.cast.organisation.organs, month: '2026-12' })),
      await answerOf(bureau.as('jiping').call(recordSession, recordOf(detention, '2026-11-16'))),
      await answerOf(bureau.as('jiping').call(planSession, {
        organisation: detention, day: '2026-12-07', from: '19:00', to: '21:00', activities: plan.activities, contents: [], topic: '学习党章', place: '', lecturer: '', material: '' })),
    ];
    expect(answers.map((it) => it.refusal.name)).toEqual(Array(4).fill('SchemeMissing'));
    expect(answers[0]?.refusal.words.zh).toBe('尚未启用考核方案，请机关党委在“考核方案”中启用。');
  });

  it('offers the sample to begin with, which is sound', async () => {
    const { text } = await office().call(readSampleScheme, {});
    const { problems, scheme } = await office().call(checkScheme, { text });
    expect(text).toBe(sample);
    expect(problems).toEqual([]);
    expect(scheme?.takesEffect).toBe('2026-01-01');
    expect(scheme?.chapters[0]?.cards.map(({ zh }) => zh)).toContain('周一集中学习：每周一19:00–21:00，党支部组织，党员参加（离退休人员除外），遇法定节假日停一次，14 天内可补学。（第六条第一项）');
    expect(await adopted()).toEqual([]);
  });
});

describe('a text that is not sound', () => {
  const faulty = sample.replace('audience: members', 'audience: membres').replace('heldBy: group', 'heldBy: groop');

  it('is answered with every problem at its line and column', async () => {
    const { problems, scheme } = await office().call(checkScheme, { text: faulty });
    expect(scheme).toBeNull();
    const lineOf = (word: string): number => faulty.split('\n').findIndex((line) => line.includes(word)) + 1;
    expect(problems.map((it) => it.line)).toEqual([lineOf('membres'), lineOf('groop')]);
    const columnOf = (word: string): number => (faulty.split('\n').find((line) => line.includes(word))?.indexOf(word) ?? 0) + 1;
    expect(problems.map((it) => it.column)).toEqual([columnOf('membres'), columnOf('groop')]);
  });

  it('is not adopted, and the refusal names the same places', async () => {
    const { problems } = await office().call(checkScheme, { text: faulty });
    const { refusal } = await answerOf(office().call(adoptScheme, { ...first, text: faulty }));
    expect(refusal.name).toBe('SchemeHasProblems');
    expect(refusal.places).toEqual(problems.map(({ line, column, words }) => ({ at: `${line}:${column}`, words })));
    expect(await adopted()).toEqual([]);
  });
});

describe('who has not the right', () => {
  it('is told who has', async () => {
    const { status, refusal } = await answerOf(bureau.as('luojian').call(adoptScheme, first));
    expect([status, refusal.name]).toEqual([403, 'NotAllowed']);
    expect(refusal.words.zh).toBe('您在此党组织没有“启用考核方案”的权限，可由机关党委书记、专职副书记办理。');
    expect((await bureau.as('luojian').call(readSchemes, {})).mayAdopt).toBe(false);
    expect(await adopted()).toEqual([]);
  });
});

describe('a sound scheme', () => {
  it('is adopted once for one key, and then gives its activities, its text and its place in the list', async () => {
    const key = randomUUID();
    const answer = await office().call(adoptScheme, first, { key });
    expect(await office().call(adoptScheme, first, { key })).toEqual(answer);
    const { items, mayAdopt } = await office().call(readSchemes, {});
    expect(mayAdopt).toBe(true);
    expect(items).toEqual([expect.objectContaining({
      fact: answer.fact, scheme: 'dezhou', version: 1, from: '2026-01-01', current: true, adoptedOn: '2026-11-17', adoptedBy: 'dangwu', document: null })]);
    expect(items[0]?.activities).toBe(sample.split('\n').filter((line) => /^ {4}audience:/.test(line)).length);
    expect(await office().call(readSchemeText, { hash: items[0]?.hash ?? '' })).toEqual({ text: sample });
    expect((await bureau.as('jiping').call(readActivityWords, { day: '2026-11-16' })).activities[0]?.label.zh).toBe('周一集中学习');
    await bureau.as('jiping').call(recordSession, recordOf(bureau.cast.organisation.detention, '2026-11-16'));
  });

  it('needs a new version number the second time, a first of a month, and a place after the latest in an open year', async () => {
    const asked = async (text: string, from: string): Promise<string> => `${from} ${await office().refusal(adoptScheme, { text, from })}`;
    expect(await asked(version(1, '2026-06-01'), '2026-06-01')).toBe('2026-06-01 SchemeVersionTaken');
    expect(await asked(version(2), '2026-06-15')).toBe('2026-06-15 SchemeNotFromFirst');
    expect(await asked(version(2, '2025-12-01'), '2025-12-01')).toBe('2025-12-01 SchemeBeforeLatest');
    expect(await asked(version(2, '2024-12-01'), '2024-12-01')).toBe('2024-12-01 YearClosed');
    expect(await adopted()).toEqual(['1 from 2026-01-01']);
  });

  it('is no new version when no rule in it has changed, unless a document of its own decides so', async () => {
    const again = (document?: string | null) => answerOf(office().call(adoptScheme, { text: sample.replaceAll('\n', '\r\n'), from: '2026-12-01', version: 2, ...(document === undefined ? {} : { document }) }));
    const refused = [await again(), await again(null)];
    expect(refused.map(({ status, refusal }) => [status, refusal.name])).toEqual([[409, 'SchemeUnchanged'], [409, 'SchemeUnchanged']]);
    expect(refused[0]?.refusal.words.zh).toBe('这份方案与已启用的第 1 版（自 2026-01-01 起施行）条文完全相同，没有再启用。修改条文后再启用；条文不改而另行发文的，请填写新的文号。');
    expect(await adopted()).toEqual(['1 from 2026-01-01']);
  });

  it('does not begin in a month that is locked for the whole bureau, and the list says where the first open one is', async () => {
    const { organs, detention } = bureau.cast.organisation;
    const tried = bureau.within(async (call) => {
      const close = async (organisation: string, window: string) =>
        recordFact(call, { kind: 'closing', state: { organisation, window, stage: 'closed', asOfSeq: await lastSeq(call.tx) } });
      await close(organs, '2026-03');
      await close(detention, '2026-04');
      expect(await firstMonthOfForce(call)).toBe('2026-04-01');
      await putIntoForce(call, { text: version(2), from: '2026-03-01' });
    });
    await expect(tried).rejects.toMatchObject({ refusal: { name: 'SchemeBeforeOpenMonth', words: {
      zh: '2026-03-01 所在月份全局已经锁定，新版本最早自 2026-04-01 起施行。请改选月份，或先重开已锁定的月份。' } } });
    expect((await office().call(readSchemes, {})).openFrom).toBe('2025-01-01');
  });

  it('follows the one before from the day and with the number that the decision says, written into its text', async () => {
    await office().call(adoptScheme, { text: `${sample}# 2\n`, from: '2027-01-01', version: 2 });
    const { items } = await office().call(readSchemes, {});
    expect(items.map((it) => [it.version, it.from, it.current])).toEqual([[2, '2027-01-01', false], [1, '2026-01-01', true]]);
    expect(await office().call(readSchemeText, { hash: items[0]?.hash ?? '' })).toEqual({ text: version(2, '2027-01-01') });
  });

  it('is adopted for trial, and the next version is no trial any more', async () => {
    await office().call(adoptScheme, { text: `${sample}# 10\n`, from: '2027-02-01', version: 10, tentative: true });
    const [trial] = (await office().call(readSchemes, {})).items;
    expect([trial?.version, trial?.tentative]).toEqual([10, true]);
    const { text } = await office().call(readSchemeText, { hash: trial?.hash ?? '' });
    expect(text).toContain('takesEffect: 2027-02-01\ntentative: true\n');
    await office().call(adoptScheme, { text: `${text}document: 旧文\n`, from: '2027-02-01', version: 11, tentative: false, document: null });
    expect((await office().call(readSchemes, {})).items[0]).toMatchObject({ version: 11, tentative: false, document: null });
    const same = { text: `${sample}# 10\n`, from: '2027-02-01', version: 12 };
    expect(await office().refusal(adoptScheme, same)).toBe('SchemeUnchanged');
    await office().call(adoptScheme, { ...same, document: '机党发〔2027〕2号' });
    expect((await office().call(readSchemes, {})).items[0]).toMatchObject({ version: 12, document: '机党发〔2027〕2号' });
  });

  it('takes the number of the document that adopts it into its text and its place in the list', async () => {
    await office().call(adoptScheme, { text: version(20, '2027-03-01'), from: '2027-03-01', document: '机党发〔2027〕3号' });
    const { items } = await office().call(readSchemes, {});
    expect([items[0]?.document, items[0]?.from]).toEqual(['机党发〔2027〕3号', '2027-03-01']);
    const { text } = await office().call(readSchemeText, { hash: items[0]?.hash ?? '' });
    expect(text).toBe(version(20, '2027-03-01').replace('takesEffect: 2027-03-01', 'takesEffect: 2027-03-01\ndocument: "机党发〔2027〕3号"'));
  });

  it('of two adopted at the same moment with one number is taken once', async () => {
    const answers = await Promise.all([1, 2].map(() => office().request(adoptScheme, { text: version(30, '2027-04-01'), from: '2027-04-01' })));
    expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409]);
  });
});
