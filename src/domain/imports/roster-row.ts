import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { MembershipState } from '#domain/people/membership.ts';
import type { Post } from '#domain/people/posts.ts';
import type { Words } from '#domain/words/words.ts';
import { dateInCell, isErrorValue, isMonthAlone, isSpokenMonth, plainName, plainNumber, plainText, textStart } from './cell-text.ts';
import type { SheetProblem } from './sheet-contract.ts';
import type { LinePlace } from './table-line.ts';
import { postNames, rosterColumns, type RosterHeader, type RosterKey } from './roster-columns.ts';

/** One row of a roster in our terms. What a cell leaves open is null, and stays in the system as it is. */
export interface RosterRow {
  /** As the spreadsheet numbers it; with a place, its number among the lines of all sheets. */
  readonly row: number;
  readonly place?: LinePlace;
  readonly number: string;
  readonly name: string;
  readonly branch: string;
  readonly stage: MembershipState['stage'];
  readonly staffKind: MembershipState['staffKind'];
  readonly gender: 'male' | 'female' | null;
  readonly birthDate: CivilDate | null;
  readonly joinedParty: CivilDate | null;
  readonly becameFull: CivilDate | null;
  readonly ethnicity: string | null;
  readonly education: string | null;
  readonly position: string | null;
  readonly phone: string | null;
  readonly group: string | null;
  readonly team: string | null;
  /** Null: the file has no column of posts and says nothing about them. */
  readonly posts: readonly Post[] | null;
  /** The posts stand among offices outside the Party. */
  readonly postsAmongOffices: boolean;
  /** Days of which the file knows the month alone: none is made up, what was known stays. */
  readonly monthsAlone: readonly RosterDay[];
}

export type RosterDay = 'birthDate' | 'joinedParty' | 'becameFull';

