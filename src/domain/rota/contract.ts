import { z } from 'zod';
import { choosablePerson } from '#domain/activities/contract.ts';
import { parseCivilDate } from '#domain/calendar/civil-date.ts';
import { markedDays } from '#domain/calendar/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, clockTime, id, period, shiftTeamState, word } from '#domain/facts/contract.ts';

/** A day that exists, within the years that the product keeps. */
export const day = civilDate.refine((it) => parseCivilDate(it) !== null && it >= '2000-01-01' && it <= '2100-12-31');
export const version = z.number().int().min(1);
export const personCard = z.strictObject({ id, number: z.string(), name: z.string() });
export type PersonCard = z.output<typeof personCard>;
/** What everybody may see of a reason (finding 14); the word of the scheme itself only where it may be known. */
export const shownAs = z.enum(['duty', 'leave', 'other', 'absent']);
export type ShownAs = z.output<typeof shownAs>;
const label = z.strictObject({ id: word, zh: z.string(), en: z.string() });

const teamName = z.string().trim().min(1).max(20);
const { cycle, restHours } = shiftTeamState.shape;

const placed = z.strictObject({ placement: id, person: personCard, from: civilDate, to: civilDate.nullable(), waiting: z.boolean(), version });

const shiftTeam = z.strictObject({
  team: id, version, name: z.string(),
  /** The known cycle that it runs, if it runs one unchanged. */
  known: z.string().nullable(),
  anchor: civilDate, cycle, restHours: z.number().int(), from: civilDate, to: civilDate.nullable(),
  people: z.array(placed),
});
export type ShiftTeamRow = z.output<typeof shiftTeam>;

/** Organisations that directly hold people and whose rota one may see: the choice at the head of each page. */
export const listRotaOrganisations = contract({
  name: 'listRotaOrganisations', method: 'GET', path: '/rota/organisations',
  summary: { zh: '可查看班次的党组织', en: 'Organisations whose rota one may see' },
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(z.strictObject({ id, number: z.string(), shortName: z.string(), people: z.number().int() })) }),
  refusals: [],
});

export const listShiftTeams = contract({
  name: 'listShiftTeams', method: 'GET', path: '/organisations/:organisation/shift-teams',
  summary: { zh: '班组', en: 'Shift teams' },
  input: z.strictObject({ organisation: id, day: day.optional() }),
  output: z.strictObject({
    items: z.array(shiftTeam),
    /** Everybody of the organisation that day, in a team or not (常日班). */
    people: z.array(choosablePerson),
  }),
  refusals: [],
});

const teamFields = {
  name: teamName, anchor: day, cycle, restHours, from: day, to: day.nullable(),
};

export const makeShiftTeams = contract({
  name: 'makeShiftTeams', method: 'POST', path: '/organisations/:organisation/shift-teams/cycle',
  summary: { zh: '按班制建立全部班组', en: 'Make all the teams of a cycle' },
  input: z.strictObject({ organisation: id, known: z.string().max(40), names: z.array(teamName).min(1).max(8), firstDay: day, from: day }),
  output: z.strictObject({ teams: z.array(id) }),
  refusals: ['TeamNamesIncomplete', 'TeamNameTaken'],
});

export const recordShiftTeam = contract({
  name: 'recordShiftTeam', method: 'POST', path: '/organisations/:organisation/shift-teams',
  summary: { zh: '建立班组', en: 'Make a shift team' },
  input: z.strictObject({ organisation: id, ...teamFields }),
  output: z.strictObject({ team: id, version }),
  refusals: ['EndsBeforeItBegins', 'TeamNameTaken', 'CycleWithoutShift', 'CycleOverlapsItself'],
});

export const amendShiftTeam = contract({
  name: 'amendShiftTeam', method: 'PUT', path: '/shift-teams/:team',
  summary: { zh: '更正班组', en: 'Correct a shift team' },
  input: z.strictObject({ team: id, version, ...teamFields }),
  output: z.strictObject({ team: id, version }),
  refusals: ['EndsBeforeItBegins', 'TeamNameTaken', 'CycleWithoutShift', 'CycleOverlapsItself', 'FactChanged', 'FactWithdrawn'],
});

