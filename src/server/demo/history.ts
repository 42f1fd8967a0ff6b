import { addDays, monthsTouched, yearOf } from '#domain/calendar/civil-date.ts';
import { read } from '#domain/engine/reading.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { isHoliday, mondaysFrom, monthlySessions, studyOn, type DemoSession } from './calendar.ts';
import { absenceFacts, transferFacts } from './absence-facts.ts';
import { assignmentFacts } from './assignment-facts.ts';
import { chance } from './chance.ts';
import { recordDated, type DatedFact } from './dated-facts.ts';
import { demoOrganisations, type DemoOrganisation } from './organisation-tree.ts';
import { planFacts } from './plan-facts.ts';
import { registerFacts } from './register-facts.ts';
import { sessionFacts } from './session-facts.ts';
import { type DemoYear, type Writer, yearsOf } from './writer.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';

/** How far ahead the branches have arranged their own meetings. */
const AHEAD_DAYS = 21;
const ANNOUNCED_DAYS = 10;

/** Writes both years, month by month. */
export async function writeYear(call: Call, staff: DemoStaff, schemes: readonly AdoptedScheme[], year: DemoYear): Promise<void> {
  await recordDated(call, [...absenceFacts(staff, year), ...await transferFacts(call, staff, year)]);
  const log = await wholeLog(call.tx);
  const reading = read({ schemes, log, upTo: { seq: Number.MAX_SAFE_INTEGER, date: year.today } });
  const courses = new Map(yearsOf(year).map((each) => [each, newId()]));
  const writer: Writer = { staff, reading, next: chance(7), year, courses };
  for (const month of monthsTouched(year.first, year.today)) {
    const facts = monthFacts(writer, month);
    // A fact is written once in a call: corrections follow.
    await recordDated(call, facts.filter((it) => !isCorrection(it)));
    await recordDated(call, facts.filter(isCorrection));
  }
  const registers = schemes.at(-1)?.scheme.registers ?? [];
  const registering = { staff, registers, next: chance(19), year, courses };
  await recordDated(call, registerFacts(registering));
  for (const facts of assignmentFacts(registering)) await recordDated(call, facts);
  for (const facts of planFacts(staff, reading, year)) await recordDated(call, facts);
}

const isCorrection = ({ fact, version }: DatedFact): boolean => version === 2 || (fact.kind === 'confirmation' && fact.state.version === 2);

function monthFacts(writer: Writer, month: string): readonly DatedFact[] {
  const { staff, year } = writer;
  const active = staff.branches.filter((it) => it.branch?.rhythm !== 'retired');
  const mondays = mondaysFrom(year.first, `${month}-31`).map((day, at) => ({ day, at })).filter(({ day }) => day.startsWith(month) && !isHoliday(day));
  const studies = mondays.flatMap(({ day, at }) => studyFacts(writer, active, studyOn(day, at)));
  const own = staff.branches.flatMap((branch) => monthlySessions(branch, groupsOf(branch), month, yearOf(month) === yearOf(year.first))
    .filter((it) => it.day <= addDays(year.today, AHEAD_DAYS))
    .flatMap((it) => sessionFacts(writer, branch, it, null)));
  return [...studies, ...own];
}

const groupsOf = (branch: DemoOrganisation): readonly string[] =>
  demoOrganisations.filter((it) => it.parent === branch.number && it.category === '699').map((it) => it.number);

/** One study of the whole bureau: the arrangement of the office and a session for each branch. */
function studyFacts(writer: Writer, branches: readonly DemoOrganisation[], study: Omit<DemoSession, 'organisation'>): readonly DatedFact[] {
  const arrangement = newId();
  const { staff, year } = writer;
  const announced = addDays(study.day, -ANNOUNCED_DAYS);
  return [
    {
      by: postHolder(staff, 'A102', 'organiser'), on: announced < year.today ? announced : year.today,
      fact: {
        kind: 'arrangement', factId: arrangement, text: { topic: study.topic, place: '', lecturer: '', material: '' },
        state: {
          scope: idOf(staff.organisation, 'A'), activities: [...study.activities], contents: [...study.contents],
          sitting: { day: study.day, from: study.from, to: study.to }, organisations: branches.map((it) => idOf(staff.organisation, it.number)),
        },
      },
    },
    ...branches.flatMap((it) => sessionFacts(writer, it, { ...study, organisation: it.number }, arrangement)),
  ];
}
