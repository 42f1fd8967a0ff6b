import type { z } from 'zod';
import { may, scopesOf } from '#domain/access/policy.ts';
import { sightIn } from '#domain/assessments/sight.ts';
import { withholdLeaves } from '#domain/assessments/withhold-leaves.ts';
import { weightOf } from '#domain/assessments/branch-score.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import type { listSheets as listContract, readSheet as readContract, SheetItem, SheetPage } from '#domain/spot-checks/sheet-contract.ts';
import { isMarkable, isOverMarked, type SheetItemState } from '#domain/spot-checks/sheet-rules.ts';
import { personCards } from '#server/activities/name-reads.ts';
import { textOf, versionsOf } from '#server/facts/fact-reads.ts';
import { subtree } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { joined, sql } from '#server/platform/sql.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { lastSeq } from '#server/points/points-reads.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { numberedNames } from './draw-reads.ts';
import { interestOf } from './judge-reads.ts';
import { groundsOfItem, marksOn, standingOn, type Standing } from './sheet-items.ts';
import { problemsOfSheet, sheetsWhere, sheetTextOf, type SheetText } from './sheet-reads.ts';
import { seenSheet, type SeenSheet } from './sheet-rights.ts';

/** Sheets of a draw that one may see; without a draw, those to fill in, to confirm, or to sign for. */
export async function listSheets(call: Call, { draw }: z.output<typeof listContract.input>): Promise<z.output<typeof listContract.output>> {
  const { tx, actor, today } = call;
  const all = await subtree(tx, scopesOf(actor, 'readSheets'), today);
  const desks = await subtree(tx, scopesOf(actor, 'readFeedback'), today);
  const signing = await subtree(tx, scopesOf(actor, 'signFeedback'), today);
  const judging = scopesOf(actor, 'markSheets').length > 0 && actor.person !== null;
  const mine = sql`EXISTS (SELECT 1 FROM check_sheet_judge j WHERE j.fact_id = s.fact_id AND j.person_id = ${judging ? actor.person : null})`;
  const condition = draw === undefined
    ? sql`((${mine} AND s.stage IN ('planned', 'marked')) OR (s.organisation_id = ANY(${[...signing]}::uuid[]) AND s.stage = 'sent'))`
    : joined([sql`s.draw_id = ${draw}`, sql`(${mine} OR s.organisation_id = ANY(${[...all]}::uuid[]) OR (s.organisation_id = ANY(${[...desks]}::uuid[]) AND s.stage IN ('sent', 'signed')))`], ' AND ');
  const found = await sheetsWhere(tx, condition);
  const people = await personCards(tx, found.flatMap(({ state }) => state.judges));
  return { items: found.map(({ sheet, state, number, name, problems, open }) => ({
    sheet, draw: state.draw, window: state.window, organisation: { id: state.organisation, name, number }, day: state.day, stage: state.stage,
    judges: state.judges.map((judge) => people.get(judge)?.name ?? ''), mine: actor.person !== null && state.judges.includes(actor.person), problems, open,
  })) };
}

