import { createHash } from 'node:crypto';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { refuseScheme } from '#domain/schemes/refusals.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandSound } from './scheme-reads.ts';
import { withDocument } from './with-document.ts';

interface Adopting {
  readonly text: string;
  readonly from: CivilDate;
  /** 文号, where the text does not say it yet. */
  readonly document?: string | undefined;
}

/**
 * Puts a scheme into force from the first day of a month, which is the one that its text names: the text is what
 * was decided. It is kept under its hash; the log names it.
 * @throws SchemeHasProblems with every place, SchemeVersionTaken, SchemeNotFromFirst, SchemeOtherMonth,
 *   SchemeBeforeLatest, YearClosed.
 */
export async function putIntoForce(call: Call, adopting: Adopting): Promise<{ fact: string; version: number }> {
  const { from, document } = adopting;
  const text = document === undefined || demandSound(adopting.text).scheme.document === document ? adopting.text : withDocument(adopting.text, document);
  const { scheme, takesEffect } = demandSound(text);
  if (!from.endsWith('-01')) throw refuseScheme('SchemeNotFromFirst', {});
  if (from !== takesEffect) throw refuseScheme('SchemeOtherMonth', { from, takesEffect });
  await demandPlace(call, scheme, from);
  const hash = createHash('sha256').update(text).digest('hex');
  await call.tx.run(sql`INSERT INTO scheme_text (hash, text) VALUES (${hash}, ${text}) ON CONFLICT (hash) DO NOTHING`);
  const entry = await recordFact(call, {
    kind: 'schemeAdoption', state: { scheme: scheme.id, version: scheme.version, textHash: hash, from },
  });
  call.audit({ kind: 'schemeAdoption', id: entry.factId, details: { version: scheme.version, from } });
  return { fact: entry.factId, version: scheme.version };
}

/** Versions follow each other, so that what a past month was counted by is found by its day alone. */
async function demandPlace({ tx, today }: Call, scheme: Scheme, from: CivilDate): Promise<void> {
  const open = firstOpenDay(today);
  if (from < open) throw refuseDay('YearClosed', { day: from, open });
  // Two adoptions at the same moment: the second sees the first. The same row as for the tree, because it is never removed.
  await tx.many(sql`SELECT fact_id FROM fact WHERE kind = 'organisation' ORDER BY fact_id LIMIT 1 FOR UPDATE`);
  const latest = await tx.one<{ version: number | null; from: CivilDate | null }>(sql`
    SELECT max(version) FILTER (WHERE scheme = ${scheme.id}) AS version, max(from_day) AS "from" FROM scheme_adoption`);
  if (latest?.version && scheme.version <= latest.version) throw refuseScheme('SchemeVersionTaken', { version: scheme.version, latest: latest.version });
  if (latest?.from && from < latest.from) throw refuseScheme('SchemeBeforeLatest', { from, latest: latest.from });
}
