import { addDays, type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { lastEntries } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { mondaysFrom } from './calendar.ts';
import { chance, oneOf } from './chance.ts';
import type { DatedFact } from './dated-facts.ts';
import type { DemoPerson } from './people.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import { yearsOf, type DemoYear } from './writer.ts';

const LEAVE_SHARE = 0.3;
const REASONS = ['annualLeave', 'annualLeave', 'annualLeave', 'sickLeave', 'parentalLeave'] as const;
const JAIL = 'A118';
/** Weeks in a closed post (全封闭执勤): who goes in is there for three weeks. */
const CLOSED_DAYS = 20;
const SECONDED_DAYS = 75;

interface Absent {
  readonly staff: DemoStaff;
  readonly year: DemoYear;
  readonly next: () => number;
}

/** Leave in all branches, closed duty in the detention centre, a secondment, one stop of study: who could not come, and why. */
export function absenceFacts(staff: DemoStaff, year: DemoYear): readonly DatedFact[] {
  const absent: Absent = { staff, year, next: chance(31) };
  const all = yearsOf(year).flatMap((each) => [...leaves(absent, each), ...closedDuties(absent, each), ...secondments(absent, each), stop(absent, each)]);
  return all.filter(({ on }) => on < year.today);
}

const members = ({ people }: DemoStaff, branch?: string): readonly DemoPerson[] =>
  people.filter((it) => it.stage !== 'none' && it.staffKind !== 'retired' && (branch === undefined || it.branch === branch));

const recorder = (staff: DemoStaff, branch: string): string | null => postHolder(staff, branch, 'publicist') ?? postHolder(staff, branch, 'deputySecretary');

/** Leave that the branch's recorder entered the day before; nobody enters his own. */
function leaves({ staff, next }: Absent, year: number): DatedFact[] {
  return members(staff).flatMap((who): DatedFact[] => {
    if (next() >= LEAVE_SHARE) return [];
    const reason = oneOf(next, REASONS);
    const from = addDays(`${year}-01-05`, Math.floor(next() * 340));
    const by = recorder(staff, who.branch);
    const person = idOf(staff.person, who.number);
    const state = { person, reason, from, to: addDays(from, reason === 'parentalLeave' ? 29 : 4 + Math.floor(next() * 10)) };
    return by === person || yearOf(state.to) !== year ? [] : [{ by, on: addDays(from, -1), fact: { kind: 'leave', state } }];
  });
}

function closedDuties({ staff, next }: Absent, year: number): DatedFact[] {
  const crew = members(staff, JAIL).filter((it) => it.post === null).map((it) => idOf(staff.person, it.number));
  return ['02-20', '05-10', '08-05', '10-12'].map((day): DatedFact => {
    const from = `${year}-${day}`;
    const first = Math.floor(next() * crew.length);
    const persons = [...crew, ...crew].slice(first, first + 3);
    return { by: postHolder(staff, JAIL, 'deputySecretary'), on: addDays(from, -1), fact: { kind: 'closedDuty', state: { persons, from, to: addDays(from, CLOSED_DAYS), studyAtPost: false } } };
  });
}

/** Two of the criminal police work at the detention centre for some weeks; their relation stays. */
function secondments({ staff }: Absent, year: number): DatedFact[] {
  const from = `${year}-03-02`;
  return members(staff, 'A111').slice(-2).map((who): DatedFact => ({
    by: postHolder(staff, 'A111', 'organiser'), on: addDays(from, -2),
    fact: { kind: 'secondment', state: { person: idOf(staff.person, who.number), organisation: idOf(staff.organisation, JAIL), from, to: addDays(from, SECONDED_DAYS) } },
  }));
}

/** A Monday of a large security mission: no study in the bureau. */
const stop = ({ staff }: Absent, year: number): DatedFact => ({
  by: postHolder(staff, 'A102', 'organiser'), on: mondayFrom(`${year}-08-17`, -3),
  fact: { kind: 'studyStop', state: { scope: idOf(staff.organisation, 'A'), activities: ['mondayStudy'], day: mondayFrom(`${year}-08-17`), movedTo: null } },
});

const mondayFrom = (day: CivilDate, later = 0): CivilDate => addDays(mondaysFrom(day, addDays(day, 6))[0] ?? day, later);

/** One member of two branches goes to another in the summer of each year; the roster's spell ends and the next begins. */
export async function transferFacts({ tx }: Call, staff: DemoStaff, year: DemoYear): Promise<readonly DatedFact[]> {
  const moving = yearsOf(year).flatMap((each, at) => ([['A110', 'A112', '05-18'], ['A113', 'A114', '07-06']] as const).flatMap(([home, goal, day]) => {
    const on = `${each}-${day}`;
    const who = members(staff, home).filter((it) => it.post === null && it.staffKind === 'officer').at(at);
    return who && on < year.today ? [{ person: idOf(staff.person, who.number), goal: idOf(staff.organisation, goal), on }] : [];
  }));
  const spells = await lastEntries(tx, sql`fact_id IN (SELECT fact_id FROM membership WHERE person_id = ANY(${moving.map(({ person }) => person)}::uuid[]))`);
  const by = postHolder(staff, 'A102', 'organiser');
  return moving.flatMap(({ person, goal, on }): DatedFact[] => spells.flatMap((spell): DatedFact[] => (spell.kind !== 'membership' || spell.state.person !== person ? [] : [
    { by, on, version: spell.version + 1, fact: { kind: 'membership', factId: spell.factId, state: { ...spell.state, to: addDays(on, -1) } } },
    { by, on, fact: { kind: 'membership', factId: newId(), state: { ...spell.state, organisation: goal, group: null, from: on, to: null } } },
  ])));
}
