import { addDays, addMonths, isWithin, periodOf } from '#domain/calendar/civil-date.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { type Act, type By, type Day, type Held, levelsOf, type Line } from '#test/histories/acts.ts';
import { adopt, type Bureau } from '#test/histories/bureau.ts';
import type { Entering } from '#test/log-book.ts';

const FIRST_MONDAY = '2026-01-05';

type Performing = { readonly [Does in Act['does']]: (bureau: Bureau, act: Extract<Act, { does: Does }>) => void };

const performing: Performing = {
  nothing: () => {},
  hold: (bureau, { at, held, by }) => {
    const places = [...bureau.branches, ...bureau.branches, ...bureau.branches, ...bureau.groups, ...bureau.committees, bureau.root];
    const session = bureau.book.record('session', stateOf(bureau, chosen(places, at), held), entering(bureau, by));
    bureau.sessions.push(session);
    bureau.loose.push(session);
  },
  amend: (bureau, { which, held, by }) => {
    const before = latestSession(bureau, chosen(bureau.sessions, which));
    if (before && before.change !== 'withdrawn') bureau.book.amend('session', before.factId, stateOf(bureau, before.state.organisation, held), entering(bureau, by));
  },
  withdraw: (bureau, { which, by }) => {
    const factId = chosen(bureau.loose, which);
    const latest = bureau.book.entries.findLast((entry) => entry.factId === factId);
    if (latest && latest.change !== 'withdrawn' && latest.kind !== 'schemeAdoption') bureau.book.withdraw(factId, entering(bureau, by));
  },
  confirm: (bureau, { which, actor }) => {
    const factId = chosen(bureau.loose, which);
    const recorder = bureau.book.entries.findLast((entry) => entry.factId === factId)?.recordedBy ?? null;
    if (factId !== '') bureau.loose.push(bureau.book.confirm(factId, actor === null ? recorder : chosen(bureau.people, actor)));
  },
  excuse: (bureau, { person, day, days, reason, by }) => {
    const from = dayOf(day);
    const state = { person: chosen(bureau.people, person), reason, from, to: addDays(from, days) };
    bureau.loose.push(bureau.book.record('leave', state, entering(bureau, by)));
  },
  makeUp: (bureau, { which, person, after, by }) => {
    const session = latestSession(bureau, chosen(bureau.sessions, which));
    if (!session) return;
    const state = { session: session.factId, person: chosen(bureau.people, person), day: addDays(session.state.day, after), way: 'replay' } as const;
    bureau.loose.push(bureau.book.record('makeUp', state, entering(bureau, by)));
  },
  transfer: (bureau, { person, to, day }) => transfer(bureau, chosen(bureau.people, person), chosen(bureau.branches, to), dayOf(day)),
  second: (bureau, { person, to, day, days, by }) => {
    const from = dayOf(day);
    const state = { person: chosen(bureau.people, person), organisation: chosen(bureau.branches, to), from, to: addDays(from, days) };
    bureau.loose.push(bureau.book.record('secondment', state, entering(bureau, by)));
  },
  close: (bureau, { persons, day, days, by }) => {
    const from = dayOf(day);
    const state = { persons: [...new Set(persons.map((one) => chosen(bureau.people, one)))], from, to: addDays(from, days), studyAtPost: false };
    bureau.loose.push(bureau.book.record('closedDuty', state, entering(bureau, by)));
  },
  stop: (bureau, { scope, day }) => {
    const scopes = [bureau.root, ...bureau.committees, ...bureau.branches];
    bureau.loose.push(bureau.book.record('studyStop', { scope: chosen(scopes, scope), activities: ['mondayStudy'], day: dayOf(day), movedTo: null }));
  },
  appoint: (bureau, { person, at, day }) => {
    const state = { person: chosen(bureau.people, person), organisation: chosen(bureau.branches, at), post: 'organiser', from: dayOf(day), to: null } as const;
    bureau.loose.push(bureau.book.record('post', state));
  },
  move: (bureau, { branch, to, day }) => {
    const before = bureau.book.entries.findLast((one) => one.factId === chosen(bureau.branches, branch));
    const from = dayOf(day);
    if (before?.kind !== 'organisation' || before.state.placements.some((placement) => placement.from >= from)) return;
    const placements = [...before.state.placements, { parent: chosen(bureau.committees, to), from }];
    bureau.book.amend('organisation', before.factId, { ...before.state, placements });
  },
  enter: (bureau, { line, at, by }) => {
    const entry = bureau.book.record('record', lineOf(bureau, chosen(bureau.branches, at), line), entering(bureau, by));
    bureau.lines.push(entry);
    bureau.loose.push(entry);
  },
  correct: (bureau, { which, line, by }) => {
    const before = bureau.book.entries.findLast(({ factId }) => factId === chosen(bureau.lines, which));
    if (before?.kind !== 'record' || before.change === 'withdrawn') return;
    bureau.book.amend('record', before.factId, lineOf(bureau, before.state.organisation, line), entering(bureau, by));
  },
  handOut: (bureau, { person, day, days, handedIn, stage, by }) => {
    const from = dayOf(day);
    const state = {
      organisation: chosen(bureau.branches, person), person: chosen(bureau.people, person), day: from, until: addDays(from, days), stage,
      handedInOn: stage === 'accepted' ? addDays(from, handedIn) : null,
    };
    bureau.loose.push(bureau.book.record('assignment', state, entering(bureau, by)));
  },
  adopt: (bureau, { version, month }) => adopt(bureau, version, `2026-${String(month).padStart(2, '0')}-01`),
};

