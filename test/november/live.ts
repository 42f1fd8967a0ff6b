import { recordSession, reportNotHeld, readRecordForm, amendSession, listSessions } from '#domain/activities/contract.ts';
import { arrangeSessions } from '#domain/activities/arrangement-contract.ts';
import { confirmMakeUp, readSessionRecord, recordMakeUp } from '#domain/activities/record-contract.ts';
import { dissolveOrganisation, readOrganisation } from '#domain/orgs/contract.ts';
import { endPost, enterPerson, readPerson, transferPerson } from '#domain/people/contract.ts';
import { recordRegisterEntry } from '#domain/registers/contract.ts';
import { declareStudyStop } from '#domain/rota/stop-contract.ts';
import { confirmWaiting, type idsOf } from './moving-in.ts';
import type { OwnBureau } from './own-bureau.ts';

export type Ids = Awaited<ReturnType<typeof idsOf>>;

/** The bureau at work: what its people do by the forms, in the words of the organisations and numbers. */
export interface AtWork { readonly bureau: OwnBureau; readonly ids: Ids }

export interface Held {
  readonly activities: readonly string[];
  readonly day: string;
  readonly away?: Readonly<Record<string, readonly ['absent' | 'excused' | 'late', string | null]>>;
  readonly host?: string;
  readonly minuteTaker?: string | null;
  readonly speakers?: readonly string[];
  readonly contents?: readonly string[];
  readonly agenda?: readonly boolean[];
}

const times: Readonly<Record<string, readonly [string, string]>> = { mondayStudy: ['19:00', '21:00'], committeeMeeting: ['15:00', '16:00'], groupMeeting: ['08:30', '09:30'], themePartyDay: ['14:30', '16:30'], memberAssembly: ['15:00', '16:30'], partyLecture: ['15:00', '16:30'] };
const titlesOf = (agenda: readonly boolean[]) => agenda.map((firstItem, at) => ({ title: firstItem ? '传达学习重要讲话' : `议题${at + 1}`, firstItem }));

/** A session that was held, complete unless it says otherwise; one that was arranged is recorded as that one. */
export async function hold({ bureau, ids }: AtWork, by: string, organisation: string, held: Held): Promise<string> {
  const caller = await bureau.as(by);
  const place = ids.organisation(organisation);
  const [from = '15:00', to = '16:30'] = times[held.activities[0] ?? ''] ?? [];
  const { items } = await caller.call(listSessions, { from: held.day, to: held.day, organisation: place });
  const arranged = items.find(({ organisation: { id }, status }) => id === place && (status === 'arranged' || status === 'toRecord'));
  const version = arranged ? (await caller.call(readSessionRecord, { session: arranged.session })).version : null;
  const { session } = await caller.call(recordSession, {
    organisation: place, arranged: arranged && version !== null ? { session: arranged.session, version } : null, activities: [...held.activities], contents: [...held.contents ?? ['theory']], topic: '政治理论', period: held.day.slice(0, 7), reason: '',
    sittings: [{ day: held.day, from, to, place: '' }], host: ids.person(held.host ?? by), minuteTaker: held.minuteTaker === null ? null : ids.person(held.minuteTaker ?? by), speakers: (held.speakers ?? []).map(ids.person), exchanges: [], attendees: [],
    lecturer: '', material: '', otherAttendees: '', agenda: titlesOf(held.agenda ?? []), resolutions: [], discussion: '',
    marks: Object.entries(held.away ?? {}).map(([number, [mark, reason]]) => ({ person: ids.person(number), mark, reason, sitting: 0 })), allPresent: true,
  });
  return session;
}

/** An imported session gets what its sheet could not say. */
export async function complete({ bureau, ids }: AtWork, by: string, organisation: string, day: string, over: { agenda?: readonly boolean[]; speakers?: readonly string[]; contents?: readonly string[] }): Promise<void> {
  const caller = await bureau.as(by);
  const place = ids.organisation(organisation);
  const { items } = await caller.call(listSessions, { from: day, to: day, organisation: place });
  const session = items[0]?.session ?? '';
  const { record, version } = await caller.call(readRecordForm, { organisation: place, session });
  await caller.call(amendSession, { ...record, topic: record.topic || '政治理论', session, version: version ?? 0, ...(over.agenda ? { agenda: titlesOf(over.agenda) } : {}), ...(over.speakers ? { speakers: over.speakers.map(ids.person) } : {}), ...(over.contents ? { contents: [...over.contents] } : {}) });
}

