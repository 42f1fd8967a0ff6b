import * as contracts from '#domain/schemes/contract.ts';
import { readGuides as readGuidesContract } from '#domain/schemes/guide-contract.ts';
import * as tables from '#domain/schemes/table/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { adoptScheme } from './adopt-scheme.ts';
import { amendSchemeItem } from './amend-scheme-item.ts';
import { checkScheme } from './check-scheme.ts';
import { exportSchemeTable } from './export-scheme-table.ts';
import { readGuides } from './read-guides.ts';
import { readSampleScheme } from './read-sample-scheme.ts';
import { readSchemeItems } from './read-scheme-items.ts';
import { readSchemeTable } from './read-scheme-table.ts';
import { readSchemes, readSchemeText } from './read-schemes.ts';

export const schemeRoutes: readonly Route[] = [
  route(contracts.readSchemes, readSchemes),
  route(contracts.readSchemeText, readSchemeText),
  route(contracts.readSampleScheme, readSampleScheme),
  route(contracts.checkScheme, checkScheme),
  route(contracts.adoptScheme, adoptScheme),
  route(readGuidesContract, readGuides),
  route(tables.exportSchemeTable, exportSchemeTable),
  route(tables.readSchemeTable, readSchemeTable),
  route(tables.readSchemeItems, readSchemeItems),
  route(tables.amendSchemeItem, amendSchemeItem),
];
