import { createHash } from 'node:crypto';
import { refuseScheme } from '#domain/schemes/refusals.ts';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { readScheme } from './read-scheme.ts';

/**
 * Puts a scheme into force from the first day of a month. The text is kept under its hash; the log names it.
 * @throws SchemeHasProblems with every place, SchemeVersionTaken, SchemeNotFromFirst.
 */
export async function adoptScheme(call: Call, input: { text: string; from: CivilDate }): Promise<{ fact: string; version: number }> {
  const read = readScheme(input.text);
  if (!('scheme' in read)) {
    const places = read.problems.map((it) => ({ at: `${it.line}:${it.column}`, words: it.words }));
    throw refuseScheme('SchemeHasProblems', { count: places.length }, places);
  }
  if (!input.from.endsWith('-01')) throw refuseScheme('SchemeNotFromFirst', {});
  const { scheme } = read;
  const hash = createHash('sha256').update(input.text).digest('hex');
  const taken = await call.tx.one<{ text_hash: string }>(sql`
    SELECT text_hash FROM scheme_adoption WHERE scheme = ${scheme.id} AND version = ${scheme.version}`);
  if (taken) throw refuseScheme('SchemeVersionTaken', { version: scheme.version });
  await call.tx.run(sql`INSERT INTO scheme_text (hash, text) VALUES (${hash}, ${input.text}) ON CONFLICT (hash) DO NOTHING`);
  const entry = await recordFact(call, {
    kind: 'schemeAdoption', state: { scheme: scheme.id, version: scheme.version, textHash: hash, from: input.from },
  });
  call.audit({ kind: 'schemeAdoption', id: entry.factId, details: { version: scheme.version } });
  return { fact: entry.factId, version: scheme.version };
}
