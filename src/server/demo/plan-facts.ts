import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Reading } from '#domain/engine/reading.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { generatedLines } from '#domain/targets/plan-lines.ts';
import { planItems } from '#domain/targets/plan-items.ts';
import { isAssigned } from '#domain/targets/plan-standing.ts';
import { newId } from '#server/platform/ids.ts';
import type { DatedFact } from './dated-facts.ts';
import type { DemoOrganisation } from './organisation-tree.ts';
import { idOf, postHolder, type DemoStaff } from './staff.ts';
import { type DemoYear, yearsOf } from './writer.ts';

type Plan = FactState<'targetPlan'>;

const STANDARDS = {
  mondayHeld: '每周一 19:00 集中学习，值班人员 14 日内补学。', themeDays: '每月 20 日前开展，当日记录。', duesPaid: '每月 25 日前收齐上缴。', visits: '节日前走访到人。',
};
const RETURNED = '作风建设、制度建设的项目请落实到具体委员后再报。';

/** The branch that has not filed its plan, and the one whose plan came back. */
const NOT_FILED = 'A117';
const CAME_BACK = 'A112';
/** Of eleven branches one filed late, of seven one left some items to nobody. */
const LATE_EVERY = 11;
const OPEN_EVERY = 7;
const OPEN_ITEMS = ['visits', 'volunteers', 'families'];

/** How the branches broke their years down in January, as the versions of their plans; each list is written after the one before it. */
export function planFacts(staff: DemoStaff, reading: Reading, year: DemoYear): readonly (readonly DatedFact[])[] {
  const now = yearOf(year.today);
  const plans = yearsOf(year).flatMap((of) => staff.branches.map((branch, at) => {
    const left = of === now && (at % OPEN_EVERY === 2 || branch.number === NOT_FILED || branch.number === CAME_BACK);
    return versionsOf(staff, branch, { plan: planOf(staff, reading, branch, of, left), late: of === now && at % LATE_EVERY === 5, now: of === now });
  }));
  return [0, 1, 2].map((version) => plans.flatMap((versions) => versions[version] ?? []).filter(({ on }) => on < year.today));
}

/** @param left some items are left to nobody. */
function planOf(staff: DemoStaff, reading: Reading, branch: DemoOrganisation, year: number, left: boolean): Plan {
  const organisation = idOf(staff.organisation, branch.number);
  const total = reading.book.forWindow(String(year))?.scheme.indicators;
  if (!total) throw new Error('the sample scheme has items for branches');
  const lines = generatedLines({ reading, organisation, year }, planItems(total), []).map((line) =>
    ({ ...line, responsible: left && OPEN_ITEMS.includes(line.item) ? null : line.responsible ?? postHolder(staff, branch.number, 'secretary') }));
  return { organisation, year, stage: 'draft', lines, filedOn: null, assignedOn: null };
}

interface Course {
  readonly plan: Plan;
  readonly late: boolean;
  /** Of this year, in which some have not filed and some were returned. */
  readonly now: boolean;
}

function versionsOf(staff: DemoStaff, { number }: DemoOrganisation, { plan: draft, late, now }: Course): DatedFact[] {
  const factId = newId();
  const day = (date: string): string => `${draft.year}-${date}`;
  const filedOn = late ? day('02-09') : day('01-20');
  const filed: Plan = { ...draft, stage: 'filed', filedOn, assignedOn: draft.lines.every(isAssigned) ? filedOn : null };
  const made: DatedFact = {
    by: postHolder(staff, number, 'publicist') ?? postHolder(staff, number, 'deputySecretary'), on: day('01-13'),
    fact: { kind: 'targetPlan', factId, state: draft, text: { standards: STANDARDS, reason: null } },
  };
  const handedIn: DatedFact = {
    by: postHolder(staff, number, 'secretary'), on: filedOn, version: 2, fact: { kind: 'targetPlan', factId, state: filed, text: { standards: STANDARDS, reason: null } },
  };
  const back: DatedFact = {
    by: postHolder(staff, 'A102', 'organiser'), on: day('02-03'), version: 3,
    fact: { kind: 'targetPlan', factId, state: { ...filed, stage: 'returned' }, text: { standards: STANDARDS, reason: RETURNED } },
  };
  return [made, ...(now && number === NOT_FILED ? [] : [handedIn]), ...(now && number === CAME_BACK ? [back] : [])];
}
