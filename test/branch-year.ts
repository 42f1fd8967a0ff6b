import { readFileSync } from 'node:fs';
import { windowOf } from '#domain/calendar/window.ts';
import { explain } from '#domain/engine/explain.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import { branch } from '#domain/engine/subject.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { PointsNode } from '#domain/schemes/scheme.ts';
import { readScheme } from '#server/schemes/read-scheme.ts';
import { type Attending, mondays, planState, sessionState, type Story, story } from '#test/engine-story.ts';
import { type Entering, uuid } from '#test/log-book.ts';

const sample = readScheme(readFileSync('schemes/dezhou.yaml', 'utf8'));
if ('problems' in sample) throw new Error(JSON.stringify(sample.problems));
export const { scheme } = sample;
export const schemes = [{ scheme, from: '2026-01-01' }];

/** The 32 items: the children of the eight aspects. */
export const items: readonly PointsNode[] = (scheme.indicators?.children ?? []).flatMap((aspect) => (aspect.kind === 'part' ? aspect.children : []));

type Values = FactState<'record'>['values'];
export interface Line {
  readonly persons?: readonly string[];
  readonly as?: Readonly<Record<string, string>>;
  readonly values?: Values;
  readonly until?: string | null;
  readonly at?: string;
  readonly entering?: Entering;
}

/** One line of a register of branch A, or of whoever keeps it. */
export function enter({ book, branchA }: Story, register: string, day: string, { persons = [], as = {}, values = {}, until = null, at = branchA, entering = {} }: Line = {}): string {
  return book.record('record', { register, organisation: at, day, until, persons: persons.map((person) => ({ person, as: as[person] ?? null })), values }, entering);
}

/** A meeting whose minutes are complete and entered on its day; `over` takes from it. */
export function meet({ book, branchA, groupA1 }: Story, activity: string, day: string, over: Attending & { readonly on?: string } = {}): string {
  const { on = day, ...attending } = over;
  const [host = null] = attending.present ?? [];
  const state = sessionState(activity === 'groupMeeting' ? groupA1 : branchA, day, {
    activities: [activity], contents: ['theory'], host, minuteTaker: host, ...attending,
  });
  return book.record('session', state, { on });
}

const pinned = { scheme: 'dezhou', schemeVersion: 1, evaluator: 1, asOfSeq: 0, date: '2026-12-31', groundsHash: '0'.repeat(64) };

export function stateOfSelfCheck(organisation: string, period: string, filedOn: string, filed: 'onTime' | 'late'): FactState<'selfCheck'> {
  return { organisation, period, stage: 'submitted', items: [], total: null, ...pinned, filedOn, filed, returned: [], seconds: null };
}

type SheetItem = FactState<'checkSheet'>['items'][number];
/** A sheet of branch A that a second judge has confirmed; items by what was found in them. */
export function stateOfSheet(organisation: string, day: string, found: Readonly<Record<string, Partial<SheetItem>>>, over: Partial<FactState<'checkSheet'>> = {}): FactState<'checkSheet'> {
  const judges = [uuid(800_001), uuid(800_002)];
  return {
    organisation, draw: uuid(800_003), window: windowOf('quarter', day), day, judges, stage: 'signed', markedBy: judges[0] ?? null, confirmedBy: judges[1] ?? null, problems: [],
    items: Object.entries(found).map(([item, marks]) => ({ item, why: 'lot', full: 400, computed: null, selfMark: null, selfFull: null, checked: null, asked: 0, ...marks })),
    ...pinned, date: day, ...over,
  };
}
/** A sheet that finds what facts make of an item, which the branch had marked much higher. */
export const overMarking = (organisation: string, day: string): FactState<'checkSheet'> =>
  stateOfSheet(organisation, day, { firstItem: { computed: 300, checked: 300, selfMark: 400, selfFull: 400 } });

export function stateOfStatement(organisation: string, person: string, period: string, movedOn: string, stage: FactState<'statement'>['stage'], answered: FactState<'statement'>['answered'] = null): FactState<'statement'> {
  return {
    person, organisation, period, total: null, month: null, parts: [], ...pinned, issuedOn: movedOn, objectUntil: movedOn, stage, disputed: null, verdict: null,
    answered, movedOn,
  };
}

export interface BranchYear extends Story {
  /** Secretary, organiser, publicist (until June), discipline officer, and six others. */
  readonly people: readonly string[];
  readonly stranger: string;
  readonly plan: string;
  /** Sessions of Monday study held, by week of the story. */
  readonly mondays: readonly string[];
}

/** The person of that number, from 1. */
export const who = ({ people }: Pick<BranchYear, 'people'>, number: number): string => people[number - 1] ?? '';

