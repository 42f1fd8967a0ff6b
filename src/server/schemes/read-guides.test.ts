import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGuides } from '#domain/schemes/guide-contract.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import { putIntoForce } from './put-into-force.ts';
import { readScheme } from './read-scheme.ts';

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');
let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(null, 'none'); });
afterAll(() => bureau.drop());

describe('办理指引', () => {
  it('are none before a scheme is in force', async () => {
    expect(await bureau.as('wenlan').call(readGuides, {})).toEqual({ scheme: null, items: [] });
  });

  it('answer a member and a secretary alike: how a meeting that votes is held, by whom, for what, and by which clause', async () => {
    await bureau.within((call) => putIntoForce(call, { text: sample, from: '2026-01-01' }), '2026-01-01T09:00:00+08:00');
    const answer = await bureau.as('wenlan').call(readGuides, {});
    expect(await bureau.as('luojian').call(readGuides, {})).toEqual(answer);
    const assembly = answer.items.find(({ kind, id }) => kind === 'activity' && id === 'memberAssembly');
    expect(assembly).toMatchObject({ clause: '第六条第二项', template: 'minutes', items: expect.arrayContaining(['assemblies']) });
    expect(assembly?.course).toHaveLength(5);
    expect(assembly?.who?.zh).toContain('党支部组织');
    expect(assembly?.asked.map(({ zh }) => zh)).toContainEqual(expect.stringMatching(/^支部党员大会：.*每季度.*（考核细则 3\.1）$/));
    expect(assembly?.whoVotes?.zh).toContain('超过应到会有表决权党员的半数');
  });

  it('are those of the version in force on the day that is asked for', async () => {
    const newer = sample.replace(/^version: \d+$/m, 'version: 9').replace('需表决的事项经充分讨论后逐项表决，当场宣布结果。', '新办法：逐项表决。');
    await bureau.within((call) => putIntoForce(call, { text: newer, from: '2026-12-01' }), '2026-11-16T09:00:00+08:00');
    const stepsOn = async (day: string): Promise<string> => JSON.stringify((await bureau.as('luojian').call(readGuides, { day })).items.find(({ id }) => id === 'memberAssembly')?.course);
    expect(await stepsOn('2026-11-30')).not.toContain('新办法');
    expect(await stepsOn('2026-12-01')).toContain('新办法');
    expect((await bureau.as('luojian').call(readGuides, { day: '2026-12-01' })).scheme?.version).toBe(9);
  });

  it('of the sample leave out nothing that falls due: its check has no warning of a missing guide', () => {
    const read = readScheme(sample);
    expect('scheme' in read ? read.warnings.filter(({ words }) => words.zh.includes('没有办理指引')) : 'unsound').toEqual([]);
  });

  it('are for whoever is signed in', async () => {
    expect(await bureau.as('nobody').refusal(readGuides, {})).toBe('NotSignedIn');
  });
});
