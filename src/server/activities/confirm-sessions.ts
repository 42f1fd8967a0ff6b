import type { z } from 'zod';
import type { confirmSessions as contract } from '#domain/activities/to-confirm-contract.ts';
import type { Call } from '#server/platform/call.ts';
import { confirmSession } from './confirm-session.ts';

/** Whoever brought a year in from its sheets leaves dozens of records behind: one look at the list confirms them, or none. @throws as confirmSession */
export async function confirmSessions(call: Call, { sessions }: z.output<typeof contract.input>): Promise<{ confirmed: number }> {
  for (const each of sessions) await confirmSession(call, each);
  return { confirmed: sessions.length };
}
