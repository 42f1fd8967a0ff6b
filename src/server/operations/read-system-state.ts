import { demand, scopesOf } from '#domain/access/policy.ts';
import type { SystemState } from '#domain/operations/contract.ts';
import { wordsOr } from '#domain/audit/words.ts';
import type { Words } from '#domain/words/words.ts';
import type { Call } from '#server/platform/call.ts';
import type { Finding } from '#server/platform/examination/finding.ts';
import { productVersion } from '#server/platform/product-version.ts';
import { wordsTypedHere } from '#server/platform/typed-here.ts';
import { lastBackups, lastJobs } from './operation-reads.ts';

/** How the installation stands; the findings are those of `zhibu doctor`. It knows no subtree, so the right may be held anywhere. */
export async function readState(call: Call, operations: Readonly<Record<string, Words>>, examine: () => Promise<readonly Finding[]>): Promise<SystemState> {
  demand(call.actor, 'operate', scopesOf(call.actor, 'operate'));
  const jobs = await lastJobs(call.tx);
  return {
    release: productVersion(), findings: (await examine()).map((it) => ({ ...it, says: wordsTypedHere(it.says), advice: it.advice && wordsTypedHere(it.advice) })),
    jobs: jobs.map(({ id, kind, state, created_at: created, ended_at: ended }) => ({
      id, words: wordsOr(operations, kind), state, createdAt: created.toISOString(), endedAt: ended?.toISOString() ?? null,
    })),
    backups: await lastBackups(call.tx),
  };
}
