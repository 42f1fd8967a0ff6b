import { describe, expect, test } from 'vitest';
import { Refused } from '#domain/contracts/refusal.ts';
import type { MembershipState } from '#domain/people/membership.ts';
import { calledBy } from './called-by.ts';
import { readHeader, rosterColumns } from './roster-columns.ts';
import type { KnownPerson, RosterGround } from './roster-ground.ts';
import { planRoster, type RowPlan } from './roster-plan.ts';
import { problemOf, readRosterRow, type RosterRow } from './roster-row.ts';

const TITLES = rosterColumns.map((it) => it.title);
type Cells = Readonly<Record<string, string>>;
const NEWCOMER: Cells = { 姓名: '石磊', 警号: '370001', 人员类别: '正式党员', 所在党支部: '看守所党支部', 人员身份: '民警' };
const cellsOf = (cells: Cells, titles: readonly string[] = TITLES): string[] => titles.map((it) => cells[it] ?? '');

/** Reads a row; its faults as `column：rule`. */
const read = (cells: Cells, titles = TITLES): { row: RosterRow | null; faults: string[] } => {
  const header = readHeader(titles);
  const { row, faults } = readRosterRow(header, 2, cellsOf(cells, titles));
  return { row, faults: faults.map((it) => problemOf(header, 2, cellsOf(cells, titles), it)).map((it) => `${it.column}：${it.rule.zh}`) };
};
const rowOf = (cells: Cells, row = 2, titles = TITLES): RosterRow => {
  const it = readRosterRow(readHeader(titles), row, cellsOf({ ...NEWCOMER, ...cells }, titles)).row;
  if (!it) throw new Error('the row of a test must be readable');
  return it;
};

describe('the header', () => {
  const refusalOf = (titles: readonly string[]): unknown => {
    try {
      return [...readHeader(titles).at.keys()];
    } catch (fault) {
      return fault instanceof Refused ? fault.refusal.words.zh : fault;
    }
  };

  test('knows the columns under the titles of offices, in any order', () => {
    expect(refusalOf(['序号', '内部编号', ' 姓 名 *', '党支部', '入党时间', '党员类别', '身份类别'])).toEqual(['number', 'name', 'branch', 'joinedParty', 'stage', 'staffKind']);
  });

  test('takes a looser title where nothing better stands, and passes over it where something does', () => {
    expect(refusalOf(['民警编号', '名字', '所在支部', '政治面貌', '身份'])).toEqual(['number', 'name', 'branch', 'stage', 'staffKind']);
    expect(readHeader(['序号', '警号', '姓名', '人员类别', '党支部', '人员身份', '籍贯'])).toMatchObject({ others: ['籍贯'] });
    expect(readHeader(['编号', '警号', '姓名', '人员类别', '党支部', '人员身份', '电话', '手机'])).toMatchObject({ others: ['编号', '电话'], at: new Map([['number', 1], ['name', 2], ['stage', 3], ['branch', 4], ['staffKind', 5], ['phone', 7]]) });
  });

  test('without a needed column is refused by the name of the column, and so is a column twice', () => {
    expect(refusalOf(['姓名', '警号', '人员类别'])).toContain('缺少：所在党支部、人员身份');
    expect(refusalOf([...TITLES, '入党时间'])).toContain('重复的列：入党时间');
  });

  test('takes 人员类别 for the kind of staff where 政治面貌 says who is a member', () => {
    expect(readHeader(['单位', '姓名', '警号', '政治面貌', '职务', '人员类别', '备注'])).toMatchObject({ others: ['备注'], at: new Map([['name', 1], ['stage', 3], ['branch', 0], ['position', 4], ['number', 2], ['staffKind', 5]]) });
    expect(refusalOf(['单位', '姓名', '警号', '人员类别'])).toContain('缺少：人员身份');
  });

  test('says which columns are not taken over', () => {
    expect(readHeader([...TITLES, '公民身份号码', '家庭住址', '错误原因', ''])).toMatchObject({ hasIdNumber: true, others: ['家庭住址'] });
  });
});

