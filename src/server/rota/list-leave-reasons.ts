import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { LeaveReasonRow } from '#domain/rota/absence-contract.ts';
import { leaveReasonsOf } from '#domain/rota/leave-reasons.ts';
import type { Call } from '#server/platform/call.ts';
import { schemeOn } from '#server/schemes/scheme-reads.ts';

/** What may be chosen as a reason of leave, in the order of the scheme; nothing before the first scheme. */
export async function listLeaveReasons(call: Call, { day }: { day?: CivilDate | undefined }): Promise<{ items: LeaveReasonRow[] }> {
  const scheme = await schemeOn(call.tx, day ?? call.today);
  const items = scheme ? leaveReasonsOf(scheme) : [];
  return { items: items.map(({ id, label, exempts, makeUp, shownAs }) => ({ id, ...label, exempts, makeUp, shownAs })) };
}
