import * as columns from '#domain/tables/columns-contract.ts';
import * as contracts from '#domain/tables/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { keepColumns, readKeptColumns } from './kept-columns.ts';
import { makeWorkbook } from './make-workbook.ts';

export const tableRoutes: readonly Route[] = [
  route(contracts.makeWorkbook, makeWorkbook),
  route(columns.readKeptColumns, readKeptColumns),
  route(columns.keepColumns, keepColumns),
];
