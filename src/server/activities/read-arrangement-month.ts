import type { z } from 'zod';
import type { ArrangementMonth, ArrangementText, readArrangementMonth as contract } from '#domain/activities/arrangement-contract.ts';
import { type Lexicon, lexicon } from '#domain/activities/lexicon.ts';
import { heldInstead } from '#domain/activities/weekly-day.ts';
import { addDays, type CivilDate, firstOfMonth, lastOfMonth, weekday } from '#domain/calendar/civil-date.ts';
import { markedDays } from '#domain/calendar/marked-days.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { WorkingCalendar } from '#domain/calendar/working-days.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import { adoptedSchemes, demandScheme } from '#server/schemes/scheme-reads.ts';
import { organisationCards } from './name-reads.ts';
import { holdersBelow } from './planned-sessions.ts';
import { demandAct } from './rights.ts';
import { organisationsFor } from './visible-organisations-reads.ts';

const WEEK = 7;
type Arranged = ArrangementMonth['arranged'][number];
type Proposed = ArrangementMonth['proposed'][number];

/** What is arranged for a month below a committee, and what the scheme's weekly activities would add. */
export async function readArrangementMonth(call: Call, { organisation, month }: z.output<typeof contract.input>): Promise<ArrangementMonth> {
  await demandAct(call, 'arrangeSessions', organisation, call.today);
  await demandScheme(call.tx);
  const words = lexicon(await adoptedSchemes(call.tx));
  const span = { from: firstOfMonth(month), to: lastOfMonth(month) };
  const calendar = await calendarBetween(call.tx, addDays(span.from, -WEEK), addDays(span.to, WEEK));
  const above = await lineage(call.tx, organisation, call.today);
  const arranged = await arrangedIn(call, organisation, span, words);
  const stops = await call.tx.many<{ state: FactState<'studyStop'> }>(sql`
    SELECT state FROM fact WHERE kind = 'studyStop' AND NOT withdrawn AND day BETWEEN ${span.from} AND ${span.to} AND organisation_id = ANY(${[...above]}::uuid[])`);
  const stopped = (day: CivilDate, activity: string): boolean => stops.some(({ state }) => state.day === day && state.activities.includes(activity));
  const choices = await organisationsFor(call, 'arrangeSessions');
  const committees = await call.tx.many<{ id: string }>(sql`
    SELECT id FROM organisation WHERE id = ANY(${[...choices]}::uuid[]) AND category IN ('611', '612', '621', '911', '921')`);
  const holders = await holdersBelow(call, organisation, span.to);
  const [card = { id: organisation, name: '' }] = await organisationCards(call.tx, [organisation]);
  return {
    organisation: card,
    choices: await organisationCards(call.tx, committees.map(({ id }) => id)),
    proposed: weeklyDays(span, words, calendar).filter((it) => !arranged.some((row) => row.day === it.day && row.activities.includes(it.activities[0] ?? '')))
      .map((it) => ({ ...it, stopped: [it.day, it.movedFrom ?? it.day].some((day) => stopped(day, it.activities[0] ?? '')) })),
    calendar: markedDays(calendar, span.from, span.to),
    arranged, withdrawn: await withdrawnIn(call, organisation, span, words),
    holders: {
      branch: await organisationCards(call.tx, holders.branch), group: await organisationCards(call.tx, holders.group),
      committee: await organisationCards(call.tx, holders.committee),
    },
  };
}

/**
 * Each day of the span on which a weekly activity of branches or groups is held, with its usual window; and each on which it
 * would be but for a holiday, so that somebody may want it all the same.
 */
function weeklyDays({ from, to }: { from: CivilDate; to: CivilDate }, words: Lexicon, calendar: WorkingCalendar): Omit<Proposed, 'stopped'>[] {
  const rows: Omit<Proposed, 'stopped'>[] = [];
  for (let usual = addDays(from, -WEEK); usual <= to; usual = addDays(usual, 1)) {
    const weekly = (words.schemeOn(usual)?.activities ?? []).filter((it) => it.weekday === weekday(usual) && it.heldBy !== 'committee');
    for (const { id, holiday, from: starts, to: ends } of weekly) {
      const day = heldInstead({ holiday }, usual, calendar) ?? usual;
      if (day < from || day > to) continue;
      rows.push({
        day, from: starts, to: ends, activities: [id], contents: [], topic: '', place: '', lecturer: '', material: '',
        movedFrom: day === usual ? null : usual, kept: holiday === 'keep',
      });
    }
  }
  return rows;
}

async function withdrawnIn(call: Call, scope: string, span: { from: CivilDate; to: CivilDate }, words: Lexicon): Promise<ArrangementMonth['withdrawn']> {
  const rows = await call.tx.many<{ arrangement: string; version: number; state: FactState<'arrangement'>; topic: string; by: string | null; on: CivilDate }>(sql`
    SELECT a.fact_id AS arrangement, a.version, a.state, p.name AS by, a.recorded_on AS "on",
      coalesce((SELECT text->>'topic' FROM fact_text t WHERE t.fact_id = a.fact_id ORDER BY t.version DESC LIMIT 1), '') AS topic
    FROM fact a LEFT JOIN person p ON p.id = a.recorded_by
    WHERE a.kind = 'arrangement' AND a.withdrawn AND a.organisation_id = ${scope} AND a.day BETWEEN ${span.from} AND ${span.to}
    ORDER BY a.day, a.state->'sitting'->>'from', a.seq`);
  return rows.map(({ state, ...row }) => ({ ...row, ...state.sitting, named: words.activities(state.activities, state.sitting.day) }));
}

async function arrangedIn(call: Call, scope: string, span: { from: CivilDate; to: CivilDate }, words: Lexicon): Promise<Arranged[]> {
  const rows = await call.tx.many<{ arrangement: string; version: number; state: FactState<'arrangement'>; text: ArrangementText | null; sessions: number; recorded: number }>(sql`
    SELECT f.fact_id AS arrangement, f.version, f.state,
      (SELECT text FROM fact_text t WHERE t.fact_id = f.fact_id ORDER BY t.version DESC LIMIT 1) AS text,
      (SELECT count(*) FROM session s WHERE s.arrangement_id = f.fact_id) AS sessions,
      (SELECT count(*) FROM session s WHERE s.arrangement_id = f.fact_id AND s.stage <> 'arranged') AS recorded
    FROM fact f WHERE f.kind = 'arrangement' AND NOT f.withdrawn AND f.organisation_id = ${scope} AND f.day BETWEEN ${span.from} AND ${span.to}
    ORDER BY f.day, f.state->'sitting'->>'from'`);
  return rows.map(({ arrangement, version, state, text, sessions, recorded }) => ({
    arrangement, version, ...state.sitting, activities: state.activities, contents: state.contents,
    topic: text?.topic ?? '', place: text?.place ?? '', lecturer: text?.lecturer ?? '', material: text?.material ?? '', sessions, recorded,
    named: words.activities(state.activities, state.sitting.day), contentsNamed: words.contents(state.contents, state.sitting.day),
  }));
}
