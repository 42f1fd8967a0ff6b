import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { emptyText } from '#domain/activities/empty-text.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { voteOutcome } from '#domain/activities/vote-outcome.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Call } from '#server/platform/call.ts';
import { candidatesOf, effectsIn, evaluationOf, takingPart } from './attendance-reads.ts';
import { sourcesOf } from './grid/grid-batch-reads.ts';
import { confirmationsOf, versionLines } from './history-of-session.ts';
import { type PersonCard, personCards } from './name-reads.ts';
import { participantsOf } from './participants-of-session.ts';
import { permissionsOn } from './permissions-on-session.ts';
import { demandReading } from './rights.ts';
import { lateDaysOf, type SessionRow, sessionRow } from './session-reads.ts';
import { studiedTitles } from './study-reads.ts';

/** 会议记录: one session as it stands, with everything that the reader may know of it. @throws NotFound for a stranger. */
export async function readSessionRecord(call: Call, input: { session: string }): Promise<SessionRecord> {
  const row = await sessionRow(call, input.session);
  if (!row) throw refuse('NotFound', {});
  const { state } = row;
  const standing = await demandReading(call, row.organisation, state.day);
  const held = state.stage === 'held' && row.status !== 'withdrawn';
  const candidates = held ? await candidatesOf(call.tx, row.organisation, state.day) : [];
  const evaluation = await evaluationOf(call, [...new Set([...candidates, ...takingPart(state)])], [state.day, `${state.period}-01`]);
  const words = lexicon(evaluation.schemes);
  const participants = held ? await participantsOf(call, row, evaluation, standing) : [];
  const confirmations = await confirmationsOf(call, row.session);
  const cards = await personCards(call.tx, namedIn(row));
  const versions = await versionLines(call, row.session);
  // Newest first: by whom and when it was filled in, whoever amended, withdrew or restored it since.
  const first = versions.findLast(({ stage }) => stage !== 'arranged');
  return {
    session: row.session, version: row.version, organisation: { id: row.organisation, name: row.organisationName },
    arrangement: state.arrangement, status: row.status,
    activities: words.activities(state.activities, state.day), contents: words.contents(state.contents, state.day),
    studied: await studiedOf(call, state.studied ?? []),
    day: state.day, period: state.period, allPresent: state.allPresent,
    ...contentOf(row, cards),
    counts: held ? countsOf(participants) : null, participants,
    recorded: first === undefined ? null : { by: first.by, on: first.on, lateDays: lateDaysOf(state.day, first.on) },
    source: (await sourcesOf(call.tx, [row.session])).get(row.session) ?? null,
    confirmations, versions,
    may: permissionsOn(call, row, standing, confirmations, participants),
    effects: held ? [...effectsIn(evaluation, row.session, state.day)] : [],
  };
}

async function studiedOf(call: Call, studied: NonNullable<SessionRow['state']['studied']>): Promise<SessionRecord['studied']> {
  const titles = await studiedTitles(call, studied.map(({ of }) => of));
  return studied.map((it) => ({ ...it, title: titles.get(it.of) ?? '' }));
}

function namedIn({ state: { host, minuteTaker, speakers, exchanges, attendees } }: SessionRow): string[] {
  return [host, minuteTaker, ...speakers, ...exchanges, ...attendees].filter((it) => it !== null);
}

/** Parts, agenda, resolutions and free text, each text at the place of its entry in the state. */
function contentOf({ state, text: kept }: SessionRow, cards: ReadonlyMap<string, PersonCard>) {
  const text = kept ?? emptyText;
  const card = (person: string | null): PersonCard | null => (person === null ? null : cards.get(person) ?? null);
  const all = (persons: readonly string[]): PersonCard[] => persons.flatMap((person) => card(person) ?? []);
  return {
    topic: text.topic, reason: text.reason, lecturer: text.lecturer, material: text.material, otherAttendees: text.otherAttendees, discussion: text.discussion,
    sittings: state.sittings.map((it, at) => ({ ...it, place: text.places[at] ?? '' })),
    host: card(state.host), minuteTaker: card(state.minuteTaker),
    speakers: all(state.speakers), exchanges: all(state.exchanges), attendees: all(state.attendees),
    agenda: state.agenda.map(({ firstItem }, at) => ({ firstItem, title: text.agenda[at] ?? '' })),
    resolutions: state.resolutions.map(({ vote }, at) => ({
      text: text.resolutions[at] ?? '', vote: vote === null ? null : { ...vote, outcome: voteOutcome(vote) } })),
  };
}

function countsOf(participants: SessionRecord['participants']): NonNullable<SessionRecord['counts']> {
  const count = (status: SessionRecord['participants'][number]['status']): number => participants.filter((it) => it.status === status).length;
  const [present, madeUp, excused, absent] = [count('present'), count('madeUp'), count('excused'), count('absent')];
  return { expected: present + madeUp + absent, present, madeUp, excused, absent };
}
