import { readFileSync } from 'node:fs';
import type { LogEntry } from '#domain/facts/fact.ts';
import type { History } from '#test/histories.ts';
import { hashOf } from '#test/told-bureau.ts';

const SAMPLE = readFileSync('schemes/dezhou.yaml', 'utf8');
/** Three versions of the sample: the second shifts marks between its shares, the third bounds lectures by the month. */
export const texts = [SAMPLE, SAMPLE.replace('full: 16.00', 'full: 15.00').replace('full: 12.00', 'full: 13.00'),
  SAMPLE.replace('- { bound: ceiling, value: 4.00, per: year,', '- { bound: ceiling, value: 1.00, per: month, clause: 第九条第四项 }\n            - { bound: ceiling, value: 4.00, per: year,')]
  .map((text, at) => text.replace('version: 1', `version: ${at + 1}`));

/** The history as the database would have it: adoptions name the texts above, and a session is made up once by a person. */
export function asTold({ log }: History): readonly LogEntry[] {
  const first = new Map<string, string>();
  return log.flatMap((entry): LogEntry[] => {
    if (entry.kind === 'schemeAdoption') return [{ ...entry, state: { ...entry.state, textHash: hashOf(texts[entry.state.version - 1] ?? '') } }];
    if (entry.kind !== 'makeUp') return [entry];
    const key = `${entry.state.session} ${entry.state.person}`;
    if (!first.has(key)) first.set(key, entry.factId);
    return first.get(key) === entry.factId ? [entry] : [];
  });
}
