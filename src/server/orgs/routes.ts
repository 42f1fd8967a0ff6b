import * as contracts from '#domain/orgs/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import * as inclusions from '#domain/orgs/inclusion-contract.ts';
import { changeOrganisation } from './change-organisation.ts';
import { dissolveOrganisation } from './dissolve-organisation.ts';
import { foundOrganisation } from './found-organisation.ts';
import { moveOrganisation } from './move-organisation.ts';
import { readOrganisation } from './read-organisation.ts';
import { readOrganisations } from './read-organisations.ts';
import { recordInclusion, withdrawInclusion } from './record-inclusion.ts';
import { restoreOrganisation } from './restore-organisation.ts';

export const organisationRoutes: readonly Route[] = [
  route(contracts.readOrganisations, readOrganisations),
  route(contracts.readOrganisation, readOrganisation),
  route(contracts.foundOrganisation, foundOrganisation),
  route(contracts.changeOrganisation, changeOrganisation),
  route(contracts.moveOrganisation, moveOrganisation),
  route(contracts.dissolveOrganisation, dissolveOrganisation),
  route(contracts.restoreOrganisation, restoreOrganisation),
  route(inclusions.recordInclusion, recordInclusion),
  route(inclusions.withdrawInclusion, withdrawInclusion),
];
