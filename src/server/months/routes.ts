import * as contracts from '#domain/months/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { closeMonth, closeYear } from './close-month.ts';
import { grantLateFiling } from './grant-late-filing.ts';
import { readMonths } from './read-months.ts';
import { reopenMonth } from './reopen-month.ts';

export const monthRoutes: readonly Route[] = [
  route(contracts.readMonths, readMonths),
  route(contracts.closeMonth, closeMonth),
  route(contracts.closeYear, closeYear),
  route(contracts.reopenMonth, reopenMonth),
  route(contracts.grantLateFiling, grantLateFiling),
];
