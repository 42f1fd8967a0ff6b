import * as contracts from '#domain/jobs/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { cancelJob, readJob } from './cancel-job.ts';

export const jobRoutes: readonly Route[] = [
  route(contracts.readJob, readJob),
  route(contracts.cancelJob, cancelJob),
];
