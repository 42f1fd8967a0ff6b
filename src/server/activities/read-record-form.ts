import type { z } from 'zod';
import type { readRecordForm as contract, RecordForm } from '#domain/activities/contract.ts';
import { emptyText } from '#domain/activities/empty-text.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { WITHHELD, withheld } from '#domain/activities/marks.ts';
import { rosterOf } from '#domain/activities/roster.ts';
import { dayOf } from '#domain/activities/sittings.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { periodOf } from '#domain/calendar/civil-date.ts';
import { read } from '#domain/engine/reading.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes, demandScheme } from '#server/schemes/scheme-reads.ts';
import { invitationsWhere } from '#server/training/invitation-reads.ts';
import { candidatesOf, evaluationOf } from './attendance-reads.ts';
import { inOrder, organisationCards } from './name-reads.ts';
import { demandAct } from './rights.ts';
import { type SessionRow, sessionRow } from './session-reads.ts';
import { studiedTitles, studiesOffered } from './study-reads.ts';
import { organisationsFor } from './visible-organisations-reads.ts';

type Draft = RecordForm['record'];

/** What the form begins with, so that most of it need not be touched: the arrangement, the record so far, the usual people. */
export async function readRecordForm(call: Call, input: z.output<typeof contract.input>): Promise<RecordForm> {
  const row = input.session === undefined ? null : await demandRow(call, input.organisation, input.session);
  const day = row?.state.day ?? call.today;
  const standing = await demandAct(call, 'recordSessions', input.organisation, day);
  await demandScheme(call.tx);
  const candidates = await candidatesOf(call.tx, input.organisation, day);
  const known = row ? draftOf(row) : await withInvitation(call, emptyDraft(day), input);
  const record = standing.may('readReasons').allowed ? known : { ...known, marks: withheld(known.marks, call.actor.person) };
  const usualPlace = await lastPlace(call, input.organisation);
  const draft = row?.state.stage === 'held' ? record : await withHabits(call, input.organisation, record, usualPlace, candidates);
  const others = [draft.host, draft.minuteTaker, ...draft.speakers, ...draft.exchanges, ...draft.attendees].filter((it) => it !== null);
  const choices = await organisationCards(call.tx, await organisationsFor(call, 'recordSessions'));
  const [organisation = { id: input.organisation, name: '' }] = await organisationCards(call.tx, [input.organisation]);
  return {
    organisation, session: row?.session ?? null, version: row?.version ?? null, recorded: row?.state.stage === 'held', record: draft, usualPlace,
    withheld: await classesOf(call, record.marks, known.marks, day),
    studies: await choosable(call, draft.studied ?? []),
    persons: await inOrder(call.tx, [...new Set([...candidates, ...others])], day), choices, self: call.actor.person,
  };
}

/** What is offered now, and what the record took up when it was. */
async function choosable(call: Call, studied: NonNullable<Draft['studied']>): Promise<RecordForm['studies']> {
  const offered = await studiesOffered(call);
  const gone = [...new Set(studied.map(({ of }) => of))].filter((of) => !offered.some((it) => it.of === of));
  const titles = await studiedTitles(call, gone);
  return [...offered, ...gone.map((of) => ({ of, title: titles.get(of) ?? '', lessons: Math.max(0, ...studied.map((it) => (it.of === of ? it.lesson ?? 0 : 0))) || null, from: '1970-01-01', until: null, by: '' }))];
}

/** Topic and lecturer of an invitation that was accepted. */
async function withInvitation(call: Call, draft: Draft, { organisation, invitation }: z.output<typeof contract.input>): Promise<Draft> {
  if (invitation === undefined) return draft;
  const [agreed] = await invitationsWhere(call, sql`i.id = ${invitation} AND i.organisation_id = ${organisation}`);
  if (agreed?.stage !== 'accepted') throw refuse('NotFound', {});
  return { ...draft, topic: agreed.topic, speakers: [agreed.person] };
}

