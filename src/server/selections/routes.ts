import * as contracts from '#domain/selections/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { decideSelection, nominateMember, openSelection, postSelectionNotice, returnSelection, withdrawNomination } from './hold-selection.ts';
import { listCandidates, listSelections } from './list-selections.ts';

export const selectionRoutes: readonly Route[] = [
  route(contracts.listSelections, listSelections),
  route(contracts.openSelection, openSelection),
  route(contracts.listCandidates, listCandidates),
  route(contracts.nominateMember, nominateMember),
  route(contracts.withdrawNomination, withdrawNomination),
  route(contracts.postSelectionNotice, postSelectionNotice),
  route(contracts.returnSelection, returnSelection),
  route(contracts.decideSelection, decideSelection),
];
