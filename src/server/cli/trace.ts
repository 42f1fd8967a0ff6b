import { randomUUID } from 'node:crypto';
import { founder } from '#server/demo/founder.ts';
import type { AuditSubject } from '#server/platform/call.ts';
import { systemClock } from '#server/platform/clock.ts';
import { openDatabase } from '#server/platform/database.ts';
import { perform } from '#server/platform/perform.ts';

/** What an operator did to the whole installation stands in the trail of every bureau. */
export async function leaveTrace(appUrl: string, bureaus: readonly { readonly code: string }[], operation: 'takeBackup' | 'restoreBackup', subject: AuditSubject): Promise<void> {
  const database = openDatabase(appUrl, 1);
  try {
    for (const { code } of bureaus) {
      await perform(database, { bureau: code, actor: founder, now: systemClock(), requestId: randomUUID(), reactions: [], operation }, async (call) => call.audit(subject));
    }
  } finally {
    await database.end();
  }
}
