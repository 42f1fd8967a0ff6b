import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import type { listObjections as contract, ObjectionLine } from '#domain/objections/list-contract.ts';
import { isOpen } from '#domain/objections/objection-rules.ts';
import { lineage, subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { joined, sql, type Sql } from '#server/platform/sql.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { aboutWords } from './disputed-words.ts';
import { clockFor, type ObjectionEntry, objectionsWhere } from './objection-reads.ts';
import { answeringAct, isAgainst, reviewingAct } from './objection-rights.ts';
import { resultObjections } from './result-objection-reads.ts';
import { statementObjections } from './statement-objection-reads.ts';

/** What a list needs to know of an objection, wherever it is dealt with. */
type Listed = Pick<ObjectionEntry, 'factId' | 'version' | 'state'>;

/** Objections as lists show them. */
export async function linesOf(call: Call, entries: readonly Listed[]): Promise<ObjectionLine[]> {
  const clock = await clockFor(call, entries);
  const words = await aboutWords(call.tx, entries.map(({ state }) => state));
  const people = entries.flatMap(({ state: { subject } }) => (subject.kind === 'person' ? subject.id : []));
  const places = entries.flatMap(({ state: { subject, organisation } }) => [organisation, ...(subject.kind === 'branch' ? [subject.id] : [])]);
  const names = await namesOf(call.tx, people, places);
  return entries.map(({ factId, version, state }) => {
    const { standing, deadline, overdue, daysLeft } = clock.of(state);
    return {
      objection: factId, version, matter: state.matter, label: words(state), subject: { ...state.subject, name: names[state.subject.id] ?? '' },
      organisation: { id: state.organisation, name: names[state.organisation] ?? '' }, body: state.body, standing, verdict: state.verdict, raisedOn: state.raisedOn,
      deadline: deadline?.day ?? null, provisional: deadline?.provisional ?? false, daysLeft, overdue,
    };
  });
}

/** So many are shown of those that are done. */
const DONE_MOST = 200;

/** One's own objections, or those that one's office answers or reviews: of open ones that whose day comes first, else the latest. */
export async function listObjections(call: Call, { list }: z.output<typeof contract.input>): Promise<z.output<typeof contract.output>> {
  const { tx } = call;
  const objections = await objectionsWhere(tx, list === 'own' ? await ownWhere(call) : await officeWhere(call));
  const onStatements = await statementObjections(tx, list === 'own' ? sql`s.person_id = ${call.actor.person}` : await statementWhere(call));
  const onResults = await resultObjections(tx, list === 'own' ? sql`r.person_id = ${call.actor.person}` : await resultWhere(call));
  const entries: readonly Listed[] = [
    ...onStatements.map(({ statement, ...it }) => ({ factId: statement, ...it })), ...onResults.map(({ result, ...it }) => ({ factId: result, ...it })), ...objections.filter(({ state }) => !isAgainst(call.actor, state)),
  ];
  const lines = await linesOf(call, entries);
  const statements = new Set(onStatements.map(({ statement }) => statement));
  const evaluations = new Map(onResults.map(({ result, organisation, year }) => [result, { organisation, year }]));
  const above = await lineages(call, lines);
  const shown = lines.map((line, at) => ({
    ...line, ...roleIn(call, entries[at], line, above.get(line.organisation.id) ?? []), statement: statements.has(line.objection) ? line.objection : null,
    evaluation: evaluations.get(line.objection) ?? null,
  }));
  const open = shown.filter(({ standing }) => isOpen(standing)).toSorted(byDeadline);
  const items = list === 'open' ? open : (list === 'own' ? shown : shown.filter(({ standing }) => !isOpen(standing))).toReversed();
  return { items: items.slice(0, DONE_MOST), waiting: shown.filter(({ toMove }) => toMove).length };
}

const byDeadline = (left: ObjectionLine, right: ObjectionLine): number =>
  (left.deadline ?? left.raisedOn) < (right.deadline ?? right.raisedOn) ? -1 : 1;

async function ownWhere({ tx, actor, today }: Call): Promise<Sql> {
  const branches = await subtree(tx, scopesOf(actor, 'raiseObjections'), today);
  return sql`raised_by = ${actor.person} OR (subject_kind = 'person' AND subject_id = ${actor.person}) OR (subject_kind = 'branch' AND subject_id = ANY(${[...branches]}::uuid[]))`;
}

async function statementWhere({ tx, actor, today }: Call): Promise<Sql> {
  const below = await subtree(tx, [...scopesOf(actor, 'answerObjections'), ...scopesOf(actor, 'reviewObjections')], today);
  return sql`s.organisation_id = ANY(${[...below]}::uuid[])`;
}

async function resultWhere({ tx, actor, today }: Call): Promise<Sql> {
  return sql`r.organisation_id = ANY(${[...(await subtree(tx, scopesOf(actor, 'answerResults'), today))]}::uuid[])`;
}

async function officeWhere({ tx, actor, today }: Call): Promise<Sql> {
  const conditions: Sql[] = [];
  for (const body of ['branch', 'office'] as const) {
    const below = await subtree(tx, [...scopesOf(actor, answeringAct({ body })), ...scopesOf(actor, reviewingAct({ body }))], today);
    conditions.push(sql`(organisation_id = ANY(${[...below]}::uuid[]) AND stage <> 'withdrawn' AND fact_id IN (
      SELECT fact_id FROM fact WHERE kind = 'objection' AND state->>'body' = ${body}))`);
  }
  return joined(conditions, ' OR ');
}

/** What stands above each organisation that answers, asked once of each. */
async function lineages({ tx, today }: Call, lines: readonly ObjectionLine[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const above = new Map<string, readonly string[]>();
  for (const organisation of new Set(lines.map((line) => line.organisation.id))) above.set(organisation, await lineage(tx, organisation, today));
  return above;
}

/** Whether it waits for the reader; that he may have to stand aside is said on its own page. */
function roleIn({ actor }: Call, entry: Listed | undefined, { standing }: ObjectionLine, above: readonly string[]): { mine: boolean; toMove: boolean } {
  if (!entry) return { mine: false, toMove: false };
  const { state } = entry;
  const mine = actor.person !== null && (state.raisedBy === actor.person || state.subject.id === actor.person);
  const reply = standing === 'raised' && may(actor, answeringAct(state), above).allowed;
  const decide = (standing === 'appealed' || standing === 'unanswered') && may(actor, reviewingAct(state), above).allowed;
  return { mine, toMove: !mine && (reply || decide) };
}
