import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { weightOf } from '#domain/assessments/branch-score.ts';
import { standingOf } from '#domain/assessments/item-standing.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { Grounds } from '#domain/engine/evaluation.ts';
import { explain } from '#domain/engine/explain.ts';
import { branch } from '#domain/engine/subject.ts';
import { card } from '#domain/schemes/card.ts';
import type { PlanItemView, readTargetPlan as contract, TargetPlanView } from '#domain/targets/contract.ts';
import { targetOf } from '#domain/targets/item-target.ts';
import { isApplicable, peopleHere, type PlanItem } from '#domain/targets/plan-items.ts';
import { doneOf, isAssigned, isLate, planStateOf } from '#domain/targets/plan-standing.ts';
import { standardWords } from '#domain/targets/standard-words.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import { withNameKeys } from '#server/facts/name-key-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { cardsOf, namesOf } from '#server/points/points-reads.ts';
import { demandSight, mayFile } from './target-plan-rights.ts';
import { type PlanEntry, planGround, type PlanGround, plansOf, type PlanText, planTextOf } from './target-plan-reads.ts';

/** 年度任务分解表: what the branch planned of each item, how it stands and how far it is, from the same facts as its mark. */
export async function readTargetPlan(call: Call, { organisation, year }: z.output<typeof contract.input>): Promise<TargetPlanView> {
  const { tx, today } = call;
  const above = await demandSight(call, organisation);
  const [entry] = await plansOf(tx, [organisation], year);
  const ground = await planGround(call, organisation, year, 'everything');
  const state = entry?.state ?? null;
  const stage = state?.stage ?? 'none';
  const text = await planTextOf(tx, entry);
  const open = ground !== null && (year === yearOf(today) || year === yearOf(today) + 1);
  const fill = open && may(call.actor, 'fillTargetPlans', above).allowed;
  const aspects = ground === null ? [] : await aspectsOf(call, ground, entry, text);
  const items = aspects.flatMap((aspect) => aspect.items);
  return {
    organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' }, year, day: today,
    scheme: ground && { label: ground.version.scheme.label, version: ground.version.scheme.version },
    plan: entry?.factId ?? null, version: entry?.version ?? null, stage, filedOn: state?.filedOn ?? null, assignedOn: state?.assignedOn ?? null,
    late: state && ground && isLate(state, ground.deadlines), returned: stage === 'returned' ? text.reason : null,
    deadlines: ground?.deadlines ?? { filing: null, assigning: null },
    counts: {
      applicable: items.filter(({ asked }) => asked !== null).length, planned: items.filter(({ line }) => line !== null).length,
      assigned: (state?.lines ?? []).filter(isAssigned).length,
    },
    aspects, candidates: fill && ground ? await candidatesOf(call, ground) : [], history: await historyOf(call, entry),
    may: {
      fill, file: open && stage !== 'none' && stage !== 'filed' && (await mayFile(call, organisation, above)),
      return: open && stage === 'filed' && may(call.actor, 'returnTargetPlans', above).allowed,
    },
  };
}

async function aspectsOf(call: Call, ground: PlanGround, entry: PlanEntry | undefined, text: PlanText): Promise<TargetPlanView['aspects']> {
  const { place, tree, items } = ground;
  const whole = explain(place.reading, branch(place.organisation), place.year);
  const names = await namesOf(call.tx, (entry?.state.lines ?? []).flatMap(({ responsible }) => responsible ?? []), []);
  const here = peopleHere(place);
  return tree.children.map((aspect) => {
    const inside = items.filter((item) => item.aspect === aspect);
    const found = whole && below(whole, aspect.id);
    return {
      id: aspect.id, label: aspect.label, weight: weightOf(aspect),
      items: inside.flatMap((item) => {
        const grounds = found && (item.node === aspect ? found : below(found, item.node.id));
        return grounds ? [itemView({ call, ground, item, grounds, entry, text, names, here })] : [];
      }),
    };
  });
}

const below = ({ children }: Grounds, id: string): Grounds | null => children.find((child) => child.id === id) ?? null;

interface Viewing {
  readonly call: Call;
  readonly ground: PlanGround;
  readonly item: PlanItem;
  readonly grounds: Grounds;
  readonly entry: PlanEntry | undefined;
  readonly text: PlanText;
  readonly names: Readonly<Record<string, string>>;
  readonly here: ReadonlyMap<string, unknown>;
}

function itemView({ call: { today }, ground: { place, version }, item: { node }, grounds, entry, text, names, here }: Viewing): PlanItemView {
  const over = today >= `${place.year}-12-31`;
  const applicable = isApplicable(place, node);
  const line = entry?.state.lines.find(({ item }) => item === node.id) ?? null;
  const standing = standingOf(grounds, node, over);
  const done = applicable ? doneOf(place, node, grounds, over) : null;
  const { label, clause, guidance } = node;
  return {
    id: node.id, label, weight: weightOf(node), clause, guidance, rule: card(node, version.scheme), standard: applicable ? standardWords(place, node) : null,
    state: planStateOf({ applicable, line, standing, done }, today, over), progressToDate: applicable ? standing.progressToDate : null, done,
    asked: applicable ? { ...targetOf(place, node) } : null,
    line: line && {
      unit: line.unit, target: line.target, split: line.split, due: line.due, standard: text.standards[node.id] ?? '',
      responsible: line.responsible === null ? null : { id: line.responsible, name: names[line.responsible] ?? '', here: here.has(line.responsible) },
    },
  };
}

async function candidatesOf({ tx }: Call, { place }: PlanGround): Promise<TargetPlanView['candidates']> {
  const here = peopleHere(place);
  const named = await cardsOf(tx, [...here.keys()]);
  const order = [...here.keys()];
  const people = (await withNameKeys(tx, named)).map(({ id, name, key }) => ({ id, name, key, post: here.get(id) ?? null }));
  // The committee first, in the order of its posts; then everybody by number.
  return [...people.filter(({ post }) => post !== null).toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id)), ...people.filter(({ post }) => post === null)];
}

async function historyOf({ tx }: Call, entry: PlanEntry | undefined): Promise<TargetPlanView['history']> {
  if (!entry) return [];
  const versions = (await versionsOf(tx, entry.factId)).filter((it) => it.kind === 'targetPlan');
  const names = await namesOf(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []), []);
  return versions.map(({ version, state, recordedOn, recordedBy }) => ({ version, stage: state.stage, on: recordedOn, by: recordedBy === null ? null : names[recordedBy] ?? null }));
}
