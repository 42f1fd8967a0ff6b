import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFoundBy } from '#domain/people/search-pattern.ts';
import * as registers from '#domain/registers/contract.ts';
import { listWithdrawnEntries, restoreRegisterEntry } from '#domain/registers/restoring-contract.ts';
import { readRegisterSum } from '#domain/registers/sum-contract.ts';
import { sql } from '#server/platform/sql.ts';
import { testBureau, type TestBureau } from '#test/app.ts';
import type { CastName } from '#test/cast.ts';
import { footprint } from '#test/operations/footprint.ts';

let bureau: TestBureau;
beforeAll(async () => { bureau = await testBureau(); });
afterAll(() => bureau.drop());

const DAY = '2026-11-12';
let days = 0;
let day = DAY;
beforeEach(() => { day = `2026-0${1 + Math.floor(days / 25)}-${String(1 + (days += 1) % 25).padStart(2, '0')}`; });

type Input = Parameters<typeof record>[1];
const record = (who: Parameters<TestBureau['as']>[0], over: Partial<{ organisation: string; register: string; day: string; until: string | null; period: string; reason: string; persons: { person: string; as: string | null }[]; values: Record<string, string | boolean> }>) =>
  bureau.as(who).call(registers.recordRegisterEntry, { organisation: bureau.cast.organisation.detention, register: 'oathRenewal', day, until: null, persons: [], values: { attended: '20' }, ...over });
const someone = (at: number) => ({ person: bureau.cast.others[at] ?? '', as: null });
const honour = (over: Input = {}): Input => ({ register: 'honour', persons: [someone(0), someone(1)], values: { level: 'thirdMerit', document: `德公政〔2026〕${days}号`, title: '优秀民警' }, ...over });
const decision = (person: string): Input => ({ register: 'disciplineDecision', until: '2027-12-31', persons: [{ person, as: null }], values: { level: 'circular', document: `纪〔2026〕${days}号`, selfFound: true } });
const list = (who: Parameters<TestBureau['as']>[0], register: string) => bureau.as(who).call(registers.listRegisterEntries, { register });
const read = (who: Parameters<TestBureau['as']>[0], entry: string) => bureau.as(who).call(registers.readRegisterEntry, { entry });
const refused = (who: Parameters<TestBureau['as']>[0], over: Input): Promise<string> => bureau.as(who).refusal(registers.recordRegisterEntry, {
  organisation: bureau.cast.organisation.detention, register: 'oathRenewal', day, until: null, persons: [], values: { attended: '20' }, ...over });

describe('the list of a register', () => {
  it('does not add up what says which one: the third and the fourth term are no seven', async () => {
    const from = { register: 'termOfOffice', day: '2026-01-12', until: '2029-01-11' };
    await record('fangmin', { ...from, values: { term: '3' } });
    await record('fangmin', { ...from, organisation: bureau.cast.organisation.command, values: { term: '4' } });
    const { total, sums } = await list('fangmin', 'termOfOffice');
    expect([total, sums]).toEqual([2, []]);
    expect(await bureau.as('fangmin').refusal(readRegisterSum, { register: 'termOfOffice', field: 'term' })).toBe('NotFound');
  });

  it('adds up what its numbers come to over all entries that match, not over the page alone', async () => {
    const { total, sums } = await list('jiping', 'dues');
    expect([total, sums]).toEqual([0, []]);
    for (const [on, due, paid] of [['2026-01-10', '24', '23'], ['2026-02-10', '24', '24'], ['2026-03-10', '25', '0']] as const) await record('jiping', { register: 'dues', day: on, values: { due, paid } });
    const page = await bureau.as('jiping').call(registers.listRegisterEntries, { register: 'dues', size: 1 });
    expect([page.items.length, page.sums]).toEqual([1, [{ field: 'due', sum: '73', entries: 3 }, { field: 'paid', sum: '47', entries: 3 }]]);
    expect((await bureau.as('jiping').call(registers.listRegisterEntries, { register: 'dues', period: '2026-03' })).sums.map(({ sum }) => sum)).toEqual(['25', '0']);
  });

  it('says of each sum which entries it adds up, under the filters of the list and for whoever sees the list', async () => {
    const sum = (who: CastName, more: { register?: string; field?: string; period?: string } = {}) => bureau.as(who).call(readRegisterSum, { register: 'dues', field: 'paid', ...more });
    const { grounds } = await sum('jiping');
    expect([grounds.value, grounds.format, grounds.children.map(({ label, value }) => [label.zh, value])]).toEqual([47, 'count', [['2026-03-10', 0], ['2026-02-10', 24], ['2026-01-10', 23]]]);
    const listed = (await list('jiping', 'dues')).items.map(({ entry }) => entry);
    expect(grounds.children.map(({ how }) => (how.kind === 'counted' ? how.opens?.factId : null))).toEqual(listed);
    expect((await sum('jiping', { period: '2026-02' })).grounds.value).toBe(24);
    expect((await sum('fangmin')).grounds.value).toBe(47);
    expect((await sum('gucheng')).grounds.value).toBe(0);
    expect(await bureau.as('jiping').refusal(readRegisterSum, { register: 'honour', field: 'level' })).toBe('NotFound');
    expect(await bureau.as('jiping').refusal(readRegisterSum, { register: 'dues', field: 'none' })).toBe('NotFound');
  });
});

