import * as contracts from '#domain/targets/contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { amendTargetPlan } from './amend-target-plan.ts';
import { fileTargetPlan } from './file-target-plan.ts';
import { generateTargetPlan } from './generate-target-plan.ts';
import { listTargetPlans } from './list-target-plans.ts';
import { readTargetPlan } from './read-target-plan.ts';
import { returnTargetPlan } from './return-target-plan.ts';

export const targetRoutes: readonly Route[] = [
  route(contracts.listTargetPlans, listTargetPlans),
  route(contracts.readTargetPlan, readTargetPlan),
  route(contracts.generateTargetPlan, generateTargetPlan),
  route(contracts.amendTargetPlan, amendTargetPlan),
  route(contracts.fileTargetPlan, fileTargetPlan),
  route(contracts.returnTargetPlan, returnTargetPlan),
];
