import { randomUUID } from 'node:crypto';
import { addDays, type CivilDate, type Period, weekday } from '#domain/calendar/civil-date.ts';
import { chance } from '#server/demo/chance.ts';
import { BUREAU, type BenchBranch, type BenchBureau, YEAR } from './bureau.ts';
import type { Missed } from './history.ts';
import type { Shot } from './load.ts';

/**
 * One kind of work as both sides are asked for it. Either side takes the same cases in the same order; the floor, which
 * lets everything in twice, begins again when it has come to their end.
 */
export interface Work {
  readonly name: string;
  readonly product: () => Shot;
  readonly floor: () => Shot;
}

/** What a work asks both sides, before it becomes a request. */
export interface ListCase {
  readonly organisation: string;
  readonly page: number;
}

export const PAGE_SIZE = 50;
const CASES = 400;
const PAGES = 5;
const SEED = 20_261_118;

/** Pages one to five of committees and general branches, in a fixed shuffled order. */
export function listCases({ committees, generals }: BenchBureau): readonly ListCase[] {
  const asked = [...committees, ...generals].flatMap(({ id }) => Array.from({ length: PAGES }, (_, at) => ({ organisation: id, page: at + 1 })));
  const order = shuffled(asked);
  return Array.from({ length: CASES }, (_, at) => order[at % order.length]).filter((it) => it !== undefined);
}

export const listOfProduct = ({ organisation, page }: ListCase, token: string): Shot =>
  ({ method: 'GET', path: `/api/people?organisation=${organisation}&stage=member&page=${page}&size=${PAGE_SIZE}`, headers: signedIn(token) });
export const listOfFloor = ({ organisation, page }: ListCase): Shot =>
  ({ method: 'GET', path: `/members?organisation=${organisation}&page=${page}&size=${PAGE_SIZE}` });
export const pointsOfProduct = (organisation: string, token: string): Shot =>
  ({ method: 'GET', path: `/api/organisations/${organisation}/points?year=${YEAR}`, headers: signedIn(token) });
export const pointsOfFloor = (organisation: string): Shot => ({ method: 'GET', path: `/points?organisation=${organisation}&year=${YEAR}` });

export const scoresOfProduct = (token: string): Shot => ({ method: 'GET', path: `/api/score-board?year=${YEAR}`, headers: signedIn(token) });
export const scoresOfFloor = (organisation: string): Shot => ({ method: 'GET', path: `/scores?organisation=${organisation}` });

/** One month of a committee's branches. */
export interface BoardCase {
  readonly organisation: string;
  readonly period: Period;
}

export const BOARD_MONTHS = [`${YEAR}-09`, `${YEAR}-10`] as const;

/** The two months before this one of every committee, in a fixed shuffled order. */
export const boardCases = ({ committees }: BenchBureau): readonly BoardCase[] => shuffled(committees.flatMap(({ id }) =>
  BOARD_MONTHS.map((period) => ({ organisation: id, period }))));
export const boardOfProduct = ({ organisation, period }: BoardCase, token: string): Shot =>
  ({ method: 'GET', path: `/api/month-board?organisation=${organisation}&period=${period}`, headers: signedIn(token) });
export const boardOfFloor = ({ organisation, period }: BoardCase): Shot => ({ method: 'GET', path: `/board?organisation=${organisation}&period=${period}` });

export function worksOf(bureau: BenchBureau, missed: readonly Missed[]): { list: Work; board: Work; points: Work; post: Work; record: Work } {
  const cases = listCases(bureau);
  const generals = shuffled(bureau.generals);
  const evenings = freeEvenings(bureau);
  const made = shuffled(missed.filter((it) => it.person !== it.branch.members[0]));
  return {
    list: {
      name: 'list members of a subtree, with the total',
      product: endless(cases, (it) => listOfProduct(it, bureau.officeToken)),
      floor: endless(cases, listOfFloor),
    },
    board: {
      name: 'month board of a committee, by branch',
      product: endless(boardCases(bureau), (it) => boardOfProduct(it, bureau.officeToken)),
      floor: endless(boardCases(bureau), boardOfFloor),
    },
    points: {
      name: 'points of the members of a subtree in a year',
      product: endless(generals, (it) => pointsOfProduct(it.id, bureau.officeToken)),
      floor: endless(generals, (it) => pointsOfFloor(it.id)),
    },
    post: { name: 'post one entry', product: once(made, makeUpShot), floor: endless(made, entryShot) },
    record: { name: 'record a session of 50 with its points', product: once(evenings, sessionShot), floor: endless(evenings, bareSessionShot) },
  };
}

