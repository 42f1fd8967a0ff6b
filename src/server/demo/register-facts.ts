import { addDays, type CivilDate, monthOf, monthsTouched, type Period, yearOf } from '#domain/calendar/civil-date.ts';
import type { DatedFact } from './dated-facts.ts';
import type { DemoOrganisation } from './organisation-tree.ts';
import type { DemoPerson } from './people.ts';
import { type DemoEntry, entryFacts, type RegisterWriter } from './register-entry.ts';
import { COURSE, yearsOf } from './writer.ts';

const BRANDS = ['磐石', '灯塔', '先行', '同心', '尚法', '护航', '精工', '晨曦', '砺行', '守望', '清流', '启明'] as const;
const METHODS = ['三学三查', '一线双促', '班组联学', '四步谈心', '五分钟微课'] as const;
const SERVICES = ['社区双报到', '护学服务', '法治宣传进小区', '结对帮扶', '无偿献血'] as const;
const MISSIONS = ['大型活动安保', '节日安保', '专项行动专班', '防汛抢险'] as const;

/** One of the years that are written. */
interface Year {
  readonly year: number;
  /** Over: what lasted until it was renewed ends with it. */
  readonly over: boolean;
  /** December before; null for the first year, before which the bureau had no scheme. */
  readonly lastPeriod: string | null;
  readonly on: (month: number, day: number) => string;
}

/** What one branch has to go by while its year is written. */
interface Place extends Year {
  readonly writer: RegisterWriter;
  readonly branch: DemoOrganisation;
  readonly at: number;
  readonly members: readonly DemoPerson[];
  readonly some: (count: number) => readonly DemoPerson[];
}