/** One sheet: what facts made, what the branch said, what was found; with the grounds of each item as they were. @throws NotFound */
export async function readSheet(call: Call, { sheet }: z.output<typeof readContract.input>): Promise<SheetPage> {
  const { tx } = call;
  const seen = await seenSheet(call, sheet);
  const { entry: { state, version }, above } = seen;
  const versions = (await versionsOf(tx, sheet)).filter((it) => it.kind === 'checkSheet');
  const text = sheetTextOf(await textOf(tx, sheet, version));
  // Before anybody has marked, one sees what facts make today; afterwards what they made then.
  const planned = state.stage === 'planned';
  const day = planned ? (state.day > call.today ? call.today : state.day) : state.date;
  const standing = await standingOn(tx, state.organisation, state.window, day);
  const names = await numberedNames(tx, [state.organisation, ...above]);
  const signature = versions.find((it) => it.state.stage === 'signed');
  const people = await personCards(tx, [...state.judges, ...[state.markedBy, state.confirmedBy, signature?.recordedBy ?? null].filter((it) => it !== null)]);
  const named = (person: string | null): string | null => (person === null ? null : people.get(person)?.name ?? null);
  const { version: scheme } = standing.year;
  const { aspects, names: words } = await aspectsOf(call, seen, standing, planned ? marksOn(standing, state.items) : state.items, text);
  return {
    sheet, version, draw: state.draw, window: state.window, organisation: names.get(state.organisation) ?? { id: state.organisation, name: '', number: '' }, committee: names.get(above[1] ?? '')?.name ?? '',
    day: state.day, stage: state.stage, judges: state.judges.map((judge) => people.get(judge) ?? { id: judge, name: '', number: '' }), markedBy: named(state.markedBy), confirmedBy: named(state.confirmedBy),
    sentOn: versions.find((it) => it.state.stage === 'sent')?.recordedOn ?? null,
    signed: signature ? { by: named(signature.recordedBy) ?? '', on: signature.recordedOn, remark: text.remark } : null,
    selfPeriod: standing.selfPeriod, asOf: { seq: planned ? await lastSeq(tx) : state.asOfSeq, day }, scheme: { label: scheme?.scheme.label ?? { zh: '', en: '' }, version: state.schemeVersion },
    aspects, names: words, problems: await problemsIn(call, sheet, state, text), opinion: text.opinion, may: await permissions(call, seen),
  };
}

async function aspectsOf(call: Call, { above }: SeenSheet, standing: Standing, items: readonly SheetItemState[], text: SheetText): Promise<Pick<SheetPage, 'aspects' | 'names'>> {
  const { tree, grounds, version } = standing.year;
  const schemes = await adoptedSchemes(call.tx);
  const shown = withholdLeaves(grounds, tree, version?.registers ?? new Map(), sightIn(call.actor, above));
  const view: Standing = { ...standing, year: { ...standing.year, grounds: shown } };
  const found = new Map(items.map((one) => [one.item, one]));
  const aspects = tree.children.flatMap((aspect) => {
    const nodes = aspect.kind === 'rule' ? [aspect] : aspect.children;
    const own = nodes.flatMap((node): SheetItem[] => {
      const one = found.get(node.id);
      return one === undefined ? [] : [{
        ...one, full: one.full ?? weightOf(node), label: node.label, clause: node.clause, reason: text.reasons[node.id] ?? '', looked: text.looked[node.id] ?? '',
        markable: isMarkable(one), overMarked: isOverMarked(one), grounds: groundsOfItem(view, node.id),
      }];
    });
    return own.length === 0 ? [] : [{ aspect: aspect.id, label: aspect.label, items: own }];
  });
  return { aspects, names: await groundsNames(call.tx, shown, schemes) };
}

async function problemsIn(call: Call, sheet: string, state: FactState<'checkSheet'>, text: SheetText): Promise<SheetPage['problems']> {
  const opened = await problemsOfSheet(call.tx, sheet);
  if (opened.length > 0) return opened.map(({ problem, item, until, stage, text: words }) => ({ problem, item, what: words?.what ?? '', until, stage }));
  return state.problems.map(({ item, until }, at) => ({ problem: null, item, what: text.problems[at] ?? '', until, stage: null }));
}

async function permissions(call: Call, { entry: { state }, above, judge, office }: SeenSheet): Promise<SheetPage['may']> {
  const { tx, actor, today } = call;
  const because = judge && actor.person !== null ? await interestOf(tx, actor.person, state.organisation, state.day) : null;
  const free = judge && because === null;
  const name = actor.person === null ? '' : (await personCards(tx, [actor.person])).get(actor.person)?.name ?? '';
  const { stage } = state;
  return {
    mark: free && (stage === 'planned' || stage === 'marked') && state.day <= today, confirm: free && stage === 'marked' && state.markedBy !== actor.person,
    send: (judge || office) && stage === 'confirmed', sign: stage === 'sent' && may(actor, 'signFeedback', above).allowed, team: office && stage === 'planned',
    why: because !== null ? refuseSpotCheck('InterestedJudge', { name, because }).refusal.words
      : judge && stage === 'planned' && state.day > today ? refuseSpotCheck('CheckNotYet', { day: state.day }).refusal.words
      : judge && stage === 'marked' && state.markedBy === actor.person ? refuseSpotCheck('SheetByOther', {}).refusal.words : null,
  };
}
