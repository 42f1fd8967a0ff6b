import { readBranchScore } from '#domain/assessments/contract.ts';
import { groundsNode } from '#domain/engine/grounds-node.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

/** The grounds of an item's mark, from which its progress is read; fetched when somebody asks. */
export const fetchItem = (organisation: string, year: number, item: string) => async (): Promise<NamedGrounds> => {
  const { grounds, names, objected, mayObject } = await call(readBranchScore, { organisation, year });
  const found = grounds && groundsNode(grounds, item);
  if (!found) throw new Error('an item of the scheme has grounds');
  return { grounds: found, names, disputes: { subject: { kind: 'branch', id: organisation }, year, objected, mayObject } };
};
