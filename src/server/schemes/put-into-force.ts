import { createHash } from 'node:crypto';
import type { CivilDate } from '#domain/calendar/civil-date.ts';
import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { refuseDay } from '#domain/calendar/refusals.ts';
import { refuseScheme } from '#domain/schemes/refusals.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import { recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { demandSound, firstMonthOfForce } from './scheme-reads.ts';
import { withHead } from './with-head.ts';

interface Adopting {
  readonly text: string;
  readonly from: CivilDate;
  readonly version?: number | undefined;
  /** 文号 */
  readonly document?: string | null | undefined;
  /** 试行 */
  readonly tentative?: boolean | undefined;
}

/**
 * Puts a scheme into force from the first day of a month. The text is what was decided, so the day and whatever else
 * the decision says of it are written into its head. It is kept under its hash; the log names it.
 * @throws SchemeHasProblems with every place, SchemeUnchanged, SchemeVersionTaken, SchemeNotFromFirst,
 *   SchemeBeforeOpenMonth, SchemeBeforeLatest, YearClosed.
 */
export async function putIntoForce(call: Call, adopting: Adopting): Promise<{ fact: string; version: number; hash: string }> {
  const { from } = adopting;
  if (!from.endsWith('-01')) throw refuseScheme('SchemeNotFromFirst', {});
  const text = decided(adopting);
  const { scheme } = demandSound(text);
  await demandPlace(call, scheme, text, from);
  const hash = createHash('sha256').update(text).digest('hex');
  await call.tx.run(sql`INSERT INTO scheme_text (hash, text) VALUES (${hash}, ${text}) ON CONFLICT (hash) DO NOTHING`);
  const entry = await recordFact(call, {
    kind: 'schemeAdoption', state: { scheme: scheme.id, version: scheme.version, textHash: hash, from },
  });
  call.audit({ kind: 'schemeAdoption', id: entry.factId, details: { version: scheme.version, from } });
  return { fact: entry.factId, version: scheme.version, hash };
}

/** The text as it was decided on; not a letter of it moves where it says all of that already. @throws SchemeHasProblems */
function decided({ text, from, version, document, tentative }: Adopting): string {
  const { scheme, takesEffect } = demandSound(text);
  const says = takesEffect === from && scheme.version === (version ?? scheme.version) && (document === undefined || scheme.document === document)
    && scheme.tentative === (tentative ?? scheme.tentative);
  return says ? text : withHead(text, { takesEffect: from, version, document, tentative });
}

/** Versions follow each other, so that what a past month was counted by is found by its day alone. */
async function demandPlace(call: Call, scheme: Scheme, text: string, from: CivilDate): Promise<void> {
  const { tx, today } = call;
  const year = firstOpenDay(today);
  if (from < year) throw refuseDay('YearClosed', { day: from, open: year });
  const open = await firstMonthOfForce(call);
  if (from < open) throw refuseScheme('SchemeBeforeOpenMonth', { from, open });
  // Two adoptions at the same moment: the second sees the first. The same row as for the tree, because it is never removed.
  await tx.many(sql`SELECT fact_id FROM fact WHERE kind = 'organisation' ORDER BY fact_id LIMIT 1 FOR UPDATE`);
  const latest = await tx.one<{ version: number | null; from: CivilDate | null }>(sql`
    SELECT max(version) FILTER (WHERE scheme = ${scheme.id}) AS version, max(from_day) AS "from" FROM scheme_adoption`);
  await demandChange(call, scheme, text);
  if (latest?.version && scheme.version <= latest.version) throw refuseScheme('SchemeVersionTaken', { version: scheme.version, latest: latest.version });
  if (latest?.from && from < latest.from) throw refuseScheme('SchemeBeforeLatest', { from, latest: latest.from });
}

/**
 * The same rules once more are no new version, but two clicks of somebody who did not see the first. A document of its own, or the
 * end of the trial, is a decision although no rule moves.
 */
async function demandChange({ tx }: Call, scheme: Scheme, text: string): Promise<void> {
  const [latest] = await tx.many<{ version: number; from: CivilDate; text: string }>(sql`
    SELECT a.version, a.from_day AS "from", t.text FROM scheme_adoption a JOIN scheme_text t ON t.hash = a.text_hash
    WHERE a.scheme = ${scheme.id} ORDER BY a.version DESC LIMIT 1`);
  if (!latest || bodyOf(latest.text) !== bodyOf(text)) return;
  const before = demandSound(latest.text).scheme;
  const isDecided = scheme.tentative !== before.tentative || (scheme.document !== null && scheme.document !== before.document);
  if (!isDecided) throw refuseScheme('SchemeUnchanged', { version: latest.version, from: latest.from });
}

/** A text without what a decision says of it, whatever its lines end in. */
const bodyOf = (text: string): string =>
  withHead(text.replaceAll('\r\n', '\n'), { version: 1, takesEffect: '2000-01-01', document: null, tentative: false }).replaceAll(/[ \t]+$/gm, '').trim();