const signedIn = (token: string): Record<string, string> => ({ cookie: `zhibu-${BUREAU}=${token}` });
const write = (token: string): Record<string, string> => ({ ...signedIn(token), 'idempotency-key': randomUUID() });

/** The smallest fact that moves a ledger: one member made up one session that he had missed. */
const makeUpShot = ({ session, day, person, branch }: Missed): Shot => ({
  method: 'POST', path: `/api/sessions/${session}/make-ups`, headers: write(branch.token),
  body: JSON.stringify({ person, day: addDays(day, 3), way: 'reading' }),
});

const entryShot = ({ session, day, person }: Missed): Shot => ({
  method: 'POST', path: '/entries', body: JSON.stringify({ member: person, rule: 'mondayStudyShare', session, period: day.slice(0, 7), value: 40 }),
});

/** An evening that the branch has not recorded yet. */
interface Evening {
  readonly branch: BenchBranch;
  readonly day: CivilDate;
}

const marksOf = ({ branch }: Evening): object[] => branch.members.map((person, at) =>
  (at === 7 ? { person, mark: 'absent', reason: 'personalLeave', sitting: 0 } : { person, mark: 'present', reason: null, sitting: 0 }));

function sessionShot(evening: Evening): Shot {
  const { branch, day } = evening;
  const record = {
    arranged: null, activities: ['mondayStudy'], contents: ['theory'], topic: '学习', period: day.slice(0, 7), reason: '',
    sittings: [{ day, from: '19:00', to: '21:00', place: '会议室' }], host: branch.members[1], minuteTaker: branch.members[2],
    speakers: [], exchanges: [branch.members[3]], attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [],
    discussion: '', marks: marksOf(evening), allPresent: false,
  };
  return { method: 'POST', path: `/api/organisations/${branch.id}/session-records`, headers: write(branch.token), body: JSON.stringify(record) };
}

function bareSessionShot(evening: Evening): Shot {
  const { branch, day } = evening;
  const session = {
    organisation: branch.id, day, from: '19:00', to: '21:00', activity: 'mondayStudy', topic: '学习', rule: 'mondayStudyShare', value: 3, marks: marksOf(evening),
  };
  return { method: 'POST', path: '/sessions', body: JSON.stringify(session) };
}

/** Branch by branch, and for each the days from yesterday back on which it has not met. */
function freeEvenings({ branches }: BenchBureau): readonly Evening[] {
  const days: CivilDate[] = [];
  for (let day = `${YEAR}-11-16`; day > `${YEAR}-01-31`; day = addDays(day, -1)) if (weekday(day) !== 1 || day > `${YEAR}-11-08`) days.push(day);
  return days.flatMap((day) => branches.map((branch): Evening => ({ branch, day })));
}

/** Each case once: a fact cannot be recorded twice. */
function once<T>(cases: readonly T[], shot: (it: T) => Shot): () => Shot {
  let at = 0;
  return () => {
    const it = cases[at];
    at += 1;
    if (it === undefined) throw new Error(`all ${cases.length} cases are used up: a larger bureau is needed`);
    return shot(it);
  };
}

function endless<T>(cases: readonly T[], shot: (it: T) => Shot): () => Shot {
  let at = 0;
  return () => {
    const it = cases[at % cases.length];
    at += 1;
    if (it === undefined) throw new Error('there is no case');
    return shot(it);
  };
}

function shuffled<T>(list: readonly T[]): T[] {
  const next = chance(SEED);
  return list.map((it) => ({ it, key: next() })).sort((a, b) => a.key - b.key).map(({ it }) => it);
}