describe('the form of a register', () => {
  it('offers its people with what a search for them looks into', async () => {
    const { people } = await bureau.as('jiping').call(registers.readRegisterForm, { register: 'honour' });
    expect(people.filter(({ key }) => isFoundBy(key, 'wl')).map(({ name }) => name)).toEqual(['温岚']);
    expect(people.every(({ key, number }) => isFoundBy(key, number))).toBe(true);
  });
});

describe('an entry', () => {
  it('is kept as it was typed, with its text beside the log', async () => {
    const { entry, waiting } = await record('jiping', honour());
    expect(waiting).toBe(true);
    const page = await read('jiping', entry);
    expect(page.row).toMatchObject({ register: 'honour', day, values: { level: 'thirdMerit', document: expect.stringMatching(/^德公政〔2026〕/), title: '优秀民警' }, recordedBy: '季平', waiting: true });
    expect(page.row.persons.map(({ name }) => name)).toEqual(['看守甲', '看守乙']);
    const logged = await bureau.within(({ tx }) => tx.one<{ state: string }>(sql`SELECT state::text AS state FROM fact_log WHERE fact_id = ${entry}`));
    expect(logged?.state).not.toMatch(/德公政|优秀民警|看守甲/);
    expect(logged?.state).toMatch(/"document": ?"#[0-9a-f]{16}"/);
  });

  it('that lacks something is refused with every place, and leaves no row', async () => {
    const before = await footprint(bureau);
    const answer = await bureau.as('jiping').request(registers.recordRegisterEntry, {
      organisation: bureau.cast.organisation.detention, register: 'honour', day, until: null, reason: '', persons: [], values: { level: '最高', document: '' } });
    const { name, places } = (await answer.json()) as { name: string; places: { at: string }[] };
    expect([name, places.map(({ at }) => at)]).toEqual(['EntryIncomplete', ['persons', 'values.level', 'values.document', 'values.title']]);
    expect(await footprint(bureau)).toEqual(before);
  });

  it('is refused for a day to come, for a settled year and for people of another branch', async () => {
    expect(await refused('jiping', { day: '2026-11-18' })).toBe('DayInFuture');
    expect(await refused('jiping', { day: '2024-05-01' })).toBe('YearClosed');
    expect(await refused('jiping', honour({ persons: [{ person: bureau.cast.person.gucheng, as: null }] }))).toBe('PersonNotHere');
  });

  it('belongs to another month with a reason only', async () => {
    expect(await refused('jiping', { day: '2026-10-02', period: '2026-09' })).toBe('PeriodNeedsReason');
    const { entry } = await record('jiping', { day: '2026-10-02', period: '2026-09', reason: '国庆前已开展，节后补登' });
    expect(await read('jiping', entry)).toMatchObject({ row: { period: '2026-09' }, reason: '国庆前已开展，节后补登' });
  });

  it('is found by its month, whatever its day', async () => {
    const { entry } = await record('jiping', { day: '2026-10-03', period: '2026-09', reason: '节后补登' });
    const inMonth = async (period: string) => (await bureau.as('jiping').call(registers.listRegisterEntries, { register: 'oathRenewal', period })).items.map((it) => it.entry);
    expect(await inMonth('2026-09')).toContain(entry);
    expect(await inMonth('2026-10')).not.toContain(entry);
  });

  it('stands once: the same matter again names the entry that is there', async () => {
    const document = `一份文件${days}`;
    await record('jiping', honour({ values: { level: 'commendation', document, title: '嘉奖' } }));
    const again = honour({ values: { level: 'thirdMerit', document: ` ${document} `, title: '另一名称' }, persons: [someone(1), someone(0)] });
    const answer = await bureau.as('tangyue').request(registers.recordRegisterEntry, { organisation: bureau.cast.organisation.detention, day, until: null, reason: '', ...again });
    const { name, words } = (await answer.json()) as { name: string; words: { zh: string } };
    expect(name).toBe('EntryThere');
    expect(words.zh).toContain(`${day} 登记（登记人：季平）`);
  });

  it('stands once also when two enter it at the same moment', async () => {
    const same = honour({ persons: [someone(7)], values: { level: 'commendation', document: `同时${days}`, title: '嘉奖' } });
    const both = await Promise.allSettled([record('jiping', same), record('tangyue', same), record('luojian', same)]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect((await list('luojian', 'honour')).items.filter(({ persons }) => persons.some(({ name }) => name === '看守辛')).length).toBe(1);
  });

  it('is amended by the version that was read, and withdrawn with a reason that stays readable', async () => {
    const { entry } = await record('jiping', {});
    const fields = { entry, day, until: null, persons: [], values: { attended: '19' } };
    expect(await bureau.as('jiping').call(registers.amendRegisterEntry, { ...fields, version: 1 })).toMatchObject({ version: 2 });
    expect(await bureau.as('tangyue').refusal(registers.amendRegisterEntry, { ...fields, version: 1 })).toBe('FactChanged');
    await bureau.as('jiping').call(registers.withdrawRegisterEntry, { entry, version: 2, reason: '重复登记' });
    const page = await read('luojian', entry);
    expect(page).toMatchObject({ withdrawn: true, row: { values: { attended: '19' } }, may: { amend: { allowed: false } } });
    expect(page.versions.map(({ change, reason }) => [change, reason])).toEqual([['withdrawn', '重复登记'], ['amended', ''], ['recorded', '']]);
    expect((await list('luojian', 'oathRenewal')).items.map((it) => it.entry)).not.toContain(entry);
    expect(await bureau.as('jiping').refusal(registers.amendRegisterEntry, { ...fields, version: 3 })).toBe('FactWithdrawn');
  });

  it('that was withdrawn is found by whoever enters there, and restored as it was, to be confirmed anew', async () => {
    const entered = honour();
    const { entry } = await record('jiping', entered);
    await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry, version: 1 });
    const before = await read('jiping', entry);
    await bureau.as('jiping').call(registers.withdrawRegisterEntry, { entry, version: 1, reason: '点错了' });
    const gone = async (who: CastName) => (await bureau.as(who).call(listWithdrawnEntries, { register: 'honour' })).items;
    expect(await gone('luojian')).toMatchObject([{ entry, reason: '点错了', recordedBy: '季平', values: before.row.values }]);
    expect(await gone('gucheng')).toEqual([]);
    const oath = await record('jiping', {});
    await bureau.as('jiping').call(registers.withdrawRegisterEntry, { entry: oath.entry, version: 1, reason: '早先撤的' });
    const later = await record('jiping', {});
    await bureau.as('jiping').call(registers.withdrawRegisterEntry, { entry: later.entry, version: 1, reason: '后来撤的' });
    const second = await bureau.as('jiping').call(listWithdrawnEntries, { register: 'oathRenewal', page: 2, size: 1 });
    expect([second.total > 1, second.items.map(({ reason }) => reason)]).toEqual([true, ['早先撤的']]);
    expect(await bureau.as('wenlan').refusal(listWithdrawnEntries, { register: 'honour' })).toBe('NotFound');
    const [again, kept] = [await record('jiping', entered), await footprint(bureau)];
    const restoring = { entry, version: 2 };
    expect(await bureau.as('jiping').refusal(restoreRegisterEntry, restoring)).toBe('EntryThere');
    expect(await bureau.as('wenlan').refusal(restoreRegisterEntry, restoring)).toBe('NotAllowed');
    expect(await footprint(bureau)).toEqual(kept);
    await bureau.as('jiping').call(registers.withdrawRegisterEntry, { entry: again.entry, version: 1, reason: '重复' });
    expect(await bureau.as('jiping').refusal(restoreRegisterEntry, { entry, version: 1 })).toBe('FactChanged');
    expect(await bureau.as('jiping').call(restoreRegisterEntry, restoring)).toEqual({ entry, version: 3, waiting: true });
    const after = await read('jiping', entry);
    expect(after).toMatchObject({ withdrawn: false, reason: '', row: { ...before.row, version: 3, waiting: true, recordedOn: after.row.recordedOn }, may: { restore: { allowed: false } } });
    await bureau.as('fangmin').call(registers.confirmRegisterEntry, { entry, version: 3 });
    expect(await bureau.as('jiping').refusal(restoreRegisterEntry, { entry, version: 3 })).toBe('FactStands');
  });
});

