import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { Refused } from '#domain/contracts/refusal.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { Correctable, ObjectionView, previewCorrection as previewContract, readCorrectable as correctableContract, readObjection as contract } from '#domain/objections/contract.ts';
import type { ObjectionLine } from '#domain/objections/list-contract.ts';
import { demandImpartial, isOpen } from '#domain/objections/objection-rules.ts';
import { correctionWords } from '#domain/objections/fact-words.ts';
import { refuseObjection } from '#domain/objections/refusals.ts';
import type { Words } from '#domain/words/words.ts';
import type { Correctings } from '#server/facts/correcting.ts';
import { lastEntries, textsOf, versionsOf } from '#server/facts/fact-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { groundsInSight, shownGrounds } from '#server/points/shown-grounds-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { selectionsWhere, struckFrom } from '#server/selections/selection-reads.ts';
import { correctionPlan, factToCorrect, waysFor } from './correction-plan.ts';
import { type DisputedNumber, disputedNumber, factsOfItem } from './disputed-number.ts';
import { factWords } from './disputed-words.ts';
import { linesOf } from './objection-lines.ts';
import type { ObjectionEntry } from './objection-reads.ts';
import { answeringAct, involvementOf, reviewingAct, seenObjection, type SeenObjection } from './objection-rights.ts';

/** An objection with its course and what may be done about it, for those whose it is and those who answer or review it. @throws NotFound */
export async function readObjection(call: Call, { objection }: z.output<typeof contract.input>, correctings: Correctings): Promise<ObjectionView> {
  const seen = await seenObjection(call, objection);
  const { entry: { state } } = seen;
  const [line] = await linesOf(call, [seen.entry]);
  if (!line) throw new Error('an objection has a line');
  const disputed = state.about.kind === 'fact' ? await factIn(call, state.about.fact) : null;
  const names = await namesOf(call.tx, [state.raisedBy, ...(state.subject.kind === 'person' ? [state.subject.id] : [])], []);
  const { may: mayDo, notYou } = await permissions(call, seen, line.standing, disputed);
  return {
    ...line,
    detail: disputed && disputed.change !== 'withdrawn' ? (await waysFor(call, state, disputed, correctings)).detail : null,
    raisedBy: names[state.raisedBy] ?? '', person: state.subject.kind === 'person' ? { id: state.subject.id, name: names[state.subject.id] ?? '' } : null,
    disputed: disputed && { kind: disputed.kind, fact: disputed.factId }, listing: await listingOf(call, state),
    history: await historyOf(call, seen.entry), correction: await correctionOf(call, seen.entry),
    candidates: mayDo.reply || mayDo.decide ? await candidatesOf(call, seen.entry) : [], may: mayDo, notYou,
  };
}

/** Whom an objection to a notice is about, and whether he was taken off it. */
async function listingOf(call: Call, { about }: ObjectionEntry['state']): Promise<ObjectionView['listing']> {
  if (about.kind !== 'listing') return null;
  const [selection] = await selectionsWhere(call, sql`s.id = ${about.selection}`);
  const names = await namesOf(call.tx, [about.person], []);
  return { selection: about.selection, year: selection?.year ?? 0, name: names[about.person] ?? '', struck: selection !== undefined && struckFrom(selection, [about.person]).length > 0 };
}

const factIn = async (call: Call, fact: string): Promise<LogEntry | null> => (await lastEntries(call.tx, sql`fact_id = ${fact}`))[0] ?? null;

async function permissions(call: Call, { entry, above, own }: SeenObjection, standing: ObjectionLine['standing'], disputed: LogEntry | null): Promise<Pick<ObjectionView, 'may' | 'notYou'>> {
  const reply = standing === 'raised' && may(call.actor, answeringAct(entry.state), above).allowed;
  const decide = (standing === 'appealed' || standing === 'unanswered') && may(call.actor, reviewingAct(entry.state), above).allowed;
  const notYou = reply || decide ? await whyNotYou(call, entry, disputed) : null;
  return {
    may: { reply: reply && notYou === null, decide: decide && notYou === null, requestReview: own && standing === 'answered', withdraw: own && isOpen(standing) },
    notYou,
  };
}

/** The sentence with which the use case would refuse, so that the page can say it beforehand. */
async function whyNotYou(call: Call, entry: ObjectionEntry, disputed: LogEntry | null): Promise<Words | null> {
  const involved = await involvementOf(call, entry, disputed);
  try {
    demandImpartial(entry.state, call.actor.person, involved);
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.refusal.words;
    throw error;
  }
}

async function historyOf({ tx }: Call, { factId }: ObjectionEntry): Promise<ObjectionView['history']> {
  const versions = (await versionsOf(tx, factId)).filter((it) => it.kind === 'objection');
  const names = await namesOf(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []), []);
  const textAt = await textsOf(tx, factId);
  return versions.map(({ version, state, recordedBy, recordedOn }) => {
    const words = textAt(version)?.['words'];
    return { kind: state.stage, on: recordedOn, by: recordedBy === null ? null : names[recordedBy] ?? null, verdict: state.verdict, words: typeof words === 'string' ? words : '' };
  });
}