/** The class of each reason that `shown` keeps back. */
async function classesOf(call: Call, shown: Draft['marks'], known: Draft['marks'], day: string): Promise<RecordForm['withheld']> {
  const kept = new Set(shown.filter(({ reason }) => reason === WITHHELD).map(({ person }) => person));
  if (kept.size === 0) return [];
  const words = lexicon(await adoptedSchemes(call.tx));
  return known.filter(({ person }) => kept.has(person)).map(({ person, reason }) => ({ person, shownAs: (reason === null ? null : words.reason(reason, day)?.shownAs) ?? 'other' }));
}

async function demandRow(call: Call, organisation: string, session: string): Promise<SessionRow> {
  const row = await sessionRow(call, session);
  if (!row || row.status === 'withdrawn' || row.organisation !== organisation) throw refuse('NotFound', {});
  return row;
}

function draftOf({ state, text: kept }: SessionRow): Draft {
  const text = kept ?? emptyText;
  const { activities, contents, period, host, minuteTaker, speakers, exchanges, attendees, marks, allPresent, studied } = state;
  return {
    activities, contents, period, host, minuteTaker, speakers, exchanges, attendees, marks, allPresent, ...(studied === undefined ? {} : { studied }),
    topic: text.topic, reason: state.stage === 'notHeld' ? '' : text.reason, lecturer: text.lecturer, material: text.material,
    otherAttendees: text.otherAttendees, discussion: text.discussion,
    sittings: state.sittings.map((it, at) => ({ ...it, place: text.places[at] ?? '' })),
    agenda: state.agenda.map((it, at) => ({ ...it, title: text.agenda[at] ?? '' })),
    resolutions: state.resolutions.map((it, at) => ({ ...it, text: text.resolutions[at] ?? '' })),
  };
}

const emptyDraft = (day: string): Draft => ({
  activities: [], contents: [], topic: '', period: periodOf(day), reason: '', sittings: [], host: null, minuteTaker: null, speakers: [], exchanges: [],
  attendees: [], lecturer: '', material: '', otherAttendees: '', agenda: [], resolutions: [], discussion: '', marks: [], allPresent: false,
});

/**
 * The secretary is host and whoever fills in takes the minutes, unless a register keeps them away: then the deputy is
 * host, and the minute-taker is left open. The place is where it was last time.
 */
async function withHabits(call: Call, organisation: string, draft: Draft, place: string, candidates: readonly string[]): Promise<Draft> {
  const day = draft.sittings[0]?.day ?? call.today;
  const hosts = await call.tx.many<{ person: string }>(sql`
    SELECT person_id AS person FROM post WHERE organisation_id = ${organisation} AND post IN ('secretary', 'groupLeader', 'deputySecretary')
      AND from_day <= ${day} AND (to_day IS NULL OR to_day >= ${day}) ORDER BY post = 'deputySecretary', from_day DESC`);
  const away = draft.sittings.length === 0 ? new Set<string>() : await awayFrom(call, organisation, draft, candidates);
  const { person } = call.actor;
  return {
    ...draft, host: draft.host ?? hosts.find((it) => !away.has(it.person))?.person ?? null,
    minuteTaker: draft.minuteTaker ?? (person === null || away.has(person) ? null : person),
    sittings: draft.sittings.map((it) => ({ ...it, place: it.place || place })),
  };
}

async function awayFrom(call: Call, organisation: string, { activities, sittings }: Draft, candidates: readonly string[]): Promise<ReadonlySet<string>> {
  const day = dayOf(sittings);
  const reading = read(await evaluationOf(call, candidates, [day]));
  const roster = rosterOf(reading, { organisation, day, activities, sittings });
  return new Set(roster.filter(({ standing }) => standing !== 'expected').map(({ person }) => person));
}

async function lastPlace({ tx }: Call, organisation: string): Promise<string> {
  const rows = await tx.many<{ place: string | null }>(sql`
    SELECT t.text->'places'->>0 AS place FROM fact f JOIN fact_text t ON t.fact_id = f.fact_id AND t.version <= f.version
    WHERE f.kind = 'session' AND f.organisation_id = ${organisation} AND NOT f.withdrawn AND f.state->>'stage' = 'held' AND t.text->'places'->>0 <> ''
    ORDER BY f.day DESC, t.version DESC LIMIT 1`);
  return rows[0]?.place ?? '';
}
