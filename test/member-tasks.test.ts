import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays } from '#domain/calendar/civil-date.ts';
import { enter, readYear } from '#test/branch-year.ts';
import { story } from '#test/engine-story.ts';
import { decide, go, handOut, honour, memberValues, type MemberYear, serve } from '#test/member-year.ts';
import { always } from '#test/properties.ts';

/** C.5 without study, over random years: what the engine says against the rules worked out again here, in whole numbers. */
interface Told {
  readonly tasks: readonly { readonly month: number; readonly outcome: 'onTime' | 'late' | 'notDone' }[];
  readonly missions: readonly number[];
  readonly services: number;
  readonly honours: readonly string[];
  readonly decisions: readonly { readonly level: string; readonly matter: number }[];
  readonly unpaid: number;
  readonly appraisals: readonly string[];
}

const taken = { admonition: 200, circular: 500, adviceLetter: 800, warning: 1200, seriousWarning: 2000, removal: 3000 } as const;
const given = { commendation: 100, thirdMerit: 200, secondMerit: 300, firstMerit: 500 } as const;
const rated = { done: 450, mostlyDone: 300, notDone: 0 } as const;
const paid = { onTime: 100, late: 50, notDone: 0 } as const;
const oneOf = <Name extends string>(words: Readonly<Record<Name, number>>) => fc.constantFrom(...(Object.keys(words) as Name[]));

const years: fc.Arbitrary<Told> = fc.record({
  tasks: fc.array(fc.record({ month: fc.integer({ min: 1, max: 12 }), outcome: oneOf(paid) }), { maxLength: 12 }),
  missions: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
  services: fc.nat(6),
  honours: fc.array(oneOf(given), { maxLength: 3 }),
  decisions: fc.array(fc.record({ level: oneOf(taken), matter: fc.nat(2) }), { maxLength: 4 }),
  unpaid: fc.nat(5),
  appraisals: fc.array(oneOf(rated), { maxLength: 4 }),
});

const key = (number: number): string => `#${String(number).padStart(16, '0')}`;
const day = (month: number, of: number): string => `2026-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`;

function tell({ tasks, missions, services, honours, decisions, unpaid, appraisals }: Told): MemberYear {
  const told = story();
  const year: MemberYear = { ...told, person: told.member(told.branchA), other: told.member(told.branchA), studies: [] };
  for (const { month, outcome } of tasks) {
    if (outcome === 'notDone') handOut(year, day(month, 2), day(month, 10), null, 'notDone');
    else handOut(year, day(month, 2), day(month, 10), day(month, outcome === 'late' ? 11 : 10));
  }
  missions.forEach((days, at) => go(year, day(at + 1, 3), addDays(day(at + 1, 3), days - 1), key(at)));
  for (let at = 0; at < services; at += 1) serve(year, day(at + 1, 5), key(at));
  honours.forEach((level, at) => honour(year, level, key(at)));
  for (const { level, matter } of decisions) decide(year, level, key(matter));
  for (let at = 0; at < unpaid; at += 1) enter(year, 'duesUnpaid', day(at + 1, 28), { persons: [year.person] });
  appraisals.forEach((level, at) => enter(year, 'postAppraisal', day(at * 3 + 3, 28), { persons: [year.person], values: { level } }));
  return year;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const most = (numbers: readonly number[]): number => numbers.reduce((best, one) => Math.max(best, one), 0);
/** To the hundredth, half up; nothing here is below zero. */
const half = (above: number, below: number): number => Number((2n * BigInt(above) + BigInt(below)) / (2n * BigInt(below)));
const word = <Name extends string>(words: Readonly<Record<Name, number>>, name: string): number => words[name as Name];

function worked({ tasks, missions, services, honours, decisions, unpaid, appraisals }: Told): Record<string, number | null> {
  const byMatter = [0, 1, 2].map((matter) => most(decisions.filter((one) => one.matter === matter).map(({ level }) => word(taken, level))));
  const discipline = Math.max(0, 3000 - sum(byMatter) - Math.min(300, unpaid * 100));
  const quarters = [1, 2, 3, 4].map((quarter) => Math.min(200, sum(tasks.filter(({ month }) => Math.ceil(month / 3) === quarter).map(({ outcome }) => paid[outcome]))));
  const called = missions.filter((days) => days >= 5);
  // Of 30.00: what was asked of him at all, and service, which is open to everybody.
  const asked = (appraisals.length > 0 ? 1800 : 0) + (tasks.length > 0 ? 600 : 0) + (called.length > 0 ? 400 : 0) + 200;
  const postDuty = appraisals.length === 0 ? null : half(1800 * sum(appraisals.map((level) => word(rated, level))) * 3000, 450 * appraisals.length * asked);
  const assigned = half(Math.min(600, sum(quarters)) * 3000, asked);
  const missionsDone = half(Math.min(400, sum(called.map((days) => (days >= 15 ? 200 : 100)))) * 3000, asked);
  const volunteering = half(Math.min(200, services * 50) * 3000, asked);
  const honoured = most(honours.map((level) => word(given, level)));
  return {
    discipline, postDuty, assigned, missions: missionsDone, volunteering, honours: honoured,
    total: discipline + (postDuty ?? 0) + assigned + missionsDone + volunteering + honoured,
  };
}

always('C.5: discipline, tasks and honours of any year are what the rules make of them', years, 150, (told) => {
  const year = tell(told);
  expect(memberValues(readYear(year), year.person), 'C.5: not what the rules make of the year').toMatchObject(worked(told));
});
