import type { StudyChoice } from '#domain/activities/contract.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { countField } from '#domain/schemes/register-uses.ts';
import type { Call } from '#server/platform/call.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { entriesInUse, registerOfUse, titleOf } from '#server/registers/use-reads.ts';

/** Of a session (`s`): the last word on it is that it is recommended. */
export const RECOMMENDED = sql`coalesce((SELECT said.recommended FROM lecture_recommendation said WHERE said.session_id = s.fact_id ORDER BY said.number DESC LIMIT 1), false)`;
/** Its topic as it was last written. */
export const TOPIC = sql`coalesce((SELECT t.text->>'topic' FROM fact_text t WHERE t.fact_id = s.fact_id AND t.text IS NOT NULL ORDER BY t.version DESC LIMIT 1), '')`;

/** Courses that the office announced (S0-05), the latest first. */
export async function coursesOffered(call: Call): Promise<(StudyChoice & { readonly lessons: number })[]> {
  const register = await registerOfUse(call, 'courses');
  if (register === undefined) return [];
  const lessons = countField(register)?.id ?? '';
  return (await entriesInUse(call, register)).map((it) => ({
    of: it.entry, title: titleOf(register, it), lessons: Number(it.state.values[lessons] ?? 0), from: it.state.day, until: it.state.until, by: '',
  }));
}

/** Lectures that the office recommends now (S0-10), the latest given first. */
export const lecturesOffered = ({ tx }: Call): Promise<StudyChoice[]> =>
  tx.many<StudyChoice>(sql`SELECT s.fact_id AS of, ${TOPIC} AS title, NULL::integer AS lessons, s.day AS "from", NULL::date AS until, o.short_name AS by
    FROM session s JOIN organisation o ON o.id = s.organisation_id
    WHERE s.stage = 'held' AND ${RECOMMENDED} ORDER BY s.day DESC, s.fact_id`);

/** What somebody who records may choose from. */
export const studiesOffered = async (call: Call): Promise<StudyChoice[]> => [...(await coursesOffered(call)), ...(await lecturesOffered(call))];

/** What things that were taken up are called, also those that are offered no more. */
export async function studiedTitles(call: Call, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const courses = (await coursesOffered(call)).map(({ of, title }): [string, string] => [of, title]);
  const lectures = await call.tx.many<{ of: string; title: string }>(sql`SELECT s.fact_id AS of, ${TOPIC} AS title FROM session s WHERE s.fact_id = ANY(${[...ids]}::uuid[])`);
  return new Map([...courses, ...lectures.map(({ of, title }): [string, string] => [of, title])]);
}

export interface StudyTaken {
  readonly of: string;
  readonly session: string;
  readonly organisation: string;
  readonly day: CivilDate;
  readonly lesson: number | null;
}

/** Sessions held that took up some courses or lectures. */
export const takenUpOf = (tx: Tx, of: readonly string[]): Promise<StudyTaken[]> => tx.many<StudyTaken>(sql`
  SELECT took.of_id AS of, s.fact_id AS session, s.organisation_id AS organisation, s.day, took.lesson
  FROM session_study took JOIN session s ON s.fact_id = took.fact_id
  WHERE s.stage = 'held' AND took.of_id = ANY(${[...of]}::uuid[]) ORDER BY s.day, s.fact_id, took.lesson`);