export const changeCycle = contract({
  name: 'changeCycle', method: 'POST', path: '/shift-teams/:team/cycle',
  summary: { zh: '自某日起更换班制', en: 'Change the cycle of a team from a day on' },
  input: z.strictObject({ team: id, version, from: day, anchor: day, cycle, restHours }),
  output: z.strictObject({ team: id, version, moved: z.number().int() }),
  refusals: ['YearClosed', 'TeamNotInForce', 'CycleWithoutShift', 'CycleOverlapsItself', 'FactChanged', 'FactWithdrawn'],
});

export const withdrawShiftTeam = contract({
  name: 'withdrawShiftTeam', method: 'DELETE', path: '/shift-teams/:team',
  summary: { zh: '撤销班组', en: 'Withdraw a shift team' },
  input: z.strictObject({ team: id, version }),
  output: z.strictObject({}),
  refusals: ['TeamNotEmpty', 'FactChanged', 'FactWithdrawn'],
});

export const placePeople = contract({
  name: 'placePeople', method: 'POST', path: '/organisations/:organisation/team-placements',
  summary: { zh: '自某日起调入、调出班组', en: 'Move people into a shift team, or out of all, from a day on' },
  input: z.strictObject({ organisation: id, team: id.nullable(), persons: z.array(id).min(1).max(200), from: day }),
  output: z.strictObject({
    placed: z.number().int(), unchanged: z.number().int(),
    /** One's own placement waits for another person's confirmation. */
    waiting: z.boolean(),
  }),
  refusals: ['YearClosed', 'PersonNotOfBranch', 'TeamNotInForce'],
});

const dayCell = z.strictObject({
  kind: z.enum(['outside', 'away', 'shift', 'rest', 'free']),
  turn: z.enum(['day', 'night', 'round']).optional(),
  from: clockTime.optional(),
  to: clockTime.optional(),
  shownAs: shownAs.optional(),
  reason: word.optional(),
});
export type DayCellRow = z.output<typeof dayCell>;

/** What becomes of one person at one study: not on its list, expected, or excused and shown as what. */
const studyCell = z.strictObject({ state: z.enum(['notListed', 'expected', 'excused']), shownAs: shownAs.optional(), reason: word.optional() });
export type StudyCellRow = z.output<typeof studyCell>;

const study = z.strictObject({
  session: id.nullable(), day: civilDate, from: clockTime, to: clockTime, activities: z.array(label),
  /** 停学: everybody is excused by a notice. */
  stopped: z.boolean(),
  /** 顺延: the day on which it is held instead. */
  movedTo: civilDate.nullable(),
  expected: z.number().int(), listed: z.number().int(),
});
export type StudyRow = z.output<typeof study>;

const rotaPerson = z.strictObject({
  person: personCard, team: id.nullable(),
  /** His own placement in the team waits for another person's confirmation. */
  waiting: z.boolean(),
  cells: z.array(dayCell), studies: z.array(studyCell),
});
export type RotaPersonRow = z.output<typeof rotaPerson>;

export const readRotaMonth = contract({
  name: 'readRotaMonth', method: 'GET', path: '/organisations/:organisation/rota/:month',
  summary: { zh: '值班表（按月）', en: 'The rota of a month' },
  input: z.strictObject({ organisation: id, month: period.refine((it) => it >= '2000-01' && it <= '2100-12') }),
  output: z.strictObject({
    days: z.array(civilDate),
    teams: z.array(z.strictObject({ team: id, name: z.string(), known: z.string().nullable() })),
    studies: z.array(study),
    people: z.array(rotaPerson),
    /** Labels of the reasons that occur and may be seen. */
    reasons: z.array(label),
    calendar: markedDays,
  }),
  refusals: [],
});
export type RotaMonth = z.output<typeof readRotaMonth.output>;

export const readExpectation = contract({
  name: 'readExpectation', method: 'GET', path: '/organisations/:organisation/expectation',
  summary: { zh: '应到名单（会前）', en: 'Who is expected at a session to come' },
  input: z.strictObject({
    organisation: id, day, from: clockTime, to: clockTime,
    /** Ids of activities with a comma between them. */
    activities: z.string().regex(/^[a-z][a-zA-Z0-9-]*(,[a-z][a-zA-Z0-9-]*){0,5}$/),
  }),
  output: z.strictObject({
    expected: z.number().int(), listed: z.number().int(),
    people: z.array(z.strictObject({ person: personCard, excused: z.boolean(), shownAs: shownAs.optional(), reason: word.optional(), team: z.string().nullable() })),
    reasons: z.array(label),
  }),
  refusals: ['ActivityUnknown', 'SchemeMissing'],
});