describe('who stands for an entry (A-9)', () => {
  const confirm = (entry: string, version = 1) => ({ entry, version });

  it('is another than who entered it: an honour goes to the office', async () => {
    const { entry } = await record('fangmin', honour());
    expect(await bureau.as('fangmin').refusal(registers.confirmRegisterEntry, confirm(entry))).toBe('OwnEntry');
    expect(await bureau.as('luojian').refusal(registers.confirmRegisterEntry, confirm(entry))).toBe('NotAllowed');
    await bureau.as('shenyi').call(registers.confirmRegisterEntry, confirm(entry));
    expect(await bureau.as('shenyi').refusal(registers.confirmRegisterEntry, confirm(entry))).toBe('EntryNotWaiting');
    const page = await read('luojian', entry);
    expect([page.row.waiting, page.confirmations.map(({ by }) => by)]).toEqual([false, ['沈奕']]);
  });

  it('is none of those whom it names, even in a register that asks nobody', async () => {
    const talk = { register: 'heartTalk', persons: [{ person: bureau.cast.person.luojian, as: 'talker' }, { ...someone(2), as: 'talked' }], values: {} };
    const { entry, waiting } = await record('luojian', talk);
    expect(waiting).toBe(true);
    expect(await bureau.as('luojian').refusal(registers.confirmRegisterEntry, confirm(entry))).toBe('OwnEntry');
    await bureau.as('tangyue').call(registers.confirmRegisterEntry, confirm(entry));
    expect(await bureau.as('luojian').refusal(registers.withdrawRegisterEntry, { ...confirm(entry), reason: '不算' })).toBe('OwnEntryChange');
  });

  it('stands for one version: an amendment waits again', async () => {
    const { entry } = await record('jiping', honour());
    await bureau.as('fangmin').call(registers.confirmRegisterEntry, confirm(entry));
    const page = await read('jiping', entry);
    await bureau.as('jiping').call(registers.amendRegisterEntry, {
      entry, version: 1, day, until: null, persons: page.row.persons.map(({ id, as }) => ({ person: id, as })), values: { ...page.row.values, level: 'secondMerit' } });
    expect((await read('jiping', entry)).row.waiting).toBe(true);
  });
});