const GENDERS: Readonly<Record<string, 'male' | 'female'>> = { 男: 'male', 女: 'female', 男性: 'male', 女性: 'female' };
/** Also as 政治面貌 is written, where whoever is a member at all is a full one. */
const STAGES: Readonly<Record<string, MembershipState['stage']>> = {
  正式党员: 'full', 党员: 'full', 正式: 'full', 中共党员: 'full', 中共正式党员: 'full', '中共党员(正式)': 'full', 中国共产党党员: 'full',
  预备党员: 'probationary', 预备: 'probationary', 中共预备党员: 'probationary', '中共党员(预备)': 'probationary',
  非党员: 'none', 非中共党员: 'none', 群众: 'none', 发展对象: 'none', 入党积极分子: 'none', 积极分子: 'none', 入党申请人: 'none', 共青团员: 'none', 团员: 'none', 民主党派: 'none', 无党派人士: 'none',
};
const STAFF_KINDS: Readonly<Record<string, MembershipState['staffKind']>> = {
  民警: 'officer', 警察: 'officer', 人民警察: 'officer', 在职民警: 'officer', 正式民警: 'officer',
  辅警: 'auxiliary', 警务辅助人员: 'auxiliary', 勤务辅警: 'auxiliary', 文职辅警: 'auxiliary', 职工: 'civilian', 职员: 'civilian', 文职: 'civilian', 工勤: 'civilian', 工勤人员: 'civilian',
  离退休: 'retired', 离退休干部: 'retired', 退休: 'retired', 离休: 'retired', 退休民警: 'retired', 退休干部: 'retired',
};
/** What rosters write where there is no day of joining or of full membership. */
const NO_DAY_YET = /^(?:非党员|群众|预备(?:党员|期)?|未转正|无|[-—–/]+)$/;
const NUMBER_SHAPE = /^[0-9A-Za-z-]{2,20}$/;
/** Signs of a file that was not read as it was meant, and pictures. */
const NOT_IN_A_NAME = /[&<>;#\p{Extended_Pictographic}]/u;
const ID_NUMBER_SHAPE = /^\d{17}[\dXx]$/;
const PHONE_SHAPE = /^[0-9+\-()\s]{5,40}$/;
const TEXT_MAX = 100;
const NAME_MAX = 60;

/** What is wrong in a cell, before row and column are put to it. */
export interface Fault {
  readonly key: RosterKey;
  readonly rule: Words;
  readonly suggestion: Words;
}

/** Reads the cells of one row; with any fault the row is not taken. */
export function readRosterRow(header: RosterHeader, row: number, cells: readonly string[]): { readonly row: RosterRow | null; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const raw = (key: RosterKey): string => cells[header.at.get(key) ?? -1] ?? '';
  const text = (key: RosterKey): string => plainText(raw(key));
  const fault = (key: RosterKey, rule: Words, suggestion: Words): null => {
    faults.push({ key, rule, suggestion });
    return null;
  };
  const needed = (key: RosterKey, value: string): string | null => (value === '' ? fault(key, MUST_STAND, FILL_IN) : value);
  const chosen = <T>(key: RosterKey, choice: Readonly<Record<string, T>>): T | null => {
    const value = text(key);
    if (value === '') return null;
    return choice[value] ?? fault(key, ONE_OF(key), { zh: '请从模板的下拉列表中选择。', en: 'Choose from the list in the template.' });
  };
  const monthsAlone: RosterDay[] = [];
  const date = (key: RosterDay): CivilDate | null => {
    const value = text(key);
    const isMonth = isMonthAlone(value) || isSpokenMonth(value);
    if (isMonth) monthsAlone.push(key);
    return value === '' || isMonth || (key !== 'birthDate' && NO_DAY_YET.test(value)) ? null : dateInCell(value) ?? fault(key, A_DAY, { zh: '请按 2015-07-01 的样式填写完整的年月日。', en: 'Write year, month and day, such as 2015-07-01.' });
  };
  const free = (key: RosterKey): string | null => {
    const value = text(key);
    if (isErrorValue(value)) return fault(key, ERROR_VALUE, { zh: '请改为实际内容，或清空此格。', en: 'Write what it should be, or empty the cell.' });
    return value === '' ? null : value.length <= TEXT_MAX ? value : fault(key, AT_MOST(TEXT_MAX), SHORTEN);
  };
  const name = plainName(raw('name'));
  const phone = text('phone');
  const read = {
    row,
    number: numberIn(plainNumber(raw('number')), fault),
    name: nameIn(name, fault),
    branch: needed('branch', text('branch')),
    stage: text('stage') === '' ? needed('stage', '') : chosen('stage', STAGES),
    staffKind: text('staffKind') === '' ? needed('staffKind', '') : chosen('staffKind', STAFF_KINDS),
    gender: chosen('gender', GENDERS),
    birthDate: date('birthDate'), joinedParty: date('joinedParty'), becameFull: date('becameFull'),
    ethnicity: free('ethnicity'), education: free('education'), position: free('position'),
    phone: phone === '' ? null : PHONE_SHAPE.test(phone) ? phone : fault('phone', A_PHONE, { zh: '请只填一个号码，不写文字。', en: 'Enter one number without words.' }),
    group: text('group') || null, team: text('team') || null,
    posts: header.at.has('post') ? postsIn(text('post'), fault) : null,
    monthsAlone,
  };
  const amongOffices = header.offices === null || read.stage !== 'full' ? [] : postsAmongOffices(plainText(cells[header.offices] ?? ''));
  const withPosts = { ...read, posts: amongOffices.length > 0 ? amongOffices : read.posts, postsAmongOffices: amongOffices.length > 0 };
  return faults.length === 0 ? { row: withPosts as RosterRow, faults } : { row: null, faults };
}

type Complain = (key: RosterKey, rule: Words, suggestion: Words) => null;

function numberIn(value: string, fault: Complain): string | null {
  if (value === '') {
    return fault('number', MUST_STAND, {
      zh: '请补填；没有警号的（如离退休干部），填单位自编的编号，每人一个，如 T001。', en: "Fill it in; who has no police number, such as the retired, gets one of the bureau's own, such as T001.",
    });
  }
  if (ID_NUMBER_SHAPE.test(value)) {
    return fault('number', { zh: '不能用公民身份号码作为编号。', en: 'The ID number cannot serve as the number.' },
      { zh: '请改填警号或单位内部编号。', en: "Enter the police number or the bureau's own number instead." });
  }
  if (NUMBER_SHAPE.test(value) && !/^(?:true|false)$/i.test(value)) return value;
  return fault('number', { zh: '由 2 至 20 位数字、字母或短横组成。', en: '2 to 20 digits, letters or hyphens.' }, { zh: '请核对编号，去掉空格和其他符号。', en: 'Check the number; remove blanks and other signs.' });
}

function nameIn(value: string, fault: Complain): string | null {
  if (value === '') return fault('name', MUST_STAND, FILL_IN);
  if (value.length > NAME_MAX) return fault('name', AT_MOST(NAME_MAX), SHORTEN);
  return !NOT_IN_A_NAME.test(value) ? value : fault('name', { zh: '姓名中有不应出现的符号。', en: 'The name has signs that no name has.' }, { zh: '请核对后重新填写。', en: 'Check it and write it anew.' });
}

function postsIn(value: string, fault: Complain): readonly Post[] | null {
  const names = value.split(/[、,;/\s]+/).filter((it) => it !== '' && it !== '无');
  const posts = names.map((it) => postNames[it] ?? postNames[it.replace(/^(党支部|支部|支委会|党小组|党)/, '')]);
  if (posts.every((it) => it !== undefined)) return [...new Set(posts)];
  return fault('post', ONE_OF('post'), { zh: '请从模板的下拉列表中选择；兼任的用“、”隔开。行政职务填在“工作岗位”。', en: 'Choose from the list in the template, several separated by 、. Offices outside the Party go under 工作岗位.' });
}

/** A post of the branch; with 委员 alone that of any committee, so it must be said of which. */
const BRANCH_POST = /^(?:(?:党支部|支部|支委会)(?:书记|副书记|.{0,4}委员)|书记|副书记|(?:组织|宣传|纪检|纪律检查)委员)$/;

/** Posts of the branch among the offices of a person: 党支部书记、所长. What is no such post is passed over; a group leader needs the column of posts. */
function postsAmongOffices(value: string): readonly Post[] {
  const posts = value.split(/[、,;/\s()兼]+/).filter((it) => BRANCH_POST.test(it)).flatMap((it) => postNames[it] ?? postNames[it.replace(/^(党支部|支部|支委会)/, '')] ?? []);
  const named = posts.filter((it) => it !== 'committeeMember');
  return [...new Set(named.length > 0 ? named : posts)];
}

const MUST_STAND: Words = { zh: '此项必填。', en: 'This must be filled in.' };
const ERROR_VALUE: Words = { zh: '此格是表格公式的错误值。', en: 'The cell shows an error of a formula.' };
const FILL_IN: Words = { zh: '请补填。', en: 'Fill it in.' };
const SHORTEN: Words = { zh: '请缩短后再填。', en: 'Shorten it.' };
const A_DAY: Words = { zh: '须为存在的日期。', en: 'It must be a day that exists.' };
const A_PHONE: Words = { zh: '须为电话号码。', en: 'It must be a phone number.' };
const AT_MOST = (length: number): Words => ({ zh: `不超过 ${length} 个字。`, en: `At most ${length} characters.` });
const ONE_OF = (key: RosterKey): Words => {
  const choice = rosterColumns.find((it) => it.key === key)?.choice ?? [];
  return { zh: `只能是：${choice.join('、')}。`, en: `One of: ${choice.join(', ')}.` };
};

/** Where a row stands, in a sentence. */
export const rowName = ({ row, place }: Pick<RosterRow, 'row' | 'place'>): Words => {
  if (place === undefined) return { zh: `第 ${row} 行`, en: `row ${row}` };
  return { zh: `“${place.sheet}”第 ${place.row} 行`, en: `row ${place.row} of “${place.sheet}”` };
};

/** The fault as the page and the file of faulty rows tell it: with row, title and what stands there. */
export function problemOf(header: RosterHeader, row: number, cells: readonly string[], { key, rule, suggestion }: Fault): SheetProblem {
  const at = header.at.get(key);
  const column = at === undefined ? rosterColumns.find((it) => it.key === key)?.title : header.titles[at];
  return { row, column: column ?? key, value: textStart(cells[at ?? -1] ?? '', TEXT_MAX), rule, suggestion };
}
