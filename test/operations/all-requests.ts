import { routes } from '#server/app.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import { NOW } from '#test/app.ts';
import { accessRequests } from './access-requests.ts';
import { activityRequests } from './activity-requests.ts';
import { assignmentRequests } from './assignment-requests.ts';
import type { Asked } from './bench.ts';
import { calendarRequests } from './calendar-requests.ts';
import { importRequests } from './import-requests.ts';
import { evaluationRequests } from './evaluation-requests.ts';
import { gridRequests } from './grid-requests.ts';
import { monthRequests } from './month-requests.ts';
import { objectionRequests } from './objection-requests.ts';
import { otherRequests } from './other-requests.ts';
import { registerRequests } from './register-requests.ts';
import { reviewRequests } from './review-requests.ts';
import { rosterRequests } from './roster-requests.ts';
import { rotaRequests } from './rota-requests.ts';
import { spotCheckRequests } from './spot-check-requests.ts';
import { selectionRequests } from './selection-requests.ts';
import { targetRequests } from './target-requests.ts';
import { trainingRequests } from './training-requests.ts';

const rows: readonly Asked[] = [
  // Before another scheme is adopted, which has no results of the year.
  ...evaluationRequests, ...reviewRequests,
  // Before the deputy is let act for the secretary, who alone files a plan.
  ...targetRequests,
  ...accessRequests, ...activityRequests, ...gridRequests, ...assignmentRequests, ...calendarRequests, ...importRequests, ...rosterRequests, ...rotaRequests, ...monthRequests, ...objectionRequests, ...otherRequests, ...registerRequests,
  ...spotCheckRequests, ...trainingRequests, ...selectionRequests,
];

/** How each operation is asked for so that it is carried out, each at its own time. */
export const allRequests: readonly Asked[] = rows.map((asked) => ({ ...asked, prepare: (bench) => {
  bench.bureau.setNow(asked.at ?? NOW);
  return asked.prepare(bench);
} }));

/** Every operation that the server has. */
export const allContracts: readonly Contract[] = routes([], 'test').map((it) => it.contract);

/** Operations of the server that have no row, and rows of operations that it does not have. */
export const withoutRow = (): readonly string[] => {
  const asked = new Set(allRequests.map((it) => it.contract.name));
  const there = new Set(allContracts.map((it) => it.name));
  return [
    ...[...there].filter((it) => !asked.has(it)).map((it) => `${it}: say in test/operations how it is asked for`),
    ...[...asked].filter((it) => !there.has(it)).map((it) => `${it}: no such operation; take its row out of test/operations`),
  ];
};
