import { groundsNode } from '#domain/engine/grounds-node.ts';
import { readSelfCheck, type SelfCheckView } from '#domain/months/self-check-contract.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

/** The grounds of the branch's total, or of one of its items, as they were pinned. */
export function groundsOfItem({ grounds, names }: SelfCheckView, item?: string): NamedGrounds {
  const found = grounds === null ? null : item === undefined ? grounds : groundsNode(grounds, item);
  if (!found) throw new Error('a mark has grounds');
  return { grounds: found, names };
}

export const fetchSelfCheck = (organisation: string, period: string) => async (): Promise<NamedGrounds> => groundsOfItem(await call(readSelfCheck, { organisation, period }));