describe('what one may not know of does not exist', () => {
  it('a decision is known to the person, his secretary and the commission, and to nobody else', async () => {
    const { entry, waiting } = await record('heqing', decision(bureau.cast.person.wenlan));
    expect(waiting).toBe(false);
    for (const name of ['heqing', 'luojian', 'wenlan'] as const) {
      expect((await read(name, entry)).row.entry, name).toBe(entry);
      expect((await list(name, 'disciplineDecision')).items.map((it) => it.entry), name).toContain(entry);
    }
    for (const name of ['fangmin', 'shenyi', 'tangyue', 'jiping', 'zhengqi', 'gucheng', 'xitong', 'shenji'] as const) {
      expect(await bureau.as(name).refusal(registers.readRegisterEntry, { entry }), name).toBe('NotFound');
      expect(await bureau.as(name).refusal(registers.exportRegister, { register: 'disciplineDecision' }).catch(() => 'exported'), name).toBe(name === 'gucheng' ? 'exported' : 'NotFound');
      const { items } = await bureau.as(name).call(registers.listRegisters, {});
      expect(items.find(({ id }) => id === 'disciplineDecision')?.entries ?? 0, name).toBe(0);
    }
    expect((await list('gucheng', 'disciplineDecision')).items).toEqual([]);
  });

  it('decisions are entered by the commission alone', async () => {
    for (const name of ['luojian', 'jiping', 'fangmin', 'shenyi'] as const) expect(await refused(name, decision(bureau.cast.person.wenlan)), name).toBe('NotAllowed');
    expect(await refused('gucheng', decision(bureau.cast.person.wenlan))).toBe('NotFound');
  });

  it('what is the business of the persons alone is not shown to colleagues', async () => {
    const { entry } = await record('jiping', { register: 'partyBirthdayMarked', persons: [{ person: bureau.cast.person.wenlan, as: null }], values: {} });
    expect((await read('wenlan', entry)).row.entry).toBe(entry);
    const { entry: other } = await record('jiping', { register: 'partyBirthdayMarked', persons: [someone(3)], values: {} });
    expect(await bureau.as('wenlan').refusal(registers.readRegisterEntry, { entry: other })).toBe('NotFound');
    expect((await list('wenlan', 'partyBirthdayMarked')).items.map((it) => it.entry)).toEqual([entry]);
  });

  it('an open entry is seen by the branch and not by another one', async () => {
    const { entry } = await record('jiping', {});
    expect((await read('wenlan', entry)).row.entry).toBe(entry);
    expect(await bureau.as('gucheng').refusal(registers.readRegisterEntry, { entry })).toBe('NotFound');
    expect(await refused('gucheng', {})).toBe('NotFound');
    expect(await refused('wenlan', {})).toBe('NotAllowed');
  });
});

