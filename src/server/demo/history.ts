import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { addDays, monthsTouched } from '#domain/calendar/civil-date.ts';
import { expectedAt } from '#domain/engine/attendance.ts';
import { read, type Reading } from '#domain/engine/reading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { recordFacts, type AnyNewFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { isHolidayWeek, mondaysFrom, monthlySessions, studyOn, type DemoSession } from './calendar.ts';
import { chance } from './chance.ts';
import { demoOrganisations, type DemoOrganisation } from './organisation-tree.ts';
import { idOf, type DemoStaff } from './staff.ts';

/** A bureau in the middle of its year: what was held and recorded up to yesterday, and what is arranged until the month's end. */
export interface DemoYear {
  readonly first: CivilDate;
  readonly today: CivilDate;
  /** Branches that have not yet recorded their last Monday, so that a visitor finds something to do. */
  readonly behind: readonly string[];
}

/** Writes the year so far, month by month; each month is one batch, so that the log looks like a year of work. */
export async function writeYear(call: Call, staff: DemoStaff, schemes: readonly AdoptedScheme[], year: DemoYear): Promise<void> {
  const log = await wholeLog(call.tx);
  const reading = read({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: year.today } });
  const next = chance(7);
  const writer: Writer = { staff, reading, next, year };
  for (const month of monthsTouched(year.first, year.today)) await recordFacts(call, monthFacts(writer, month));
}

interface Writer {
  readonly staff: DemoStaff;
  readonly reading: Reading;
  readonly next: () => number;
  readonly year: DemoYear;
}

function monthFacts(writer: Writer, month: string): readonly AnyNewFact[] {
  const { staff } = writer;
  const active = staff.branches.filter((it) => it.branch?.rhythm !== 'retired');
  const mondays = mondaysFrom(writer.year.first, lastDay(month)).map((day, at) => ({ day, at })).filter(({ day }) => day.startsWith(month));
  const studies = mondays.filter(({ day }) => !isHolidayWeek(day)).flatMap(({ day, at }) => studyFacts(writer, active, studyOn(day, at)));
  const others = staff.branches.flatMap((branch) =>
    monthlySessions(branch, groupsOf(branch), month)
      .filter((it) => it.day <= addDays(writer.year.today, 21))
      .map((it) => sessionFact(writer, branch, it, null)));
  return [...studies, ...others];
}

const lastDay = (month: string): CivilDate => `${month}-31`;

const groupsOf = (branch: DemoOrganisation): readonly string[] =>
  demoOrganisations.filter((it) => it.parent === branch.number && it.category === '699').map((it) => it.number);

/** One study of the whole bureau: the arrangement of the office and a session for each branch. */
function studyFacts(writer: Writer, branches: readonly DemoOrganisation[], study: Omit<DemoSession, 'organisation'>): readonly AnyNewFact[] {
  const arrangement = newId();
  const { organisation } = writer.staff;
  return [
    {
      kind: 'arrangement', factId: arrangement, text: { topic: study.topic, place: '', lecturer: '', material: '' },
      state: {
        scope: idOf(organisation, 'A'), activities: [...study.activities], contents: [...study.contents],
        sitting: { day: study.day, from: study.from, to: study.to }, organisations: branches.map((it) => idOf(organisation, it.number)),
      },
    },
    ...branches.map((it) => sessionFact(writer, it, { ...study, organisation: it.number }, arrangement)),
  ];
}

function sessionFact(writer: Writer, branch: DemoOrganisation, session: DemoSession, arrangement: string | null): AnyNewFact {
  const { staff, year } = writer;
  const organisation = idOf(staff.organisation, session.organisation);
  const sitting = { day: session.day, from: session.from, to: session.to };
  const arranged: FactState<'session'> = {
    organisation, arrangement, stage: 'arranged', activities: [...session.activities], contents: [...session.contents], day: session.day,
    period: session.day.slice(0, 7), sittings: [sitting], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
    marks: [], allPresent: false, agenda: [], resolutions: [],
  };
  const place = `${branch.shortName.replace(/党支部$/, '')}会议室`;
  const text = { topic: session.topic, places: [place], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', reason: '' };
  const waits = year.behind.includes(branch.number) && session.day > addDays(year.today, -7);
  return { kind: 'session', text, state: session.day < year.today && !waits ? heldState(writer, branch, arranged) : arranged };
}

/** Most come, a few are on approved leave, now and then somebody misses it or comes late. */
function heldState({ staff, reading, next }: Writer, branch: DemoOrganisation, arranged: FactState<'session'>): FactState<'session'> {
  const expected = expectedAt(reading, arranged).filter((it) => it.excuse === null).map((it) => it.person);
  const marks = expected.map((person): FactState<'session'>['marks'][number] => {
    const luck = next();
    if (luck < 0.035) return { person, mark: 'excused', reason: luck < 0.015 ? 'caseTrip' : luck < 0.025 ? 'annualLeave' : 'sickLeave', sitting: 0 };
    if (luck < 0.055) return { person, mark: 'absent', reason: luck < 0.045 ? 'personalLeave' : null, sitting: 0 };
    return { person, mark: luck < 0.065 ? 'late' : 'present', reason: null, sitting: 0 };
  });
  const came = marks.filter((it) => it.mark === 'present').map((it) => it.person);
  const [secretary, minutes] = ['secretary', 'organiser'].map((post) => {
    const found = staff.people.find((it) => it.branch === branch.number && it.post === post);
    return found ? idOf(staff.person, found.number) : null;
  });
  const lectures = arranged.activities.includes('partyLecture');
  const speaker = came[Math.floor(next() * came.length)];
  const exchange = arranged.activities.includes('mondayStudy') && next() < 0.25 ? came[Math.floor(next() * came.length)] : undefined;
  return {
    ...arranged, stage: 'held', marks, host: secretary ?? null, minuteTaker: minutes ?? null,
    speakers: lectures && speaker ? [speaker] : [], exchanges: exchange ? [exchange] : [],
  };
}
