import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLabelledFacts } from '#domain/assessments/labels-contract.ts';
import { confirmRegisterEntry, recordRegisterEntry } from '#domain/registers/contract.ts';
import { type BranchBrands, readBrands, readFeatures } from '#domain/registers/showcase-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const detention = (): string => bureau.cast.organisation.detention;
const ofDetention = async (name: 'gucheng' | 'wenlan' | 'jiping' = 'gucheng'): Promise<BranchBrands | undefined> =>
  (await bureau.as(name).call(readBrands, {})).branches.find(({ organisation }) => organisation.id === detention());
const enter = (register: string, values: Record<string, string | boolean>, over: { day?: string; until?: string | null; persons?: string[] } = {}) => ({
  organisation: detention(), register, day: over.day ?? '2026-03-02', until: over.until ?? null, persons: (over.persons ?? []).map((person) => ({ person, as: null })), values });

describe('brands and methods', () => {
  it('of every branch are seen by the whole bureau once the office has confirmed them, and are gaps before', async () => {
    expect(await ofDetention()).toEqual({ organisation: { id: detention(), name: '看守所党支部' }, brand: { shown: [], waiting: 0 }, method: { shown: [], waiting: 0 } });
    const { entry, version } = await bureau.as('jiping').call(recordRegisterEntry, enter('brand', { name: '春风看守', meaning: '以规范和温度管教', reviewed: '2026-10-15' }));
    expect((await ofDetention())?.brand).toEqual({ shown: [], waiting: 1 });
    await bureau.as('fangmin').call(confirmRegisterEntry, { entry, version });
    expect((await ofDetention())?.brand).toEqual({ shown: [{ entry, title: '春风看守', text: '以规范和温度管教', since: '2026-03-02', reviewed: '2026-10-15' }], waiting: 0 });
    expect((await bureau.as('gucheng').call(readBrands, {})).branches.filter(({ brand }) => brand.shown.length > 0)).toHaveLength(1);
  });

  it('that have ended are shown no more, and the brand of the bureau stands above all', async () => {
    const method = await bureau.as('jiping').call(recordRegisterEntry, enter('workMethod', { name: '三查三问', meaning: '班前查、班中查、班后查' }, { until: '2026-11-16' }));
    await bureau.as('fangmin').call(confirmRegisterEntry, { entry: method.entry, version: method.version });
    expect((await ofDetention())?.method).toEqual({ shown: [], waiting: 0 });
    await bureau.as('fangmin').call(recordRegisterEntry, { ...enter('bureauBrand', { name: '铸忠诚警魂、护州城平安', meaning: '全局一面旗' }), organisation: bureau.cast.organisation.organs });
    const page = await bureau.as('wenlan').call(readBrands, {});
    expect(page.bureau).toEqual([expect.objectContaining({ title: '铸忠诚警魂、护州城平安' })]);
    expect(page.entering).toEqual([]);
    expect((await bureau.as('jiping').call(readBrands, {})).entering).toEqual([detention()]);
    expect(await bureau.as('shenji').refusal(readBrands, {})).toBe('NotFound');
  });
});

describe('a feature on a member', () => {
  const feature = (agreed: boolean) => enter('feature', { title: '监所里的老工匠', published: '《德州日报》第3版', agreed }, { persons: [bureau.cast.person.wenlan], day: '2026-07-01' });
  const shown = async (name: 'gucheng' | 'fangmin' = 'gucheng') => (await bureau.as(name).call(readFeatures, { year: 2026 })).items;

  it('is entered with the consent of the person alone', async () => {
    const before = await bureau.within(({ tx }) => tx.one(sql`SELECT count(*) AS n FROM record`));
    expect(await bureau.as('jiping').refusal(recordRegisterEntry, feature(false))).toBe('EntryIncomplete');
    expect(await bureau.within(({ tx }) => tx.one(sql`SELECT count(*) AS n FROM record`))).toEqual(before);
  });

  it('is shown to the whole bureau once the office has released it, counts under its label, and pays nobody', async () => {
    const { entry, version, waiting } = await bureau.as('jiping').call(recordRegisterEntry, feature(true));
    expect(waiting).toBe(true);
    expect(await shown()).toEqual([]);
    await bureau.as('fangmin').call(confirmRegisterEntry, { entry, version });
    expect(await shown()).toEqual([expect.objectContaining({ entry, organisation: { id: detention(), name: '看守所党支部' }, persons: [expect.objectContaining({ name: '温岚' })], values: { title: '监所里的老工匠', published: '《德州日报》第3版', agreed: true } })]);
    expect((await bureau.as('gucheng').call(readFeatures, { year: 2025 })).items).toEqual([]);
    expect((await bureau.as('gucheng').call(readFeatures, { year: 2026 })).labels).toEqual([expect.objectContaining({ zh: '抓品牌创建、有内涵' })]);
    expect(JSON.stringify(await bureau.as('fangmin').call(readLabelledFacts, { label: 'branding', year: 2026 }))).toContain(entry);
    const paid = await bureau.within(({ tx }) => tx.one<{ n: number }>(sql`SELECT count(*) AS n FROM ledger_entry WHERE fact_id = ${entry}`));
    expect(paid?.n).toBe(0);
  });
});