describe('lists', () => {
  it('count what they show, narrowed by organisation, year, waiting and name', async () => {
    const { entry } = await record('jiping', honour({ persons: [someone(5)] }));
    const all = await list('fangmin', 'honour');
    expect(all.total).toBe(all.items.length);
    const { items } = await bureau.as('fangmin').call(registers.listRegisters, {});
    expect(items.find(({ id }) => id === 'honour')).toMatchObject({ entries: all.total, mayEnter: true });
    const found = async (filter: object) => (await bureau.as('fangmin').call(registers.listRegisterEntries, { register: 'honour', ...filter })).items.map((it) => it.entry);
    expect(await found({ search: '看守己' })).toEqual([entry]);
    expect(await found({ waiting: 'yes' })).toContain(entry);
    expect(await found({ year: 2025 })).toEqual([]);
    expect(await found({ organisation: bureau.cast.organisation.command })).toEqual([]);
    expect(await found({ organisation: bureau.cast.organisation.organs })).toContain(entry);
  });

  it('the form offers the places where one may enter, and their people', async () => {
    const form = await bureau.as('jiping').call(registers.readRegisterForm, { register: 'honour' });
    expect(form.organisations.map(({ name }) => name)).toEqual(['看守所党支部']);
    expect(form.people.map(({ name }) => name)).toContain('温岚');
    expect(await bureau.as('wenlan').refusal(registers.readRegisterForm, { register: 'honour' })).toBe('NotAllowed');
    const ofCommission = await bureau.as('heqing').call(registers.readRegisterForm, { register: 'disciplineDecision' });
    expect(ofCommission.organisations.map(({ name }) => name)).toEqual(['指挥中心党支部', '看守所党支部']);
  });

  it('the form of an entry that follows from another begins with what they share, for whoever may know of that one', async () => {
    const { detention } = bureau.cast.organisation;
    const { wenlan, luojian } = bureau.cast.person;
    const { entry } = await bureau.as('jiping').call(registers.recordRegisterEntry, {
      organisation: detention, register: 'mission', day: '2026-11-10', until: '2026-11-20', persons: [wenlan, luojian].map((person) => ({ person, as: null })),
      values: { name: '冬季安保', sort: 'security' } });
    const begun = async (register: string) => (await bureau.as('jiping').call(registers.readRegisterForm, { register, organisation: detention, from: entry })).begun;
    expect(await begun('missionLesson')).toEqual({ day: null, until: null, persons: [], values: { mission: '冬季安保' } });
    expect(await begun('vanguard')).toMatchObject({ day: '2026-11-10', until: '2026-11-20', values: { name: '冬季安保' }, persons: expect.arrayContaining([{ person: wenlan, as: null }]) });
    expect(await bureau.as('gucheng').refusal(registers.readRegisterForm, { register: 'vanguard', from: entry })).toBe('NotFound');
  });

  it('the roster of a matter has whoever takes part in it in any branch, and whatever else is entered about it', async () => {
    const { detention, command } = bureau.cast.organisation;
    const { wenlan, gucheng } = bureau.cast.person;
    const enter = (name: CastName, organisation: string, register: string, person: string, over: { readonly as?: string; readonly values: Record<string, string> }) => bureau.as(name).call(registers.recordRegisterEntry, {
      organisation, register, day: '2026-11-02', until: null, persons: [{ person, as: over.as ?? null }], values: over.values });
    const { entry } = await enter('jiping', detention, 'mission', wenlan, { values: { name: '防汛专班', sort: 'taskForce' } });
    await enter('gucheng', command, 'mission', gucheng, { values: { name: '防汛专班', sort: 'taskForce' } });
    await enter('jiping', detention, 'temporaryMeeting', wenlan, { values: { name: '防汛专班', sort: 'study' } });
    await enter('jiping', detention, 'temporaryMeeting', wenlan, { values: { name: '另一专班', sort: 'study' } });
    const seen = async (name: CastName) => (await bureau.as(name).call(registers.readMatter, { entry })).groups.map(({ register, items }) => [register.id, items.map((row) => row.persons.map(({ id }) => id)).flat()]);
    expect((await bureau.as('fangmin').call(registers.readMatter, { entry })).matter).toBe('防汛专班');
    expect(await seen('fangmin')).toEqual([['mission', [gucheng, wenlan]], ['temporaryMeeting', [wenlan]]]);
    expect(await seen('jiping'), 'another branch is none of his').toEqual([['mission', [wenlan]], ['temporaryMeeting', [wenlan]]]);
    expect(await bureau.as('gucheng').refusal(registers.readMatter, { entry })).toBe('NotFound');
    const { entry: nameless } = await bureau.as('jiping').call(registers.recordRegisterEntry, { organisation: detention, register: 'oathRenewal', day: '2026-11-02', until: null, persons: [], values: { attended: '20' } });
    expect(await bureau.as('jiping').refusal(registers.readMatter, { entry: nameless })).toBe('NoMatter');
  });

  it('a register counts its kinds, each leading to exactly these', async () => {
    const { detention } = bureau.cast.organisation;
    const { wenlan } = bureau.cast.person;
    for (const [sort, name] of [['team', '甲队'], ['team', '乙队'], ['modelPost', '丙岗']] as const) await bureau.as('jiping').call(registers.recordRegisterEntry, {
      organisation: detention, register: 'vanguard', day: '2026-10-01', until: null, persons: [{ person: wenlan, as: null }], values: { sort, name } });
    const listed = async (level?: string) => bureau.as('jiping').call(registers.listRegisterEntries, { register: 'vanguard', organisation: detention, ...(level === undefined ? {} : { level }) });
    const counts = (it: Awaited<ReturnType<typeof listed>>) => it.levels.map(({ id, entries }) => [id, entries]);
    const [all, teams] = [await listed(), await listed('team')];
    expect(counts(all)).toEqual([['team', 2], ['modelPost', 1], ['area', 0]]);
    expect([teams.total, counts(teams)]).toEqual([2, counts(all)]);
  });

  it('what is taken away are the rows that one sees', async () => {
    const { total } = await list('jiping', 'honour');
    const bytes = await bureau.as('jiping').call(registers.exportRegister, { register: 'honour' });
    const { readXlsx } = await import('hucre/xlsx');
    const [sheet] = (await readXlsx(bytes as never)).sheets;
    expect(sheet?.rows.length).toBe(total + 2);
    expect(sheet?.rows[0]?.[0]).toBe(`荣誉表彰　共 ${total} 项　2026-11-17 09:00 由季平（jiping）导出`);
    expect(sheet?.rows[1]).toEqual(['党组织', '发生日期', '所属期', '所属期说明', '人员', '级别', '文号', '荣誉名称', '登记状态', '登记人', '登记日期']);
  });

  it('who may only look is refused with who could, but may take along the entries that name him', async () => {
    const { wenlan } = bureau.cast.person;
    await record('jiping', honour());
    await record('jiping', honour({ persons: [{ person: wenlan, as: null }] }));
    const mayTake = async (who: CastName, search?: string) => (await bureau.as(who).call(registers.listRegisterEntries, { register: 'honour', ...(search === undefined ? {} : { search }) })).mayTake;
    const taken = (who: CastName, search?: string) => bureau.as(who).refusal(registers.exportRegister, { register: 'honour', ...(search === undefined ? {} : { search }) }).catch(() => 'taken');
    for (const who of ['zhengqi', 'wenlan'] as const) expect([who, await mayTake(who), await taken(who)]).toEqual([who, false, 'NotAllowed']);
    for (const who of ['luojian', 'jiping', 'fangmin'] as const) expect([who, await mayTake(who), await taken(who)]).toEqual([who, true, 'taken']);
    expect([await mayTake('wenlan', '温岚'), await taken('wenlan', '温岚')]).toEqual([true, 'taken']);
    expect([await mayTake('zhengqi', '温岚'), await taken('zhengqi', '温岚')]).toEqual([false, 'NotAllowed']);
  });

  it('with what was asked for above and what the numbers come to below', async () => {
    const { detention } = bureau.cast.organisation;
    for (const [on, attended] of [['2026-05-06', '21'], ['2026-06-06', '19']] as const) await record('jiping', { day: on, values: { attended } });
    const asked = { register: 'oathRenewal', organisation: detention, year: 2026 };
    const { total, sums } = await bureau.as('jiping').call(registers.listRegisterEntries, asked);
    const bytes = await bureau.as('jiping').call(registers.exportRegister, asked);
    const { readXlsx } = await import('hucre/xlsx');
    const [sheet] = (await readXlsx(bytes as never)).sheets;
    expect(String(sheet?.rows[0]?.[0])).toContain(`重温入党誓词　党组织：看守所党支部；2026年　共 ${total} 项　`);
    const [head = [], last = []] = [sheet?.rows[1], sheet?.rows.at(-1)];
    expect([last[0], last[head.indexOf('参加人数')], sheet?.rows.length]).toEqual(['合计', Number(sums[0]?.sum), total + 3]);
  });
});
