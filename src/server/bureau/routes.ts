import type { WhoAmI } from '#domain/access/contract.ts';
import { nameBureau, readBeginning } from '#domain/bureau/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { nameBureau as give } from './name-bureau.ts';
import { readBeginning as read } from './read-beginning.ts';

export const bureauRoutes = (bureauOf: (code: string) => WhoAmI['bureau']): readonly Route[] => [
  route(nameBureau, give),
  route(readBeginning, (call) => read(call, bureauOf(call.tx.bureau))),
];
