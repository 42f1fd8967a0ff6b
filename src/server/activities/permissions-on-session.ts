import type { ActName } from '#domain/access/acts.ts';
import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { refuseActivity } from '#domain/activities/refusals.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import type { Standing } from './rights.ts';
import type { SessionRow } from './session-reads.ts';

type May = SessionRecord['may'];

/** What the page offers, each with the sentence why not: the same sentences that the use cases refuse with. */
export function permissionsOn(
  { actor }: Call, row: SessionRow, standing: Standing, confirmations: SessionRecord['confirmations'], participants: SessionRecord['participants'],
): May {
  const { stage } = row.state;
  const gone = row.status === 'withdrawn';
  const held = stage === 'held' && !gone;
  const rightTo = (act: ActName, also: Words | null = null): May['record'] => {
    const permission = standing.may(act);
    const why = permission.allowed ? also : permission.words;
    return { allowed: why === null, why };
  };
  const right: typeof rightTo = (act, also) => ({ ...rightTo(act, also), ...(gone ? { allowed: false } : {}) });
  const mine = participants.find(({ person }) => person.id === actor.person);
  return {
    record: held ? no : right('recordSessions'),
    amend: held ? right('recordSessions') : no,
    confirm: held ? right('confirmSessions', notToConfirm(row, actor.person, confirmations)) : no,
    restore: gone ? rightTo(takingBack(stage)) : no,
    withdraw: right(takingBack(stage)),
    recordMakeUp: held ? right('recordSessions') : no,
    proposeMakeUp: mine !== undefined && mine.owes !== null,
    confirmMakeUp: held ? right('recordSessions') : no,
  };
}

/** Who planned a session takes it back while it is only planned; of a record, who records. */
export const takingBack = (stage: FactState<'session'>['stage']): ActName => (stage === 'arranged' ? 'planSessions' : 'recordSessions');

const no: May['record'] = { allowed: false, why: null };

function notToConfirm({ recordedBy, version }: SessionRow, person: string | null, confirmations: SessionRecord['confirmations']): Words | null {
  if (person === null) return refuseActivity('NoPersonBehind', {}).refusal.words;
  if (recordedBy === person) return refuseActivity('OwnRecord', {}).refusal.words;
  if (confirmations.some((it) => it.mine && it.version === version)) return refuseActivity('AlreadyConfirmed', {}).refusal.words;
  return null;
}
