import * as contracts from '#domain/schemes/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { adoptScheme } from './adopt-scheme.ts';
import { checkScheme } from './check-scheme.ts';
import { readSampleScheme } from './read-sample-scheme.ts';
import { readSchemes, readSchemeText } from './read-schemes.ts';

export const schemeRoutes: readonly Route[] = [
  route(contracts.readSchemes, readSchemes),
  route(contracts.readSchemeText, readSchemeText),
  route(contracts.readSampleScheme, readSampleScheme),
  route(contracts.checkScheme, checkScheme),
  route(contracts.adoptScheme, adoptScheme),
];