async function correctionOf(call: Call, { state: { correction, subject } }: ObjectionEntry): Promise<ObjectionView['correction']> {
  if (correction === null) return null;
  const versions = await versionsOf(call.tx, correction.fact);
  const written = versions.find(({ version }) => version === correction.version);
  if (!written) return null;
  const label = factWords(await adoptedSchemes(call.tx), written);
  return { kind: written.kind, ...correction, words: correctionWords(label, written, subject.kind === 'person' ? subject.id : null) };
}

/** So many facts of one item can be chosen from. */
const CANDIDATES_MOST = 400;

async function candidatesOf(call: Call, { state: { about, subject, organisation } }: ObjectionEntry): Promise<ObjectionView['candidates']> {
  if (about.kind === 'listing') return [];
  const ids = about.kind === 'fact' ? [about.fact] : about.kind === 'item' ? await factsOfItem(call, subject.id, about.year, about.item) : await factsOfMonth(call, subject.id, organisation, about.period);
  const schemes = await adoptedSchemes(call.tx);
  const entries = await lastEntries(call.tx, sql`fact_id = ANY(${ids}::uuid[]) AND kind IN ('session', 'record', 'draw', 'makeUp', 'leave', 'assignment', 'checkSheet') AND NOT withdrawn`);
  return entries.toSorted((left, right) => (left.day < right.day ? -1 : 1)).slice(0, CANDIDATES_MOST).map((entry) => ({ fact: entry.factId, label: factWords(schemes, entry) }));
}

/** What a month may have wrong about somebody: the sessions of his branch and whatever names him. */
async function factsOfMonth({ tx }: Call, person: string, organisation: string, period: string): Promise<string[]> {
  const rows = await tx.many<{ id: string }>(sql`
    SELECT fact_id AS id FROM fact WHERE period = ${period} AND organisation_id = ${organisation} AND kind = 'session' AND state->>'stage' = 'held'
    UNION SELECT f.fact_id FROM fact_person named JOIN fact f ON f.fact_id = named.fact_id WHERE named.person_id = ${person} AND f.period = ${period}`);
  return rows.map(({ id }) => id);
}

/** A fact as it stands with the ways in which it can be put right, for those who decide. @throws NotFound, CorrectionNotAllowed, FactWithdrawn */
export async function readCorrectable(call: Call, { objection, fact }: z.output<typeof correctableContract.input>, correctings: Correctings): Promise<Correctable> {
  const { entry: { state } } = await demandDeciding(call, objection, fact);
  const entry = await factToCorrect(call, fact);
  const label = factWords(await adoptedSchemes(call.tx), entry);
  return { fact, kind: entry.kind, day: entry.day, label, version: entry.version, ...(await waysFor(call, state, entry, correctings)) };
}

/** "更正后:16.00 → 16.40", before anything is written. @throws what the correction refuses */
export async function previewCorrection(call: Call, { objection, fact, correction }: z.output<typeof previewContract.input>, correctings: Correctings): Promise<z.output<typeof previewContract.output>> {
  const { entry: { state }, above } = await demandDeciding(call, objection, fact);
  const plan = await correctionPlan(call, state, await factToCorrect(call, fact), correction, correctings);
  const before = await disputedNumber(call, state);
  const after = plan.entry === null ? before : await disputedNumber(call, state, [plan.entry]);
  const shown = ({ grounds, version }: DisputedNumber): Grounds | null => (grounds === null ? null : state.subject.kind === 'person'
    ? shownGrounds(call.actor, above, grounds, version)
    : groundsInSight(call.actor, above, grounds, version?.trees.get('indicators')?.total ?? null, version?.registers ?? new Map()));
  const schemes = await adoptedSchemes(call.tx);
  const [groundsBefore, groundsAfter] = [shown(before), shown(after)];
  const names = { ...(groundsBefore ? await groundsNames(call.tx, groundsBefore, schemes) : {}), ...(groundsAfter ? await groundsNames(call.tx, groundsAfter, schemes) : {}) };
  return { label: before.label, before: before.value, after: after.value, groundsBefore, groundsAfter, names };
}

/** Only who answers or reviews looks into what could be put right, and only at the facts in question. @throws CorrectionNotAllowed */
async function demandDeciding(call: Call, objection: string, fact: string): Promise<SeenObjection> {
  const seen = await seenObjection(call, objection);
  const { entry } = seen;
  const acts = [answeringAct(entry.state), reviewingAct(entry.state)];
  const known = acts.some((act) => may(call.actor, act, seen.above).allowed) && (await candidatesOf(call, entry)).some((it) => it.fact === fact);
  if (!known) throw refuseObjection('CorrectionNotAllowed', {});
  return seen;
}