describe('a row', () => {
  test('is read into our terms', () => {
    expect(read({ ...NEWCOMER, 性别: '女', 出生日期: '19900501', 党内职务: '支部书记、宣传委员', 党小组: ' 第一党小组 ', 联系电话: '13800000000' })).toMatchObject({
      faults: [], row: { name: '石磊', number: '370001', stage: 'full', staffKind: 'officer', gender: 'female', birthDate: '1990-05-01', posts: ['secretary', 'publicist'], group: '第一党小组', phone: '13800000000' } });
    for (const [written, stage] of [['中共党员', 'full'], ['党员', 'full'], ['中共党员（正式）', 'full'], ['中共预备党员', 'probationary'], ['群众', 'none'], ['团员', 'none']] as const) {
      expect(read({ ...NEWCOMER, 人员类别: written, 人员身份: '在职民警' }).row, written).toMatchObject({ stage, staffKind: 'officer' });
    }
    expect(read({ ...NEWCOMER, 人员类别: '入党积极分子', 人员身份: '辅警' }).row).toMatchObject({ stage: 'none', staffKind: 'auxiliary', posts: [] });
  });

  test('keeps no day of which the month alone is known, and makes none up', () => {
    expect(read({ ...NEWCOMER, 出生日期: '1988.3', 加入党组织日期: '2010年7月', 转为正式党员日期: '2011-07-01' })).toMatchObject({
      faults: [], row: { birthDate: null, joinedParty: null, becameFull: '2011-07-01', monthsAlone: ['birthDate', 'joinedParty'] } });
    expect(read({ ...NEWCOMER, 出生日期: '1988.13' }).faults).toEqual(['出生日期：须为存在的日期。']);
  });

  test('reads posts of the branch among the offices, when no column says them', () => {
    const titles = ['姓名', '警号', '政治面貌', '单位', '人员类别', '职务'];
    const postsOf = (office: string, standing = '中共党员'): unknown => read({ 姓名: '石磊', 警号: '370001', 政治面貌: standing, 单位: '看守所', 人员类别: '民警', 职务: office }, titles).row?.posts;
    expect(['党支部书记、所长', '支部委员（组织委员）、副所长', '教导员 党支部副书记', '党委委员、副局长', '民警', ''].map((it) => postsOf(it))).toEqual([['secretary'], ['organiser'], ['deputySecretary'], null, null, null]);
    expect(postsOf('党支部书记、所长', '群众')).toBeNull();
    expect(read({ ...NEWCOMER, 工作岗位: '党支部书记、所长' }).row).toMatchObject({ posts: [], position: '党支部书记、所长', postsAmongOffices: false });
  });

  test('says of every cell what is wrong, all at once', () => {
    expect(read({ 警号: '11010519491231002X', 人员类别: '在册', 所在党支部: '看守所党支部', 出生日期: '1990-02-30', 联系电话: '打座机', 党内职务: '所长' }).faults).toEqual([
      '警号：不能用公民身份号码作为编号。', '姓名：此项必填。', '人员类别：只能是：正式党员、预备党员、发展对象、入党积极分子、入党申请人、非党员。', '人员身份：此项必填。',
      '出生日期：须为存在的日期。', '联系电话：须为电话号码。', '党内职务：只能是：书记、副书记、组织委员、宣传委员、纪检委员、委员、党小组长。']);
    expect(read({ ...NEWCOMER, 警号: '37 0001' }).faults).toEqual(['警号：由 2 至 20 位数字、字母或短横组成。']);
  });
});

const membership = (part: Partial<MembershipState> = {}): MembershipState => ({
  person: 'p1', organisation: 'detention', group: null, stage: 'full', staffKind: 'officer', from: '2020-01-01', to: null, ...part });
const known = (part: Partial<KnownPerson> = {}, state: Partial<MembershipState> = {}): KnownPerson => ({
  id: 'p1', name: '石磊', inScope: true, isFree: false, gender: null, birthDate: null, details: {}, spells: [{ factId: 'm1', version: 3, state: membership(state) }], posts: [], placements: [], ...part });
const ground = (part: Partial<RosterGround> = {}): RosterGround => ({
  today: '2026-11-17', from: '2026-11-01', importer: null, persons: new Map(), secretaries: new Map(), namesakes: new Map(),
  branchIn: () => undefined,
  branchCalled: calledBy([
    ['看守所党支部', { id: 'detention', name: '看守所党支部', groups: new Map([['第一党小组', 'g1'], ['第二党小组', 'g2']]), teams: new Map([['一班', 't1']]) }],
    ['指挥中心党支部', { id: 'command', name: '指挥中心党支部', groups: new Map(), teams: new Map() }],
  ]),
  ...part,
});
const plan = (rows: readonly RosterRow[], it = ground()): RowPlan[] => [...planRoster(rows, it)];
const one = (cells: Cells, it = ground(), titles = TITLES): RowPlan => {
  const [only] = plan([rowOf(cells, 2, titles)], it);
  if (!only) throw new Error('one row gives one plan');
  return only;
};
const withPerson = (person: KnownPerson, part: Partial<RosterGround> = {}) => ground({ persons: new Map([['370001', person]]), ...part });
const rules = (it: RowPlan): string[] => it.faults.map((fault) => `${fault.key}:${fault.rule.zh}`);