/** Plausible years in the registers of every branch, of the office and of the discipline commission. */
export function registerFacts(writer: RegisterWriter): readonly DatedFact[] {
  const { first, today } = writer.year;
  return yearsOf(writer.year).flatMap((year) => yearFacts(writer, {
    year, over: year < yearOf(today), lastPeriod: year === yearOf(first) ? null : `${year - 1}-12`,
    on: (month, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  }));
}

function yearFacts(writer: RegisterWriter, year: Year): readonly DatedFact[] {
  const { staff, next } = writer;
  const entries = staff.branches.flatMap((branch, at): DemoEntry[] => {
    const members = staff.people.filter((it) => it.branch === branch.number && it.stage !== 'none');
    const some = (count: number): readonly DemoPerson[] => {
      const from = Math.floor(next() * members.length);
      return [...members, ...members].slice(from, from + Math.min(count, members.length));
    };
    return ofBranch({ ...year, writer, branch, at, members, some });
  });
  return [...entries, ...ofOffice(writer, year)].flatMap((it) => entryFacts(writer, it));
}

function ofBranch(place: Place): DemoEntry[] {
  const retired = place.branch.branch?.rhythm === 'retired';
  return [...everyMonth(place), ...byTheYear(place), ...careOf(place), ...(retired ? [] : [...work(place), ...missions(place)])];
}

/** Dues and Party birthdays of each month, analyses of each quarter and half-year. */
function everyMonth({ writer, branch, members, on }: Place): DemoEntry[] {
  const { number } = branch;
  return monthsTouched(on(1, 1), on(12, 31)).map(monthOf).flatMap((month): DemoEntry[] => {
    const born = members.filter((it) => it.joinedParty !== null && monthOf(it.joinedParty) === month);
    const unpaid = writer.next() < 0.08 ? 1 : 0;
    return [
      { register: 'dues', branch: number, day: on(month, 25), typed: { due: String(members.length), paid: String(members.length - unpaid) } },
      ...(unpaid > 0 ? members.slice(-1).flatMap((who): DemoEntry[] => [
        { register: 'duesReminder', branch: number, day: on(month, 20), persons: [who] },
        { register: 'duesUnpaid', branch: number, day: on(month, 26), persons: [who], typed: { withReason: writer.next() < 0.5 } },
      ]) : []),
      ...(born.length > 0 ? [{ register: 'partyBirthdayMarked', branch: number, day: on(month, 18), persons: born, typed: { way: 'meeting' } }] : []),
      ...(month % 3 === 0 && writer.next() < 0.95 ? [{ register: 'thoughtAnalysis', branch: number, day: on(month, 26) }] : []),
      ...(month === 6 || month === 11 ? [{ register: 'ideologyAnalysis', branch: number, day: on(month, 12) }] : []),
    ];
  });
}

function byTheYear({ branch, at, on, over, year, lastPeriod, some, members }: Place): DemoEntry[] {
  const { number } = branch;
  const unit = branch.shortName.replace(/党支部$/, '');
  return [
    { register: 'oathRenewal', branch: number, day: on(7, 1), typed: { attended: String(Math.max(1, members.length - 2)) } },
    { register: 'keyDateReminder', branch: number, day: on(1, 27), typed: { festival: 'spring', reminded: String(members.length) } },
    { register: 'keyDateReminder', branch: number, day: on(4, 28), typed: { festival: 'summer', reminded: String(members.length) } },
    ...(at % 7 === 3 ? [] : [{ register: 'keyDateReminder', branch: number, day: on(9, 24), typed: { festival: 'autumn', reminded: String(members.length) } }]),
    ...(lastPeriod === null ? [] : [
      { register: 'preMeetingTalk', branch: number, day: on(1, 8), period: lastPeriod },
      { register: 'rectificationList', branch: number, day: on(1, 20), period: lastPeriod, typed: { items: String(3 + (at % 4)) } },
    ]),
    { register: 'brand', branch: number, day: on(1, 10), until: over ? on(12, 31) : null, typed: { name: `${BRANDS[at % BRANDS.length] ?? ''}·${unit}`, meaning: '把党建工作落到岗位和任务中，党员带头、班组联动。', reviewed: on(10, 15) } },
    ...(at % 6 === 4 ? [] : [{ register: 'workMethod', branch: number, day: on(1, 15), until: over ? on(12, 31) : null, typed: { name: `${unit}“${METHODS[at % METHODS.length] ?? ''}”工作法`, meaning: '学习、任务、关怀三件事一并安排，一并检查。', reviewed: on(10, 16) } }]),
    { register: 'satisfaction', branch: number, day: on(11, 10), typed: { satisfied: String(members.length), mostly: '3', dissatisfied: at % 5 === 0 ? '1' : '0' } },
    ...(at % 4 === 1 ? [{ register: 'honour', branch: number, day: on(6, 28), persons: some(2), typed: { level: 'commendation', document: `机关党〔${year}〕${20 + at}号`, title: '优秀共产党员' } }] : []),
    ...(at % 5 === 2 ? [{ register: 'honour', branch: number, day: on(9, 30), persons: some(1), typed: { level: 'thirdMerit', document: `市公政〔${year}〕${60 + at}号`, title: '个人三等功' } }] : []),
    ...(at % 8 === 3 ? members.slice(3, 4).map((who): DemoEntry => ({ register: 'feature', branch: number, day: on(6, 20), persons: [who], typed: { title: `岗位上的${unit}工匠`, published: '市局内网“警营工匠”专栏', summary: '记述其在岗位上钻研业务、带教新人的做法。', agreed: true } })) : []),
    ...(at % 9 === 2 ? [{ register: 'collectiveHonour', branch: number, day: on(7, 2), typed: { level: 'bureau', document: `市直工委〔${year}〕${10 + at}号`, matter: '先进基层党组织' } }] : []),
  ];
}

/** Talks, visits, the care list and volunteer service. */
function careOf({ writer, branch, at, members, on, some }: Place): DemoEntry[] {
  const { number } = branch;
  const [first, second] = members;
  const cared = members.slice(-2);
  const talks = [2, 4, 5, 7, 8, 10, 11].map((month): DemoEntry => ({
    register: 'heartTalk', branch: number, day: on(month, 6 + (at % 15)), persons: [...(first ? [first] : []), ...some(2).filter((it) => it !== first)], parts: ['talker', 'talked'] }));
  const visits = cared.map((who, index): DemoEntry => ({
    register: 'visit', branch: number, day: on(index === 0 ? 1 : 9, 24), persons: [second ?? who, ...cared.slice(index, index + 1)], parts: ['visitor', 'visited'], typed: { occasion: index === 0 ? 'hardship' : 'veteran' } }));
  return [
    ...talks.filter(({ persons = [] }) => persons.length > 1), ...visits.filter(({ persons = [] }) => new Set(persons).size > 1),
    ...cared.map((who, index): DemoEntry => ({ register: 'careList', branch: number, day: on(1, 15), until: on(12, 31), persons: [who], typed: { need: index === 0 ? 'hardship' : 'veteran' } })),
    ...[3, 5, 8, 10, 11].map((month, index): DemoEntry => ({
      register: 'volunteer', branch: number, day: on(month, 14 + (at % 8)), persons: some(3 + Math.floor(writer.next() * 4)), typed: { service: SERVICES[(at + index) % SERVICES.length] ?? SERVICES[0], minutes: String(60 + 30 * index) } })),
  ];
}

/** The quarterly appraisal of everybody's work. */
const work = ({ writer, branch, members, on }: Place): DemoEntry[] =>
  [3, 6, 9, 12].flatMap((month) => members.map((who): DemoEntry => {
    const luck = writer.next();
    const level = luck < 0.01 ? 'notDone' : luck < 0.06 ? 'mostlyDone' : 'done';
    return { register: 'postAppraisal', branch: branch.number, day: on(month, 28), persons: [who], typed: level === 'done' ? { level } : { level, reason: '部分任务未按时限完成，支委会已与本人谈话。' } };
  }));

function missions({ branch, at, members, on, over, some }: Place): DemoEntry[] {
  const { number } = branch;
  const unit = branch.shortName.replace(/党支部$/, '');
  const name = MISSIONS[at % MISSIONS.length] ?? MISSIONS[0];
  return [
    { register: 'missionLesson', branch: number, day: on(5, 18), typed: { mission: name, attended: String(Math.min(5, members.length)) } },
    { register: 'mission', branch: number, day: on(5, 20), until: on(5, 20 + (at % 2 === 0 ? 8 : 10)), persons: some(4), typed: { name, sort: at % 2 === 0 ? 'security' : 'taskForce' } },
    ...(at % 3 === 2 ? [{ register: 'mission', branch: number, day: on(9, 1), until: on(9, 20), persons: some(3), typed: { name: '秋季专项任务', sort: 'taskForce' } }] : []),
    ...(at % 6 === 2 ? [{ register: 'temporaryOrganisation', branch: number, day: on(9, 1), until: on(9, 20), persons: some(3), parts: ['leader', 'member'], typed: { sort: 'branch', name: `秋季专项任务${unit}临时党支部` } }] : []),
    ...(at % 3 === 2 ? [{ register: 'familyContact', branch: number, day: on(9, 12), persons: some(1), typed: { way: 'call' } }] : []),
    { register: 'vanguard', branch: number, day: on(2, 20), until: over ? on(12, 31) : null, persons: some(4), typed: { sort: 'team', name: `${unit}党员先锋队`, promise: '任务面前先上，急难险重先行。', mark: at % 4 === 0 ? '2.50' : '3.00' } },
    { register: 'vanguard', branch: number, day: on(2, 20), until: over ? on(12, 31) : null, persons: some(1), typed: { sort: 'modelPost', name: `${unit}示范岗`, promise: '岗位无差错，服务不推诿。' } },
  ];
}

/** Key dates, terms, lecturers and marks of the office; two decisions of the commission. */
function ofOffice({ staff, next, courses }: RegisterWriter, { on, year, lastPeriod }: Year): DemoEntry[] {
  const branches = staff.branches.filter((it) => it.parent === 'A1');
  const membersOf = (branch: string): readonly DemoPerson[] => staff.people.filter((it) => it.branch === branch && it.stage === 'full');
  const decided = branches.filter((_, at) => at === 17 || at === 10).flatMap((it) => membersOf(it.number).slice(-3, -2).map((who) => ({ it, who })));
  return [
    ...(lastPeriod === null ? [{ register: 'bureauBrand', branch: 'A1', day: on(3, 1), until: null, typed: { name: '金色盾牌·先锋行', meaning: '党建与警务同谋划、同部署、同检查。' } }] : []),
    { id: courses.get(year), register: 'course', branch: 'A1', day: `${year}-${COURSE.begins}`, until: on(12, 31), typed: { name: COURSE.name, lessons: String(COURSE.lessons) } },
    { register: 'keyDate', branch: 'A1', day: on(1, 1), until: on(2, 23), typed: { festival: 'spring' } },
    { register: 'keyDate', branch: 'A1', day: on(5, 1), until: on(6, 21), typed: { festival: 'summer' } },
    { register: 'keyDate', branch: 'A1', day: on(9, 25), until: on(10, 8), typed: { festival: 'autumn' } },
    ...(lastPeriod !== null ? [] : branches.map((it, at): DemoEntry => ({ register: 'termOfOffice', branch: it.number, day: on(1, 12), until: addDays(on(1, 11), 365 * 3 + 1), typed: { term: String(3 + (at % 4)), extended: at % 11 === 5 } }))),
    ...branches.flatMap((it): DemoEntry[] => ['评委一', '评委二', '评委三'].map((judge) => (
      { register: 'brandMark', branch: it.number, day: on(11, 5), typed: { judge, mark: (2 + Math.floor(next() * 200) / 100).toFixed(2) } }))),
    ...branches.slice(10, 14).flatMap((it): DemoEntry[] => membersOf(it.number).slice(5, 6).map((who) => (
      { register: 'lecturer', branch: it.number, day: on(2, 1), until: on(12, 31), persons: [who], typed: { subject: '执法规范化' } }))),
    ...branches.slice(3, 5).flatMap((it): DemoEntry[] => membersOf(it.number).slice(-1).map((who) => (
      { register: 'specialStatus', branch: it.number, day: on(3, 1), until: on(12, 31), persons: [who], typed: { ground: 'longIllness' } }))),
    ...(lastPeriod === null ? [] : yearEndOf({ next, lastPeriod, on, branches, membersOf })),
    ...decided.map(({ it, who }, at): DemoEntry => ({
      register: 'disciplineDecision', branch: it.number, day: on(4 + at * 4, 16), until: on(12, 31), persons: [who], typed: { level: at === 0 ? 'circular' : 'admonition', document: `机关纪〔${year}〕${3 + at}号`, selfFound: at === 0 } })),
  ];
}

interface YearEnd extends Pick<Place, 'on'> {
  readonly next: () => number;
  readonly lastPeriod: string;
  readonly branches: readonly DemoOrganisation[];
  readonly membersOf: (branch: string) => readonly DemoPerson[];
}

/** What is held in January and belongs to the December before (finding 8): work reports, the panel, appraisal ballots. */
function yearEndOf({ next, lastPeriod: period, on, branches, membersOf }: YearEnd): DemoEntry[] {
  return [
    ...branches.flatMap((it): DemoEntry[] => ['评委一', '评委二', '评委三'].map((judge) => (
      { register: 'panelMark', branch: it.number, day: on(1, 26), period, typed: { judge, mark: (8 + Math.floor(next() * 200) / 100).toFixed(2) } }))),
    ...branches.map((it, at): DemoEntry => ({ register: 'workReport', branch: it.number, day: on(1, 24), period, typed: { good: String(30 + (at % 9)), fairlyGood: String(6 + (at % 4)), ordinary: String(at % 3), poor: '0' } })),
    ...branches.flatMap((it) => ballotsOf(it.number, membersOf(it.number), on(1, 16), period)),
  ];
}

/** Ballots of others in each branch; those of members are as many as its full members but one. */
export const MASS_PAPERS = 8;
export const papersOf = (members: readonly DemoPerson[]): number => members.filter(({ stage }) => stage === 'full').length - 1;

/** Every valid paper answers to every member. */
export function ballotsOf(branch: string, members: readonly DemoPerson[], day: CivilDate, period: Period): DemoEntry[] {
  const papers = papersOf(members);
  return members.flatMap((who, at): DemoEntry[] => [
    { register: 'memberBallot', branch, day, period, persons: [who], typed: { excellent: String(papers - (at % 5) - (at % 2)), qualified: String(at % 5), barely: String(at % 2), unqualified: '0', abstained: '0' } },
    { register: 'massBallot', branch, day, period, persons: [who], typed: { excellent: String(MASS_PAPERS - (at % 3)), qualified: String(at % 3), barely: '0', unqualified: '0' } },
  ]);
}
