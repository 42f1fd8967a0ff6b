import type { WhoAmI } from '#domain/access/contract.ts';
import { readCompliance, setCompliance } from '#domain/bureau/compliance-contract.ts';
import { nameBureau, readBeginning } from '#domain/bureau/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { readCompliance as read, setCompliance as set } from './compliance.ts';
import { nameBureau as give } from './name-bureau.ts';
import { readBeginning as beginning } from './read-beginning.ts';

export const bureauRoutes = (bureauOf: (code: string) => WhoAmI['bureau']): readonly Route[] => [
  route(nameBureau, give),
  route(readCompliance, read),
  route(setCompliance, set),
  route(readBeginning, (call) => beginning(call, bureauOf(call.tx.bureau))),
];
