import * as contracts from '#domain/objections/contract.ts';
import { listObjections as listContract } from '#domain/objections/list-contract.ts';
import type { Remedies } from '#server/facts/correcting.ts';
import { route, type Route } from '#server/platform/call.ts';
import { decideReview, replyToObjection } from './decide-objection.ts';
import { requestReview, withdrawObjection } from './move-objection.ts';
import { listObjections } from './objection-lines.ts';
import { raiseObjection, readObjectionForm } from './raise-objection.ts';
import { previewCorrection, readCorrectable, readObjection } from './read-objection.ts';
import { readObjectionStatistics } from './read-statistics.ts';

/** @param remedies how the rooms let their matters be put right; this room knows none of them. */
export const objectionRoutes = (remedies: Remedies): readonly Route[] => [
  route(contracts.readObjectionForm, (call, input) => readObjectionForm(call, input, remedies.correctings)),
  route(contracts.raiseObjection, raiseObjection),
  route(contracts.replyToObjection, (call, input) => replyToObjection(call, input, remedies)),
  route(contracts.requestReview, requestReview),
  route(contracts.decideReview, (call, input) => decideReview(call, input, remedies)),
  route(contracts.withdrawObjection, withdrawObjection),
  route(contracts.readObjection, (call, input) => readObjection(call, input, remedies.correctings)),
  route(contracts.readCorrectable, (call, input) => readCorrectable(call, input, remedies.correctings)),
  route(contracts.previewCorrection, (call, input) => previewCorrection(call, input, remedies.correctings)),
  route(listContract, listObjections),
  route(contracts.readObjectionStatistics, readObjectionStatistics),
];
