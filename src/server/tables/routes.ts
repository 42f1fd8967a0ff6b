import * as contracts from '#domain/tables/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { makeWorkbook } from './make-workbook.ts';

export const tableRoutes: readonly Route[] = [route(contracts.makeWorkbook, makeWorkbook)];