describe('the plan', () => {
  test('of somebody new enters person, membership, posts and team', () => {
    const it = one({ 党内职务: '书记', 党小组: '第一党小组', 班组: '一班' });
    expect(it).toMatchObject({ outcome: 'created', branch: 'detention', moves: { change: [], withdraw: [] } });
    expect(it.moves.begin).toMatchObject([
      { kind: 'membership', state: { organisation: 'detention', group: 'g1', from: '2026-11-01', to: null } },
      { kind: 'post', state: { post: 'secretary', organisation: 'detention' } }, { kind: 'teamPlacement', state: { team: 't1' } }]);
  });

  test('of what is there already is nothing', () => {
    const person = known({ gender: 'male', details: { phone: '13800000000', education: '大学本科' }, posts: [{ factId: 'o1', version: 1, state: { person: 'p1', organisation: 'detention', post: 'organiser', from: '2024-01-01', to: null } }] });
    expect(one({ 性别: '男', 联系电话: '13800000000', 党内职务: '组织委员' }, withPerson(person))).toMatchObject({ outcome: 'unchanged', particulars: null, moves: { begin: [], change: [], withdraw: [] } });
  });

  test('an empty cell leaves what is known, and the group while the branch stays', () => {
    const person = known({ details: { phone: '13800000000' } }, { group: 'g2' });
    expect(one({ 学历: '大学本科' }, withPerson(person))).toMatchObject({ outcome: 'changed', particulars: { details: { phone: '13800000000', education: '大学本科' } }, moves: { begin: [] } });
    expect(one({ 所在党支部: '指挥中心党支部' }, withPerson(person)).moves.begin).toMatchObject([{ state: { organisation: 'command', group: null } }]);
  });

  test('of another branch is a transfer on the day of the roster, with posts and teams', () => {
    const person = known({
      posts: [{ factId: 'o1', version: 2, state: { person: 'p1', organisation: 'detention', post: 'organiser', from: '2024-01-01', to: null } }],
      placements: [{ factId: 't9', version: 1, team: 't1', organisation: 'detention', from: '2025-01-01', to: null }],
    });
    const titles = TITLES.filter((it) => it !== '党内职务');
    expect(one({ 所在党支部: '指挥中心党支部' }, withPerson(person), titles)).toMatchObject({
      outcome: 'changed',
      moves: {
        begin: [{ kind: 'membership', state: { organisation: 'command', from: '2026-11-01' } }],
        change: [{ factId: 'm1', version: 3, state: { to: '2026-10-31' } }, { factId: 'o1', version: 2, state: { to: '2026-10-31' } }, { factId: 't9', state: { to: '2026-10-31' } }],
      },
    });
  });

  test('of the same day puts the first file right instead of moving twice', () => {
    const it = one({ 人员身份: '辅警' }, withPerson(known({}, { from: '2026-11-01' })));
    expect(it.moves).toMatchObject({ begin: [], change: [{ kind: 'membership', factId: 'm1', version: 3, state: { staffKind: 'auxiliary', from: '2026-11-01' } }] });
  });

  test('of somebody who had left begins a new membership', () => {
    const it = one({}, withPerson(known({}, { to: '2025-12-31' })));
    expect(it.moves).toMatchObject({ begin: [{ kind: 'membership', state: { from: '2026-11-01' } }], change: [] });
  });

  test('without a column of posts leaves the posts, with an empty cell ends them', () => {
    const person = known({ posts: [{ factId: 'o1', version: 1, state: { person: 'p1', organisation: 'detention', post: 'organiser', from: '2024-01-01', to: null } }] });
    expect(one({}, withPerson(person), TITLES.filter((it) => it !== '党内职务')).outcome).toBe('unchanged');
    expect(one({}, withPerson(person)).moves.change).toMatchObject([{ kind: 'post', factId: 'o1', state: { to: '2026-10-31' } }]);
  });

  test('names a team that is not set up without making the row faulty', () => {
    expect(one({ 班组: '九班' })).toMatchObject({ outcome: 'created', teamUnknown: true });
  });
});

describe('people who may be the same', () => {
  const namesakes = new Map([['石磊 detention', ['020001']]]);

  test('are told, in the system and in the file, and entered all the same', () => {
    expect(one({}, ground({ namesakes }))).toMatchObject({ outcome: 'created', alike: { number: '020001' } });
    expect(plan([rowOf({}), rowOf({ 警号: '370002' }, 3)]).map(({ outcome, alike }) => [outcome, alike])).toEqual([['created', null], ['created', { row: 2 }]]);
    expect(plan([rowOf({}), rowOf({ 警号: '370002', 所在党支部: '指挥中心党支部' }, 3)]).map(({ alike }) => alike)).toEqual([null, null]);
  });

  test('are not entered when only the noughts of the number are missing', () => {
    expect(rules(one({ 警号: '20001' }, ground({ namesakes })))).toEqual(['number:系统中该支部“石磊”的编号是“020001”。']);
  });

  test('of a number that is free again are entered anew, under another name too', () => {
    expect(one({}, withPerson(known({ name: '方舟', inScope: false, isFree: true, spells: [], details: { phone: '1' } })))).toMatchObject({ outcome: 'created', again: 'p1', particulars: { details: {} } });
  });
});

