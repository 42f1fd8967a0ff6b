import { lexicon, type Lexicon } from '#domain/activities/lexicon.ts';
import { owedBy } from '#domain/activities/owed-make-up.ts';
import { expectationOf } from '#domain/activities/roster.ts';
import type { MyDesk } from '#domain/boards/contract.ts';
import { addDays, type CivilDate, periodOf, yearOf } from '#domain/calendar/civil-date.ts';
import { attendanceOf } from '#domain/engine/attendance.ts';
import { type Reading, read } from '#domain/engine/reading.ts';
import { partyBirthday } from '#domain/people/party-birthday.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { evaluationOf } from '#server/activities/attendance-reads.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { type SessionRow, sessionLineOf, sessionRows, wallClock } from '#server/activities/session-reads.ts';
import { homeOf, lineage } from '#server/orgs/organisation-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { ownDesks } from './desk-scopes.ts';
import { errandsOf } from './errands.ts';
import { invitedMe } from './invited.ts';
import { tasksAndEntries } from './tasks-and-entries.ts';
import { waitingMakeUps } from './waiting-make-ups.ts';

const DAYS_AHEAD = 14;
/** The most patient make-up of a scheme is shorter than this. */
const DAYS_BACK = 45;
const UNRECORDED_DAYS_BACK = 92;
const SHOWN = 8;

/** What concerns me, soonest first: studies to come, studies to make up, and what I fill in or confirm for others. */
export async function readMyDesk(call: Call): Promise<MyDesk> {
  const words = lexicon(await adoptedSchemes(call.tx));
  const { person } = call.actor;
  const mine = person === null ? { upcoming: [], owed: [] } : await ofMyself(call, person, words);
  return { now: wallClock(call), birthday: await birthdayOf(call), ...mine, toRecord: await toRecord(call, words), toConfirm: await toConfirm(call, words), ...(await tasksAndEntries(call)), invitations: await invitedMe(call), errands: await errandsOf(call) };
}

/** 政治生日 of whoever is looking, during its month; of his own particulars, whatever the scheme asks. */
async function birthdayOf({ tx, actor, today }: Call): Promise<MyDesk['birthday']> {
  const known = await tx.one<{ joined: CivilDate | null }>(sql`SELECT joined_party AS joined FROM particulars WHERE person_id = ${actor.person}`);
  const joined = known?.joined ?? null;
  const day = joined === null ? null : partyBirthday(joined, yearOf(today));
  return joined === null || day === null || periodOf(day) !== periodOf(today) ? null : { day, years: yearOf(day) - yearOf(joined) };
}

async function ofMyself(call: Call, person: string, words: Lexicon): Promise<Pick<MyDesk, 'upcoming' | 'owed'>> {
  const span = { from: addDays(call.today, -DAYS_BACK), to: addDays(call.today, DAYS_AHEAD) };
  const organisations = await concerning(call, person);
  const { items } = await sessionRows(call, span, sql`organisation_id = ANY(${[...organisations]}::uuid[])`, { limit: 300 });
  const reading = read(await evaluationOf(call, [person], [span.from, span.to]));
  const reasonOf = (id: string | null, day: string): Words | null => (id === null ? null : words.reason(id, day)?.label ?? null);
  const proposed = await call.tx.many<{ session: string }>(sql`SELECT session_id AS session FROM make_up WHERE person_id = ${person}`);
  const entered = new Set(proposed.map(({ session }) => session));
  return {
    upcoming: items.filter(({ status }) => status === 'arranged' || status === 'stopped').flatMap((row): MyDesk['upcoming'] => {
      const expected = row.state.day < call.today ? null : expectationOf(reading, row.state, person);
      if (expected === null) return [];
      const { standing, cause } = expected;
      return [{ ...sessionLineOf(row, words), lecturer: row.text?.lecturer ?? '', standing, reason: reasonOf(cause?.reason ?? null, row.state.day) }];
    }).slice(0, SHOWN),
    owed: items.flatMap((row): MyDesk['owed'] => (entered.has(row.session) ? [] : owedIn(call, reading, row, person, words, reasonOf))),
  };
}