export async function notHeld({ bureau, ids }: AtWork, by: string, organisation: string, day: string): Promise<void> {
  const caller = await bureau.as(by);
  const { items } = await caller.call(listSessions, { from: day, to: day, organisation: ids.organisation(organisation) });
  const { version } = await caller.call(readSessionRecord, { session: items[0]?.session ?? '' });
  await caller.call(reportNotHeld, { session: items[0]?.session ?? '', version, reason: '监区突发情况，全员在岗' });
}

export async function makeUp({ bureau, ids }: AtWork, by: string, session: string, person: string, day: string, confirmer: string): Promise<void> {
  const { makeUp: id, proposed } = await (await bureau.as(by)).call(recordMakeUp, { session, person: ids.person(person), day, way: 'reading' });
  if (proposed) await (await bureau.as(confirmer)).call(confirmMakeUp, { makeUp: id, version: 1 });
}

export interface Line { readonly persons?: Readonly<Record<string, string | null>>; readonly values?: Readonly<Record<string, string | boolean>>; readonly until?: string | null }
export async function enter({ bureau, ids }: AtWork, by: string, confirmer: string, register: string, organisation: string, day: string, line: Line = {}): Promise<void> {
  const { waiting } = await (await bureau.as(by)).call(recordRegisterEntry, {
    organisation: ids.organisation(organisation), register, day, until: line.until ?? null, reason: '', values: { ...line.values },
    persons: Object.entries(line.persons ?? {}).map(([number, as]) => ({ person: ids.person(number), as })),
  });
  if (waiting) await confirmWaiting(bureau, register, confirmer);
}

/** The office arranges the five Mondays of November for all, and stops the sixteenth. */
export async function arrangeNovember({ bureau, ids }: AtWork, by: string, branches: readonly string[]): Promise<void> {
  const caller = await bureau.as(by);
  const rows = ['02', '09', '16', '23', '30'].map((day) => ({ day: `2026-11-${day}`, from: '19:00', to: '21:00', activities: ['mondayStudy'], contents: [], topic: '政治理论', place: '', lecturer: '', material: '' }));
  await caller.call(arrangeSessions, { organisation: ids.organisation('机关党委'), organisations: branches.map(ids.organisation), rows });
  await caller.call(declareStudyStop, { organisation: ids.organisation('机关党委'), activities: ['mondayStudy'], day: '2026-11-16', movedTo: null, document: '清公党通〔2026〕31号' });
}

/** A transfer, known late: into another branch or group. */
export async function move({ bureau, ids }: AtWork, by: string, number: string, organisation: string, group: string | null, from: string): Promise<void> {
  const caller = await bureau.as(by);
  const { memberships: [newest] } = await caller.call(readPerson, { person: ids.person(number) });
  if (!newest) throw new Error(`${number} belongs nowhere`);
  await caller.call(transferPerson, { person: ids.person(number), version: newest.version, organisation: ids.organisation(organisation), group: group === null ? null : ids.organisation(group), stage: newest.stage, staffKind: newest.staffKind, from });
}

export async function leavePost({ bureau, ids }: AtWork, by: string, number: string, to: string): Promise<void> {
  const caller = await bureau.as(by);
  const { posts: [held] } = await caller.call(readPerson, { person: ids.person(number) });
  if (held) await caller.call(endPost, { post: held.id, version: held.version, to });
}

export async function dissolve({ bureau, ids }: AtWork, by: string, organisation: string, day: string): Promise<void> {
  const caller = await bureau.as(by);
  const { organisation: { version } } = await caller.call(readOrganisation, { organisation: ids.organisation(organisation), day });
  await caller.call(dissolveOrganisation, { organisation: ids.organisation(organisation), version, day });
}

export async function join({ bureau, ids }: AtWork, by: string, number: string, name: string, organisation: string, from: string): Promise<void> {
  await (await bureau.as(by)).call(enterPerson, { number, name, gender: 'male', birthDate: null, details: { joinedParty: '2019-05-05' }, organisation: ids.organisation(organisation), group: null, stage: 'full', staffKind: 'officer', from });
}
