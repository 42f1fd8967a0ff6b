import type { Language } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

/** When and by whom a file was taken away, as the file itself says it: a copy that is found somewhere tells whose it was. */
export async function takenBy({ tx, actor, now }: Call, language: Language): Promise<string> {
  const person = await tx.one<{ name: string }>(sql`SELECT name FROM person WHERE id = ${actor.person}`);
  const when = clock.format(now);
  if (language === 'zh') return `${when} 由${person ? `${person.name}（${actor.userName}）` : ` ${actor.userName} `}导出`;
  return `taken ${when} by ${person ? `${person.name} (${actor.userName})` : actor.userName}`;
}

/** The same for a file without names, which a program reads. */
export const takenAway = ({ actor, now }: Call): { readonly at: string; readonly by: string } => ({ at: clock.format(now), by: actor.userName });
