import type { z } from 'zod';
import { may } from '#domain/access/policy.ts';
import type { Period } from '#domain/calendar/civil-date.ts';
import { addMonths, lastOfMonth } from '#domain/calendar/civil-date.ts';
import { hasRunOut } from '#domain/calendar/working-days.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import { refuseFact } from '#domain/facts/refusals.ts';
import { EVALUATOR } from '#domain/months/evaluator-version.ts';
import { filingOf } from '#domain/months/filing.ts';
import { dueDay } from '#domain/months/month-state.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import type { confirmSelfCheck as confirmContract, fillSelfCheck as fillContract, reviewSelfCheck as reviewContract } from '#domain/months/self-check-contract.ts';
import { calendarBetween } from '#server/calendar/calendar-reads.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { lineage } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { hashOfGrounds, knownAt } from '#server/points/known-reads.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';
import { branchMonth, deputiesOn, type SelfCheckEntry, selfChecksOf, standingFor } from './self-check-reads.ts';

type SelfCheck = FactState<'selfCheck'>;
type Notes = readonly { item: string; words: string }[];

/**
 * 填报: what facts prove to the month's end is pinned, item by item; nothing can be typed over, a note only explains.
 * @throws SelfCheckNotOpen, SelfCheckMonthLocked, SelfCheckWithOffice, NoIndicators, FactChanged
 */
export async function fillSelfCheck(call: Call, { organisation, period, version, notes }: z.output<typeof fillContract.input>): Promise<{ selfCheck: string; version: number }> {
  await demandIn(call, 'fillSelfChecks', organisation);
  const { before, state } = await prepared(call, organisation, period, version);
  return write(call, before, { ...state, stage: 'filled' }, { notes: asText(notes) });
}

/**
 * 审核并提交 by the secretary, or by who acts for him: the one button when facts prove everything.
 * @throws SelfCheckByOther, and what filling in refuses
 */
export async function confirmSelfCheck(call: Call, { organisation, period, version, seconds }: z.output<typeof confirmContract.input>) {
  await demandConfirming(call, organisation);
  const { before, state } = await prepared(call, organisation, period, version);
  if (before?.state.stage === 'filled' && before.recordedBy === call.actor.person) throw refuseMonth('SelfCheckByOther', {});
  const filed = state.filed ?? (await isLate(call, period) ? 'late' : 'onTime');
  const next = { ...state, stage: 'submitted' as const, filed, filedOn: state.filedOn ?? call.today, seconds };
  return { ...(await write(call, before, next, undefined)), filed };
}

/** 通过, or 退回 with a reason for each item. @throws SelfCheckNotSubmitted, ReturnNeedsReason, FactChanged */
export async function reviewSelfCheck(call: Call, { selfCheck, version, verdict, reasons }: z.output<typeof reviewContract.input>): Promise<{ version: number }> {
  const entry = await factOf(call.tx, 'selfCheck', selfCheck);
  if (!entry) throw refuse('NotFound', {});
  await demandIn(call, 'reviewSelfChecks', entry.state.organisation);
  if (entry.state.stage !== 'submitted') throw refuseMonth('SelfCheckNotSubmitted', {});
  if (entry.version !== version) throw refuseFact('FactChanged', { read: version, current: entry.version });
  const returned = reasons.map(({ item }) => item).filter((item) => entry.state.items.some((it) => it.item === item));
  if (verdict === 'return' && returned.length === 0) throw refuseMonth('ReturnNeedsReason', {});
  const state: SelfCheck = verdict === 'pass' ? { ...entry.state, stage: 'locked', returned: [] } : { ...entry.state, stage: 'returned', returned };
  return { version: (await write(call, entry, state, verdict === 'pass' ? undefined : { reasons: asText(reasons) })).version };
}

async function demandConfirming(call: Call, organisation: string): Promise<void> {
  const { person } = call.actor;
  const above = await lineage(call.tx, organisation, call.today);
  if (may(call.actor, 'confirmSelfChecks', above).allowed) return;
  const acting = person !== null && (await deputiesOn(call.tx, organisation, call.today)).some(({ deputy }) => deputy === person);
  if (!acting) await demandIn(call, 'confirmSelfChecks', organisation);
}

/** The branch's month as it may be filed now, pinned to what the log knows at this moment. */
async function prepared(call: Call, organisation: string, period: Period, version: number | null): Promise<{ before: SelfCheckEntry | undefined; state: SelfCheck }> {
  const seq = await pinSeq(call.tx);
  await demandOpen(call, organisation, period);
  const [before] = await selfChecksOf(call.tx, [organisation], period);
  if ((before?.version ?? null) !== version) throw refuseFact('FactChanged', { read: version ?? 0, current: before?.version ?? 0 });
  if (before?.state.stage === 'submitted' || before?.state.stage === 'locked') throw refuseMonth('SelfCheckWithOffice', {});
  const month = branchMonth(await knownAt(call.tx, seq), organisation, period);
  const { scheme } = month.version;
  return { before, state: {
    organisation, period, stage: 'filled', items: month.aspects.flatMap(({ items }) => items).map(({ id, value }) => ({ item: id, mark: value })), total: month.grounds.value,
    scheme: scheme.id, schemeVersion: scheme.version, evaluator: EVALUATOR, asOfSeq: seq, date: lastOfMonth(period), groundsHash: hashOfGrounds(month.grounds),
    filedOn: before?.state.filedOn ?? null, filed: before?.state.filed ?? null, returned: before?.state.returned ?? [], seconds: before?.state.seconds ?? null,
  } };
}

async function demandOpen(call: Call, organisation: string, period: Period): Promise<void> {
  const { state, opens } = await standingFor(call, organisation, period);
  if (state === 'notYet') throw refuseMonth('SelfCheckNotOpen', { opens });
  if (state !== 'locked') return;
  const granted = await call.tx.one(sql`SELECT 1 FROM late_filing_grant WHERE period = ${period} AND to_day >= ${call.today}
    AND organisation_id = ANY(${[...(await lineage(call.tx, organisation, call.today))]}::uuid[]) LIMIT 1`);
  if (granted === undefined) throw refuseMonth('SelfCheckMonthLocked', { period });
}

async function isLate({ tx, today }: Call, period: Period): Promise<boolean> {
  const calendar = await calendarBetween(tx, `${period}-01`, `${addMonths(period, 3)}-01`);
  return hasRunOut(dueDay(period, calendar, filingOf(await schemeOn(tx, `${period}-01`))), today);
}

async function write(call: Call, before: SelfCheckEntry | undefined, state: SelfCheck, text: Record<string, unknown> | undefined) {
  const entry = before
    ? await amendFact(call, { kind: 'selfCheck', factId: before.factId, version: before.version, state, text })
    : await recordFact(call, { kind: 'selfCheck', state, text });
  call.audit({ kind: 'selfCheck', id: entry.factId, organisation: state.organisation, details: { window: state.period, version: entry.version } });
  return { selfCheck: entry.factId, version: entry.version };
}

const asText = (notes: Notes): Record<string, string> => Object.fromEntries(notes.map(({ item, words }) => [item, words]));
