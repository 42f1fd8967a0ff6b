import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import { sightIn } from '#domain/assessments/sight.ts';
import { withholdLeaves } from '#domain/assessments/withhold-leaves.ts';
import { yearOf } from '#domain/calendar/civil-date.ts';
import type { readSelfCheck as contract, SelfCheckView } from '#domain/months/self-check-contract.ts';
import { textOf, versionsOf } from '#server/facts/fact-reads.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { yearInclusionOf } from '#server/orgs/inclusion-reads.ts';
import { lastDayUpTo } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { groundsNames } from '#server/points/grounds-name-reads.ts';
import { hashOfGrounds, knownAt } from '#server/points/known-reads.ts';
import { namesOf } from '#server/points/points-reads.ts';
import { type BranchMonth, branchMonth, branchMonthNow, committeeOf, deputiesOn, remindedOf, type SelfCheckEntry, selfChecksOf, standingFor } from './self-check-reads.ts';

/** The sheet of a branch's month: filled in from facts, with what was pinned and what it is now. */
export async function readSelfCheck(call: Call, { organisation, period }: z.output<typeof contract.input>): Promise<SelfCheckView> {
  const { tx, actor, today } = call;
  const above = await demandIn(call, 'readSelfChecks', organisation, await lastDayUpTo(tx, organisation, today));
  const now = await branchMonthNow(tx, organisation, period, today);
  const [entry] = await selfChecksOf(tx, [organisation], period);
  const pinned = entry ? branchMonth(await knownAt(tx, entry.state.asOfSeq), organisation, period) : null;
  const shown = pinned ?? now;
  const tree = shown.version.scheme.indicators;
  const grounds = tree ? withholdLeaves(shown.grounds, tree, shown.version.registers, sightIn(actor, above)) : null;
  const { state, opens, due, provisional } = await standingFor(call, organisation, period);
  const deputies = await deputiesOn(tx, organisation, today);
  const confirming = may(actor, 'confirmSelfChecks', above).allowed;
  const open = state !== 'notYet' && (entry === undefined || entry.state.stage === 'filled' || entry.state.stage === 'returned');
  return {
    organisation: { id: organisation, name: (await namesOf(tx, [], [organisation]))[organisation] ?? '' }, period, state, opens, due, provisional,
    inclusion: await yearInclusionOf(tx, above, yearOf(period)),
    stage: entry?.state.stage ?? 'none', selfCheck: entry?.factId ?? null, version: entry?.version ?? null,
    filed: entry?.state.filed ?? null, filedOn: entry?.state.filedOn ?? null, seconds: entry?.state.seconds ?? null,
    scheme: { label: shown.version.scheme.label, version: shown.version.scheme.version },
    asOf: entry ? { seq: entry.state.asOfSeq, day: entry.state.date } : null,
    recomputes: entry === undefined || (pinned !== null && hashOfGrounds(pinned.grounds) === entry.state.groundsHash),
    total: entry ? entry.state.total : now.grounds.value, now: now.grounds.value, full: shown.grounds.full,
    aspects: await aspectsOf(call, shown, now, entry),
    grounds, names: grounds ? await groundsNames(tx, grounds, now.schemes) : {},
    history: await historyOf(call, entry),
    reminded: (await remindedOf(tx, [organisation], period)).get(organisation) ?? null,
    deputy: deputies[0] ? { name: deputies[0].name, to: deputies[0].to } : null,
    candidates: confirming ? await committeeOf(tx, organisation, today) : [],
    may: {
      fill: open && may(actor, 'fillSelfChecks', above).allowed && !confirming,
      confirm: open && (confirming || deputies.some(({ deputy }) => deputy === actor.person)) && !(entry?.state.stage === 'filled' && entry.recordedBy === actor.person),
      review: entry?.state.stage === 'submitted' && may(actor, 'reviewSelfChecks', above).allowed,
      delegate: confirming,
    },
  };
}

async function aspectsOf({ tx }: Call, shown: BranchMonth, now: BranchMonth, entry: SelfCheckEntry | undefined): Promise<SelfCheckView['aspects']> {
  const current = new Map(now.aspects.flatMap(({ items }) => items).map(({ id, value }) => [id, value]));
  const marks = new Map(entry?.state.items.map(({ item, mark }) => [item, mark]) ?? []);
  const notes = entry ? await wordsIn(tx, entry, 'notes') : {};
  const reasons = entry && entry.state.returned.length > 0 ? await wordsIn(tx, entry, 'reasons') : {};
  return shown.aspects.map(({ id, label, items }) => ({ aspect: id, label, items: items.map((item) => ({
    item: item.id, label: item.label, full: item.full, mark: marks.get(item.id) ?? (entry ? null : item.value), now: current.get(item.id) ?? null, state: item.state,
    lacks: item.lacks.map(({ words }) => words), feeds: item.feeds, note: notes[item.id] ?? '', returned: entry?.state.returned.includes(item.id) ? reasons[item.id] ?? '' : null,
  })) }));
}

/** The latest words of a kind beside the log, item by item. */
async function wordsIn(tx: Call['tx'], { factId, version }: SelfCheckEntry, kind: 'notes' | 'reasons'): Promise<Record<string, string>> {
  for (let at = version; at > 0; at -= 1) {
    const found = (await textOf(tx, factId, at))?.[kind];
    if (typeof found === 'object' && found !== null) return Object.fromEntries(Object.entries(found).map(([item, words]) => [item, String(words)]));
  }
  return {};
}

async function historyOf({ tx }: Call, entry: SelfCheckEntry | undefined): Promise<SelfCheckView['history']> {
  if (!entry) return [];
  const versions = (await versionsOf(tx, entry.factId)).filter((it) => it.kind === 'selfCheck');
  const names = await namesOf(tx, versions.flatMap(({ recordedBy }) => recordedBy ?? []), []);
  return versions.map(({ state, recordedOn, recordedBy }) => ({ stage: state.stage, on: recordedOn, by: recordedBy === null ? null : names[recordedBy] ?? null }));
}