describe('a faulty row', () => {
  test('names an unknown branch or group', () => {
    expect(rules(one({ 所在党支部: '无此支部' }))).toEqual(['branch:系统中没有这个党支部，或者不在您的管理范围。']);
    expect(rules(one({ 党小组: '第九党小组' }))).toEqual(['group:“看守所党支部”没有这个党小组。']);
    expect(one({ 所在党支部: '无此支部' })).toMatchObject({ outcome: 'faulty', moves: { begin: [] } });
  });

  test('carries a number that is another row, another person or beyond the importer', () => {
    const [first, second] = plan([rowOf({}), rowOf({ 姓名: '方舟' }, 3)]);
    expect([first?.outcome, rules(second ?? one({}))]).toEqual(['created', ['number:与第 2 行的编号重复。']]);
    expect(rules(one({}, withPerson(known({ name: '方舟' }))))).toEqual(['name:该编号在系统中是“方舟”。']);
    expect(rules(one({}, withPerson(known({ inScope: false }))))).toEqual(['number:该编号的人员在您的管理范围之外。']);
  });

  test('has days in the future or in the wrong order', () => {
    expect(rules(one({ 加入党组织日期: '2027-01-01' }))).toEqual(['joinedParty:日期不能晚于今天（2026-11-17）。']);
    expect(rules(one({ 出生日期: '2000-01-01', 加入党组织日期: '1999-12-31' }))).toEqual(['joinedParty:加入党组织日期早于出生日期。']);
    expect(rules(one({ 转为正式党员日期: '2014-07-01' }, withPerson(known({ details: { joinedParty: '2015-07-01' } }))))).toEqual(['becameFull:转为正式党员日期早于加入党组织日期。']);
    expect(rules(one({ 人员类别: '预备党员', 转为正式党员日期: '2016-07-01' }))).toEqual(['becameFull:预备党员没有转为正式党员日期。']);
  });

  test('is older than what is on record', () => {
    expect(rules(one({ 所在党支部: '指挥中心党支部' }, withPerson(known({}, { from: '2026-11-10' }))))).toEqual(['branch:该人员自 2026-11-10 起已有新的组织关系，晚于这份花名册的生效日期。']);
    expect(one({}, withPerson(known({}, { from: '2026-11-10' }))).outcome).toBe('unchanged');
  });

  test('gives a post to a probationary member, or leads a group without one', () => {
    expect(rules(one({ 人员类别: '预备党员', 党内职务: '委员' }))).toEqual(['post:担任党内职务的须为正式党员。']);
    expect(rules(one({ 党内职务: '党小组长' }))).toEqual(['group:党小组长须填所在党小组。']);
  });

  test('moves the one who imports, gives or ends a post or a team of his own; what changes nothing of it is taken', () => {
    const own = (cells: Cells) => one(cells, withPerson(known(), { importer: 'p1' }));
    for (const cells of [{ 所在党支部: '指挥中心党支部' }, { 人员类别: '预备党员' }, { 党内职务: '组织委员' }, { 班组: '一班' }]) {
      expect(own(cells), 'A-9: somebody moves himself by a file').toMatchObject({ outcome: 'faulty', moves: { begin: [], change: [], withdraw: [] } });
      expect(rules(own(cells))).toEqual(['number:这一行改变您本人的组织关系、党内职务或班组。']);
    }
    expect(own({ 学历: '大学本科' })).toMatchObject({ outcome: 'changed', particulars: { details: { education: '大学本科' } } });
    expect(own({}).outcome).toBe('unchanged');
  });

  test('makes a second secretary, unless the first one steps down in the same file', () => {
    const [, second] = plan([rowOf({ 党内职务: '书记' }), rowOf({ 姓名: '方舟', 警号: '370002', 党内职务: '书记' }, 3)]);
    expect(rules(second ?? one({}))).toEqual(['post:第 2 行已是该支部书记。']);
    const holder = ground({ secretaries: new Map([['detention', { name: '罗建', number: '370009' }]]) });
    expect(rules(one({ 党内职务: '书记' }, holder))).toEqual(['post:该支部书记现为“罗建”。']);
    const steppingDown = [rowOf({ 党内职务: '书记' }), rowOf({ 姓名: '罗建', 警号: '370009', 党内职务: '委员' }, 3)];
    expect(plan(steppingDown, holder).map((it) => it.outcome)).toEqual(['created', 'created']);
    const moving = [rowOf({ 党内职务: '书记' }), rowOf({ 姓名: '罗建', 警号: '370009', 所在党支部: '指挥中心党支部', 党内职务: '书记' }, 3)];
    expect(plan(moving, holder).map((it) => it.outcome)).toEqual(['created', 'created']);
  });
});