function owedIn(call: Call, reading: Reading, row: SessionRow, person: string, words: Lexicon, reasonOf: (id: string | null, day: string) => Words | null): MyDesk['owed'] {
  const session = row.state.stage === 'held' ? reading.world.sessions.get(row.session) : undefined;
  if (!session) return [];
  const attendance = attendanceOf(reading, session, person);
  const owed = owedBy(reading, session, attendance);
  if (owed === null || owed.until < call.today) return [];
  return [{
    session: row.session, organisation: { id: row.organisation, name: row.organisationName }, day: row.state.day,
    activities: words.activities(row.state.activities, row.state.day), topic: row.text?.topic ?? '', reason: reasonOf(attendance.reason, row.state.day), ...owed,
  }];
}

/** My branch and group, everything above them, and where I hold a post. */
async function concerning(call: Call, person: string): Promise<readonly string[]> {
  const home = await homeOf(call.tx, person, call.today);
  const above = home ? await lineage(call.tx, home.organisation, call.today) : [];
  const posts = await call.tx.many<{ id: string }>(sql`SELECT organisation_id AS id FROM post WHERE person_id = ${person}
    AND from_day <= ${call.today} AND (to_day IS NULL OR to_day >= ${call.today})`);
  return [...new Set([...above, ...(home?.group ? [home.group] : []), ...posts.map(({ id }) => id)])];
}

async function toRecord(call: Call, words: Lexicon): Promise<MyDesk['toRecord']> {
  const organisations = await ownDesks(call, 'recordSessions');
  const { items, total } = await sessionRows(call, { from: addDays(call.today, -UNRECORDED_DAYS_BACK), to: call.today },
    sql`status = 'toRecord' AND organisation_id = ANY(${[...organisations]}::uuid[])`, { limit: SHOWN });
  return { items: items.map((it) => sessionLineOf(it, words)), total };
}

async function toConfirm(call: Call, words: Lexicon): Promise<MyDesk['toConfirm']> {
  const { person } = call.actor;
  if (person === null) return { items: [], total: 0 };
  const span = { from: addDays(call.today, -UNRECORDED_DAYS_BACK), to: call.today };
  const sessions = await sessionRows(call, span,
    sql`status = 'toConfirm' AND recorded_by IS DISTINCT FROM ${person} AND organisation_id = ANY(${[...(await ownDesks(call, 'confirmSessions'))]}::uuid[])`, { limit: SHOWN });
  const makeUps = (await waitingMakeUps(call, await ownDesks(call, 'recordSessions'))).filter((it) => it.person !== person);
  const cards = await personCards(call.tx, [...sessions.items.flatMap((it) => it.recordedBy ?? []), ...makeUps.map((it) => it.person)]);
  const names = new Map((await sessionRowsOf(call, makeUps.map((it) => it.session))).map((it) => [it.session, it]));
  const ofSessions = sessions.items.map((row): MyDesk['toConfirm']['items'][number] => ({
    kind: 'session', fact: row.session, version: row.version, ...headOf(row, words), person: null,
    recordedBy: row.recordedBy === null ? null : cards.get(row.recordedBy)?.name ?? null, recordedOn: row.recordedOn ?? row.state.day,
  }));
  const ofMakeUps = makeUps.flatMap((it): MyDesk['toConfirm']['items'] => {
    const row = names.get(it.session);
    const card = cards.get(it.person);
    return row && card ? [{ kind: 'makeUp', fact: it.makeUp, version: it.version, ...headOf(row, words), person: card, recordedBy: card.name, recordedOn: it.recordedOn }] : [];
  });
  return { items: [...ofSessions, ...ofMakeUps].slice(0, SHOWN), total: sessions.total + ofMakeUps.length };
}

const headOf = (row: SessionRow, words: Lexicon) => ({
  session: row.session, organisation: { id: row.organisation, name: row.organisationName }, day: row.state.day,
  activities: words.activities(row.state.activities, row.state.day), topic: row.text?.topic ?? '',
});

async function sessionRowsOf(call: Call, sessions: readonly string[]): Promise<SessionRow[]> {
  if (sessions.length === 0) return [];
  return (await sessionRows(call, { from: addDays(call.today, -366), to: call.today }, sql`fact_id = ANY(${[...sessions]}::uuid[])`, { limit: 100 })).items;
}
