import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { schemeBook } from '#domain/engine/scheme-book.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { factLabels } from '#domain/facts/labels.ts';
import type { readStatement as contract, StatementView } from '#domain/months/statement-contract.ts';
import { standingOf } from '#domain/months/statement-rules.ts';
import type { AdoptedScheme } from '#domain/schemes/scheme.ts';
import { factOf, textsOf, versionsOf } from '#server/facts/fact-reads.ts';
import { yearInclusionOf } from '#server/orgs/inclusion-reads.ts';
import { lastLineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { hashOfGrounds, knownAt } from '#server/points/known-reads.ts';
import { logConcerning } from '#server/points/log-reads.ts';
import { cardsOf, namesOf } from '#server/points/points-reads.ts';
import { shownGrounds } from '#server/points/shown-grounds-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { factsAmong, type MonthFact } from './month-facts.ts';
import { monthReader, type MonthNumbers } from './pinned-points.ts';
import { authorsOf, changesSince, lineOf } from './statement-reads.ts';

type Entry = LogEntryOf<'statement'>;

/** One statement: what was published with its grounds, what has come since, and what may be done about it. */
export async function readStatement(call: Call, { statement }: z.output<typeof contract.input>): Promise<StatementView> {
  const { tx, actor } = call;
  const entry = await factOf(tx, 'statement', statement);
  if (!entry) throw refuse('NotFound', {});
  const { state } = entry;
  const above = await lastLineage(tx, state.organisation, call.today);
  const own = actor.person === state.person;
  if (!own && !may(actor, 'readPoints', above).allowed) throw refuse('NotFound', {});

  const known = await knownAt(tx, state.asOfSeq);
  const pinned = monthReader(known, state.period).of(state.person);
  const shown = pinned.grounds && !own ? shownGrounds(actor, above, pinned.grounds, schemeBook(known.schemes).forWindow(state.period)) : pinned.grounds;
  const now = await monthNow(call, state.person, state.period);
  const entries = factsAmong(pinned.grounds, state.period);
  const { overdue, ...line } = await lineOf(call, entry);
  const [person] = await cardsOf(tx, [state.person]);
  return {
    ...line,
    person: person ?? { id: state.person, name: '', number: '' },
    organisation: { id: state.organisation, name: (await namesOf(tx, [], [state.organisation]))[state.organisation] ?? '' },
    parts: state.parts.map((it) => ({ ...it, label: labelIn(pinned.grounds, it.part) })),
    scheme: { label: known.schemes.at(-1)?.scheme.label ?? { zh: state.scheme, en: state.scheme }, version: state.schemeVersion },
    inclusion: await yearInclusionOf(tx, above, yearOf(state.period)),
    asOf: { seq: state.asOfSeq, day: state.date }, issuedOn: state.issuedOn,
    grounds: shown, names: shown ? await groundsNames(tx, shown, known.schemes) : {},
    recomputes: hashOfGrounds(pinned.grounds) === state.groundsHash && pinned.total === state.total && pinned.month === state.month,
    now: { month: now.month, total: now.total, changes: await changesOf(call, entry, known.schemes) },
    disputed: state.disputed === null ? null : entries.find(({ fact }) => fact === state.disputed) ?? await factNamed(call, state.disputed),
    settled: await isSettled(call, entry),
    history: await historyOf(call, entry),
    entries,
    may: await permissions(call, entry, above, overdue),
  };
}

async function monthNow({ tx }: Call, person: string, period: string): Promise<MonthNumbers> {
  // The week of New Year has days of the year before, and what belongs to December may be held until March.
  const log = await logConcerning(tx, [person], `${yearOf(period) - 1}-12-01`, `${yearOf(period) + 1}-03-31`);
  return monthReader({ seq: Number.MAX_SAFE_INTEGER, log, schemes: await adoptedSchemes(tx) }, period).of(person);
}

const labelIn = (grounds: Grounds | null, part: string) => grounds?.children.find(({ id }) => id === part)?.label ?? { zh: part, en: part };

async function changesOf({ tx }: Call, { state }: Entry, schemes: readonly AdoptedScheme[]): Promise<MonthFact[]> {
  const words = new Map(schemes.flatMap(({ scheme }) => scheme.activities).map((it) => [it.id, it.label]));
  return (await changesSince(tx, state.person, state.period, state.asOfSeq)).map(({ activities, ...it }) => ({
    ...it, label: activities.flatMap((id) => words.get(id) ?? [])[0] ?? factLabels[it.kind] }));
}

async function factNamed({ tx }: Call, fact: string): Promise<MonthFact | null> {
  const last = (await versionsOf(tx, fact)).at(-1);
  return last ? { fact, kind: last.kind, day: last.day, label: factLabels[last.kind] } : null;
}

/** After an objection was upheld the disputed entry must be put right; that is its own room's business. */
async function isSettled({ tx }: Call, { seq, state }: Entry): Promise<boolean> {
  if (state.verdict !== 'upheld' || state.disputed === null) return false;
  return ((await versionsOf(tx, state.disputed)).at(-1)?.seq ?? 0) > seq;
}

async function historyOf({ tx, today }: Call, { factId }: Entry): Promise<StatementView['history']> {
  const versions = (await versionsOf(tx, factId)).filter((it) => it.kind === 'statement');
  const names = await namesOf(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []), []);
  const textAt = await textsOf(tx, factId);
  return versions.map(({ version, state, recordedBy, recordedOn }, at) => {
    const said = textAt(version);
    const own = at === 0 || state.stage === 'confirmed' ? '' : typeof said?.['words'] === 'string' ? said['words'] : '';
    return { stage: at === versions.length - 1 ? standingOf(state, today) : state.stage, on: recordedOn, by: recordedBy === null ? null : names[recordedBy] ?? null, verdict: state.verdict, words: own };
  });
}

async function permissions(call: Call, { state }: Entry, above: readonly string[], overdue: boolean): Promise<StatementView['may']> {
  const { actor, tx, today } = call;
  const own = actor.person === state.person;
  const waiting = own && standingOf(state, today) === 'issued';
  const impartial = actor.person !== null && !own && !(await authorsOf(tx, state.disputed)).includes(actor.person);
  return {
    confirm: waiting, object: waiting,
    answer: impartial && state.stage === 'objected' && may(actor, 'answerObjections', above).allowed,
    appeal: own && ((state.stage === 'answered' && !overdue) || (state.stage === 'objected' && overdue)),
    review: impartial && state.stage === 'appealed' && may(actor, 'reviewObjections', above).allowed,
  };
}
