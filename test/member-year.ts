import { explain } from '#domain/engine/explain.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { Reading } from '#domain/engine/reading.ts';
import { member } from '#domain/engine/subject.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { enter } from '#test/branch-year.ts';
import { type Attending, mondays, type Story, story } from '#test/engine-story.ts';
import type { Entering } from '#test/log-book.ts';

export interface MemberYear extends Story {
  readonly person: string;
  readonly other: string;
  readonly studies: readonly string[];
}

/**
 * One member and one year in which every part of C.5 has a basis and something is missing. All of it lies before July.
 * What it comes to is worked out in the table that stands on it.
 */
export function memberYear(over: Partial<FactState<'membership'>> = {}): MemberYear {
  const told = story();
  const person = told.member(told.branchA, over);
  const year: MemberYear = { ...told, person, other: told.member(told.branchA), studies: [] };
  const studies = mondays('2026-02-02', '2026-04-06').map((day, at) => told.held(told.branchA, day, studied(person, at)));
  for (const [at, day] of ['2026-01-14', '2026-02-11', '2026-03-11', '2026-04-15', '2026-05-13', '2026-06-10'].entries()) {
    told.held(told.branchA, day, { activities: ['themePartyDay'], ...(at < 4 ? { present: [person] } : {}) });
  }
  decide(year, 'circular', '#00000000000000b1');
  enter(year, 'duesUnpaid', '2026-02-28', { persons: [person] });
  enter(year, 'postAppraisal', '2026-03-31', { persons: [person], values: { level: 'done' } });
  enter(year, 'postAppraisal', '2026-06-30', { persons: [person], values: { level: 'mostlyDone' } });
  handOut(year, '2026-02-02', '2026-02-10', '2026-02-10');
  handOut(year, '2026-03-02', '2026-03-10', '2026-03-11');
  go(year, '2026-05-01', '2026-05-05', '#00000000000000a1');
  serve(year, '2026-03-05', '#00000000000000a2');
  honour(year, 'commendation', '#00000000000000e1');
  return { ...year, studies };
}

/** Ten Mondays: away on a call for the first two, one absence, seven attended; a lecture at one, a contribution at another. */
function studied(person: string, at: number): Attending {
  if (at < 2) return { excused: { [person]: 'urgentTask' } };
  if (at === 2) return { absent: [person] };
  return { present: [person], ...(at === 3 ? { speakers: [person] } : {}), ...(at === 4 ? { exchanges: [person] } : {}) };
}

export const decide = (year: MemberYear, level: string, document: string, person = year.person, entering: Entering = {}): string =>
  enter(year, 'disciplineDecision', '2026-04-20', { persons: [person], values: { level, document }, entering });

export function handOut({ book, branchA, person }: MemberYear, day: string, until: string, handedInOn: string | null, stage: FactState<'assignment'>['stage'] = 'accepted'): string {
  return book.record('assignment', { organisation: branchA, person, day, until, stage, handedInOn });
}

export const go = (year: MemberYear, from: string, until: string, name: string): string =>
  enter(year, 'mission', from, { persons: [year.person], until, values: { name, sort: 'security' } });
export const serve = (year: MemberYear, day: string, service: string): string => enter(year, 'volunteer', day, { persons: [year.person], values: { service } });
export const honour = (year: MemberYear, level: string, document: string, entering: Entering = {}): string =>
  enter(year, 'honour', '2026-06-20', { persons: [year.person], values: { level, document }, entering });

const shown = ['discipline', 'mondayStudyShare', 'organisationLifeShare', 'yearlyStudyHours', 'teaching', 'postDuty', 'assigned', 'missions', 'volunteering', 'honours'];

/** What each rule or part of C.5 comes to, and the total. */
export function memberValues(reading: Reading, person: string): Record<string, number | null> {
  const grounds = explain(reading, member(person), 2026);
  if (!grounds) throw new Error('No scheme was in force.');
  return { ...Object.fromEntries(shown.map((id) => [id, below(grounds, id)?.value ?? null])), total: grounds.value };
}

export function below(grounds: Grounds, id: string): Grounds | null {
  return grounds.id === id ? grounds : grounds.children.reduce<Grounds | null>((found, child) => found ?? below(child, id), null);
}