export function perform(bureau: Bureau, act: Act): void {
  const run: (bureau: Bureau, act: never) => void = performing[act.does];
  run(bureau, act as never);
}

/** A transfer, also one that is known late: it ends the spell of that day and drops what came after it. */
function transfer({ book, spells }: Bureau, person: string, organisation: string, day: string): void {
  const known = spells.get(person) ?? [];
  const index = known.findIndex(({ state }) => isWithin(day, state));
  const spell = known[index];
  if (!spell || spell.state.organisation === organisation || spell.state.from === day) return;
  for (const { factId } of known.splice(index + 1)) book.withdraw(factId);
  const state = { ...spell.state, organisation, group: null, from: day, to: null };
  spell.state = { ...spell.state, to: addDays(day, -1) };
  book.amend('membership', spell.factId, spell.state);
  known.push({ factId: book.record('membership', state), state });
}

function stateOf(bureau: Bureau, organisation: string, held: Held): FactState<'session'> {
  const day = dayOf(held.day);
  const named = (one: number | null) => (one === null ? [] : [chosen(bureau.people, one)]);
  return {
    organisation, arrangement: null, stage: 'held', activities: [...held.activities], contents: [], day,
    period: held.lateForPeriod && day >= '2026-02-01' ? addMonths(periodOf(day), -1) : periodOf(day),
    sittings: [{ day, from: '19:00', to: '21:00' }],
    host: named(held.host)[0] ?? null, minuteTaker: null, speakers: named(held.speaker), exchanges: named(held.exchange),
    attendees: named(held.guest), marks: marksOf(bureau, organisation, day, held), allPresent: false, agenda: [], resolutions: [],
  };
}

function lineOf(bureau: Bureau, organisation: string, { register, persons, day, level, matter }: Line): FactState<'record'> {
  const named = [...new Set(persons.map((one) => chosen(bureau.people, one)))];
  const levels: readonly string[] = levelsOf[register];
  return {
    register, organisation, day: dayOf(day), until: null, persons: named.map((person) => ({ person, as: null })),
    values: { [register === 'volunteer' ? 'service' : 'document']: `#${String(matter).padStart(16, '0')}`, ...(levels[level] === undefined ? {} : { level: levels[level] }) },
  };
}

/** Marks for whoever was at home somewhere that day; `none` is somebody whom the recorder forgot. */
function marksOf({ people, spells, branches, groups }: Bureau, organisation: string, day: string, { marks }: Held): FactState<'session'>['marks'] {
  const belongs = (person: string) => (spells.get(person) ?? []).some(({ state }) =>
    isWithin(day, state) && (branches.includes(organisation) ? state.organisation === organisation
      : groups.includes(organisation) ? state.group === organisation : true));
  return people.flatMap((person, index) => {
    const mark = marks[index % marks.length] ?? 'none';
    return mark === 'none' || !belongs(person) ? [] : [{ person, mark, reason: mark === 'excused' ? 'calledOut' : null, sitting: 0 }];
  });
}

function latestSession({ book }: Bureau, factId: string) {
  const entry = book.entries.findLast((one) => one.factId === factId);
  return entry?.kind === 'session' ? entry : null;
}

function entering({ people }: Bureau, { actor, standing }: By): Entering {
  return { by: actor === null ? null : chosen(people, actor), standing };
}

function dayOf({ week, offset }: Day): string {
  return addDays(FIRST_MONDAY, week * 7 + offset);
}

function chosen(among: readonly string[], number: number): string {
  return among[number % Math.max(1, among.length)] ?? '';
}
