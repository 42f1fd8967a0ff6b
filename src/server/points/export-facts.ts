import { demand } from '#domain/access/policy.ts';
import { withReasonsAlike } from '#domain/points/alike-reasons.ts';
import { withoutDiscipline } from '#domain/points/open-log.ts';
import { takenAway } from '#server/access/taken-by-reads.ts';
import { wholeLog } from '#server/facts/fact-reads.ts';
import { roots } from '#server/orgs/organisation-reads.ts';
import type { Call, FileAnswer } from '#server/platform/call.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';

/**
 * The whole fact log as JSON lines, in order. It holds ids, kinds, dates and measures, no names: enough to compute
 * every total again on the command line, and nothing about a person by itself. Whoever takes it away is of the office,
 * which may know the class of a reason alone: reasons that count alike are one, and discipline decisions stay behind.
 * The first line says when it was taken and by which account: by its user name, for the file has no names.
 */
export async function exportFacts(call: Call): Promise<FileAnswer> {
  demand(call.actor, 'exportFacts', await roots(call.tx));
  const schemes = (await adoptedSchemes(call.tx)).map(({ scheme }) => scheme);
  const log = withReasonsAlike(withoutDiscipline(await wholeLog(call.tx), schemes), schemes);
  call.audit({ kind: 'factLog', id: 'all', details: { entries: log.length } });
  return {
    fileName: `zhibu-facts-${call.today}.jsonl`,
    mediaType: 'application/jsonl; charset=utf-8',
    bytes: new TextEncoder().encode([{ taken: takenAway(call) }, ...log].map((line) => `${JSON.stringify(line)}\n`).join('')),
  };
}
