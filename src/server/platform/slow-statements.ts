import type { Logger } from 'pino';
import type { SlowStatements } from './database.ts';
import { StartRefusal } from './start-refusal.ts';

const SLOW_MS = 1000;
/** Enough to find it in the sources. */
const CHARACTERS_MOST = 400;

/**
 * Statements that take at least SLOW_STATEMENT_MS leave one line of the log each, whatever its level: which operation asked,
 * for which bureau, how long, and the text with its places for values. The values stay out, people stand in them (T15).
 * @throws StartRefusal for a setting that is no number. Undefined when it is 0.
 */
export function slowStatements(env: Readonly<Record<string, string | undefined>>, log: Logger): SlowStatements | undefined {
  const least = Number(env['SLOW_STATEMENT_MS'] || SLOW_MS);
  if (!Number.isInteger(least) || least < 0) throw new StartRefusal({
    zh: `SLOW_STATEMENT_MS 应为毫秒数，如 1000，0 表示不记，现为“${env['SLOW_STATEMENT_MS']}”。`,
    en: `SLOW_STATEMENT_MS is a number of milliseconds such as 1000, or 0 for none, not "${env['SLOW_STATEMENT_MS']}".`,
  });
  if (least === 0) return undefined;
  return {
    took: (ms, { schema, acting: { operation, requestId }, text }) => {
      if (ms < least) return;
      log.warn({ schema, operation, requestId, ms: Math.round(ms), statement: text.replaceAll(/\s+/g, ' ').trim().slice(0, CHARACTERS_MOST) }, 'slow statement');
    },
  };
}