const month = (number: number, day: number): string => `2026-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const upTo = (many: number): number[] => Array.from({ length: many }, (_, at) => at + 1);

/**
 * One branch of ten members and one year in which every item has a basis and something is missing: the ground on which
 * the table of items stands. What each item comes to is worked out there, not here.
 */
export function branchYear(): BranchYear {
  const told = story();
  const people = upTo(10).map((number) => told.member(told.branchA, number >= 5 && number <= 7 ? { group: told.groupA1 } : {}));
  const year: BranchYear = { ...told, people, stranger: told.member(told.branchB), plan: '', mondays: [] };
  (['secretary', 'organiser', 'publicist', 'disciplineOfficer'] as const).forEach((post, at) =>
    told.book.record('post', { person: who(year, at + 1), organisation: told.branchA, post, from: '2024-05-01', to: post === 'publicist' ? '2026-06-30' : null }));
  const study = tellStudy(year);
  tellMeetings(year);
  tellPeople(year);
  tellMissions(year);
  const plan = tellPaper(year);
  return { ...year, plan, mondays: study };
}

/** Thirty Mondays held, two arranged and not held, one stopped. The tenth never comes; the discipline officer is excused from three. */
function tellStudy(year: BranchYear): string[] {
  const [four, ten] = [who(year, 4), who(year, 10)];
  const days = mondays('2026-01-05', '2026-12-31');
  const held = days.slice(0, 30).map((day, week) => meet(year, 'mondayStudy', day, {
    present: year.people.filter((person) => person !== ten && (person !== four || week >= 3)), absent: [ten], ...(week < 3 ? { excused: { [four]: 'urgentTask' } } : {}),
    // 2.5: a lecturer of the pool in the first quarter, a drill in the second.
    ...(week === 4 ? { contents: ['profession'], speakers: [who(year, 6)] } : {}), ...(week === 16 ? { contents: ['drill'] } : {}),
  }));
  for (const day of days.slice(30, 33)) year.book.record('session', sessionState(year.branchA, day, { stage: 'arranged' }));
  year.book.record('studyStop', { scope: year.committee, activities: ['mondayStudy'], day: days[32] ?? '', movedTo: null });
  enter(year, 'lecturer', '2025-09-01', { persons: [who(year, 6)], values: { subject: '#000000000000000a' }, at: year.committee });
  return held;
}

/** 67 sessions with the Mondays; the nine group meetings have no minute-taker. */
function tellMeetings(year: BranchYear): void {
  const committee = [1, 2, 4].map((number) => who(year, number));
  const most = { present: year.people.filter((_, at) => at !== 3 && at !== 9), excused: { [who(year, 4)]: 'urgentTask' }, absent: [who(year, 10)] };
  for (const number of upTo(10)) {
    meet(year, 'committeeMeeting', month(number, 6), { present: committee, agenda: [{ firstItem: number <= 8 }] });
    meet(year, 'themePartyDay', month(number, 14), most);
    if (number <= 9) meet(year, 'groupMeeting', month(number, 8), { present: [5, 6, 7].map((one) => who(year, one)), minuteTaker: null });
  }
  for (const number of [2, 5, 8]) meet(year, 'memberAssembly', month(number, 20), most);
  meet(year, 'partyLecture', '2026-03-18', { ...most, speakers: [who(year, 1)] });
  meet(year, 'partyLecture', '2026-06-18', { ...most, speakers: [who(year, 2)] });
  for (const day of ['2026-02-25', '2026-05-27']) meet(year, 'warningEducation', day, most);
  meet(year, 'criticismMeeting', '2026-12-16', most);
}

function tellPeople(year: BranchYear): void {
  const joined = ['2010-03-05', '2012-05-10', '2015-06-20', '2011-09-15'];
  year.people.forEach((person, at) =>
    year.book.record('particulars', { person, joinedParty: joined[at] ?? null, missing: at === 8 || at === 9 ? 2 : 0 }, { on: '2026-01-02' }));
  enter(year, 'partyBirthdayMarked', '2026-03-05', { persons: [who(year, 1)] });
  enter(year, 'partyBirthdayMarked', '2026-05-29', { persons: [who(year, 2)] });
  for (const number of [2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    talk(year, month(number, 3), 1, number);
  }
  for (const number of [5, 6, 7, 8]) enter(year, 'careList', '2026-02-01', { persons: [who(year, number)], until: '2026-12-31', values: { need: 'hardship' } });
  visit(year, '2026-02-11', 1, 5);
  visit(year, '2026-02-12', 1, 6);
  const service = (number: number, key: string) => enter(year, 'volunteer', '2026-03-05', { persons: [who(year, number)], values: { service: key } });
  for (const number of [1, 2, 3, 7, 8, 10]) service(number, '#0000000000000001');
  for (const number of [8, 10]) service(number, '#0000000000000002');
  service(10, '#0000000000000003');
  enter(year, 'disciplineDecision', '2026-04-10', { persons: [who(year, 7)], values: { level: 'circular', document: '#000000000000000b' } });
}

function tellMissions(year: BranchYear): void {
  const go = (numbers: readonly number[], from: string, until: string, name: string) =>
    enter(year, 'mission', from, { persons: numbers.map((number) => who(year, number)), until, values: { name, sort: 'security' } });
  go([1, 5, 6], '2026-03-10', '2026-03-14', '#00000000000000a1');
  go([1, 2, 5, 6], '2026-08-01', '2026-08-20', '#00000000000000a2');
  go([5, 6], '2026-10-10', '2026-10-14', '#00000000000000a3');
  enter(year, 'missionLesson', '2026-03-05', { values: { mission: '#00000000000000a1' } });
  enter(year, 'vanguard', '2026-03-01', { persons: [who(year, 5)], values: { sort: 'team', name: '#00000000000000a4', mark: 200 } });
  year.book.record('closedDuty', { persons: [who(year, 8), who(year, 9)], from: '2026-05-05', to: '2026-05-31', studyAtPost: false });
  enter(year, 'familyContact', '2026-05-10', { persons: [who(year, 8)], values: { way: 'call' } });
}

function tellPaper(year: BranchYear): string {
  enter(year, 'thoughtAnalysis', '2026-03-20');
  enter(year, 'thoughtAnalysis', '2026-07-10', { entering: { period: '2026-06' } });
  enter(year, 'ideologyAnalysis', '2026-05-06');
  enter(year, 'preMeetingTalk', '2026-12-10');
  enter(year, 'termOfOffice', '2024-05-01', { until: '2027-04-30', values: { term: 3 }, at: year.branchA });
  for (const number of upTo(11)) enter(year, 'dues', month(number, 25), { values: { due: 10, paid: number <= 6 ? 9 : 10 } });
  enter(year, 'satisfaction', '2026-12-20', { values: { satisfied: 8, mostly: 2, dissatisfied: 0 } });
  for (const [festival, from, until] of [['spring', '2026-02-15', '2026-02-23'], ['summer', '2026-05-01', '2026-05-05'], ['autumn', '2026-09-25', '2026-10-07']] as const) {
    enter(year, 'keyDate', from, { until, values: { festival }, at: year.committee });
  }
  enter(year, 'keyDateReminder', '2026-02-09', { values: { festival: 'spring' } });
  enter(year, 'keyDateReminder', '2026-04-24', { values: { festival: 'summer' } });
  for (const number of upTo(9)) year.book.record('selfCheck', stateOfSelfCheck(year.branchA, month(number, 1).slice(0, 7), month(number + 1, 5), 'onTime'));
  year.book.record('checkSheet', overMarking(year.branchA, '2026-06-30'));
  for (const number of [1, 2, 3]) year.book.record('statement', stateOfStatement(year.branchA, who(year, number), '2026-06', '2026-07-07', 'confirmed'));
  year.book.record('statement', stateOfStatement(year.branchA, who(year, 4), '2026-06', '2026-07-07', 'objected'));
  enter(year, 'brand', '2025-03-01', { values: { name: '#00000000000000d1', meaning: '#00000000000000d2' } });
  enter(year, 'workMethod', '2025-03-01', { values: { name: '#00000000000000d3', meaning: '#00000000000000d4', reviewed: '2025-12-01' } });
  for (const [judge, mark] of [['1', 300], ['2', 300], ['3', 200]] as const) enter(year, 'brandMark', '2026-12-10', { values: { judge: `#00000000000000e${judge}`, mark } });
  return year.book.record('targetPlan', planState(year.branchA, '2026-01-20'));
}

