import { demand } from '#domain/access/policy.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';

/**
 * The whole fact log as JSON lines, in order. It holds ids, kinds, dates and measures, no names: enough to compute
 * every total again on the command line, and nothing about a person by itself.
 */
export async function exportFacts(call: Call): Promise<FileAnswer> {
  demand(call.actor, 'exportFacts', await roots(call.tx));
  const log = await wholeLog(call.tx);
  call.audit({ kind: 'factLog', id: 'all', details: { entries: log.length } });
  return {
    fileName: `zhibu-facts-${call.today}.jsonl`,
    mediaType: 'application/jsonl; charset=utf-8',
    bytes: new TextEncoder().encode(log.map((entry) => `${JSON.stringify(entry)}\n`).join('')),
  };
}
