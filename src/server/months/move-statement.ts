import type { z } from 'zod';
import { refuse } from '#domain/contracts/common-refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { LogEntryOf } from '#domain/facts/fact.ts';
import { refuseMonth } from '#domain/months/refusals.ts';
import type {
  answerObjection as answerContract, appealStatement as appealContract, confirmStatement as confirmContract, objectToStatement as objectContract,
  reviewObjection as reviewContract,
} from '#domain/months/statement-contract.ts';
import { demandAppealable, demandImpartial, demandWaiting } from '#domain/months/statement-rules.ts';
import { factOf } from '#server/facts/fact-reads.ts';
import { amendFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { demandIn } from '#server/orgs/act-reads.ts';
import { factsInMonth } from './month-facts.ts';
import { authorsOf, lineOf } from './statement-reads.ts';

type Entry = LogEntryOf<'statement'>;
type Moved = { version: number };

/** 确认本月积分: the member himself, while it waits for him. @throws StatementSettled, FactChanged */
export async function confirmStatement(call: Call, { statement, version }: z.output<typeof confirmContract.input>): Promise<Moved> {
  const entry = await own(call, statement);
  demandWaiting(entry.state, call.today);
  return move(call, entry, version, { stage: 'confirmed' });
}

/** 提出异议, on one entry of the month or because something is missing. @throws StatementSettled, EntryNotOfMonth, FactChanged */
export async function objectToStatement(call: Call, { statement, version, disputed, words }: z.output<typeof objectContract.input>): Promise<Moved> {
  const entry = await own(call, statement);
  demandWaiting(entry.state, call.today);
  if (disputed !== null && !(await factsInMonth(call.tx, entry)).some(({ fact }) => fact === disputed)) throw refuseMonth('EntryNotOfMonth', {});
  return move(call, entry, version, { stage: 'objected', disputed }, words);
}

/**
 * The branch answers. Upheld, the entry is put right by the room that owns it; an answer moves no number.
 * @throws NoObjectionOpen, OwnObjection, OwnEntryDisputed, FactChanged
 */
export async function answerObjection(call: Call, { statement, version, verdict, words }: z.output<typeof answerContract.input>): Promise<Moved> {
  const entry = await found(call, statement);
  await demandIn(call, 'answerObjections', entry.state.organisation);
  if (entry.state.stage !== 'objected') throw refuseMonth('NoObjectionOpen', {});
  demandImpartial(entry.state, call.actor.person, await authorsOf(call.tx, entry.state.disputed));
  const answered = (await lineOf(call, entry)).overdue ? 'late' : 'onTime';
  return move(call, entry, version, { stage: 'answered', verdict, answered }, words);
}

/** 申请复核: in time after the answer, or when none came. @throws ReviewNotOpen, FactChanged */
export async function appealStatement(call: Call, { statement, version, words }: z.output<typeof appealContract.input>): Promise<Moved> {
  const entry = await own(call, statement);
  demandAppealable(entry.state, (await lineOf(call, entry)).overdue);
  return move(call, entry, version, { stage: 'appealed' }, words);
}

/** 复核 by the organs committee; it is final. @throws NoObjectionOpen, OwnObjection, OwnEntryDisputed, FactChanged */
export async function reviewObjection(call: Call, { statement, version, verdict, words }: z.output<typeof reviewContract.input>): Promise<Moved> {
  const entry = await found(call, statement);
  await demandIn(call, 'reviewObjections', entry.state.organisation);
  if (entry.state.stage !== 'appealed') throw refuseMonth('NoObjectionOpen', {});
  demandImpartial(entry.state, call.actor.person, await authorsOf(call.tx, entry.state.disputed));
  return move(call, entry, version, { stage: 'reviewed', verdict }, words);
}

async function found(call: Call, statement: string): Promise<Entry> {
  const entry = await factOf(call.tx, 'statement', statement);
  if (!entry) throw refuse('NotFound', {});
  return entry;
}

/** Of another's statement nobody is told here that it exists. */
async function own(call: Call, statement: string): Promise<Entry> {
  const entry = await found(call, statement);
  if (entry.state.person !== call.actor.person) throw refuse('NotFound', {});
  return entry;
}

/** The numbers stay as they were published, whatever the stage; words stand beside the log. */
async function move(call: Call, { factId, state }: Entry, version: number, change: Partial<FactState<'statement'>>, words?: string): Promise<Moved> {
  const next = { ...state, ...change, movedOn: call.today };
  const entry = await amendFact(call, { kind: 'statement', factId, version, state: next, text: words === undefined ? undefined : { words } });
  call.audit({ kind: 'statement', id: factId, organisation: state.organisation, details: { window: state.period, version: entry.version } });
  return { version: entry.version };
}