/** The first talks with the second. */
export const talk = (year: BranchYear, day: string, talker: number, talked: number): string =>
  enter(year, 'heartTalk', day, { persons: [who(year, talker), who(year, talked)], as: { [who(year, talker)]: 'talker', [who(year, talked)]: 'talked' } });

/** The first visits the second. */
export const visit = (year: BranchYear, day: string, visitor: number, visited: number): string =>
  enter(year, 'visit', day, { persons: [who(year, visitor), who(year, visited)], as: { [who(year, visitor)]: 'visitor', [who(year, visited)]: 'visited' }, values: { occasion: 'hardship' } });

/** The year once it is over, or up to a day, or up to the end of a month with everything that belongs to it. */
export const readYear = ({ book }: Pick<Story, 'book'>, date = '2027-02-01', period?: string): Reading =>
  read({ schemes, log: book.entries, upTo: { seq: Infinity, date, ...(period === undefined ? {} : { period }) } });

export function groundsOf(reading: Reading, organisation: string, year = 2026): Grounds {
  const grounds = explain(reading, branch(organisation), year);
  if (!grounds) throw new Error('No scheme was in force.');
  return grounds;
}

/** The value of every item, by its id. */
export function itemValues(reading: Reading, organisation: string): Record<string, number | null> {
  const aspects = groundsOf(reading, organisation).children.flatMap(({ children }) => children);
  return Object.fromEntries(items.map(({ id }) => [id, aspects.find((one) => one.id === id)?.value ?? null]));
}
