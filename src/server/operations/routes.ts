import { readSystemState } from '#domain/operations/contract.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import type { Finding } from '#server/platform/examination/finding.ts';
import { readState } from './read-system-state.ts';

/** @param contracts all operations of the API: long work is called by the operation that began it. */
export const operationRoutes = (contracts: () => readonly Contract[], examine: () => Promise<readonly Finding[]>): readonly Route[] => [
  route(readSystemState, (call) => readState(call, Object.fromEntries(contracts().map((it) => [it.name, it.summary])), examine)),
];
