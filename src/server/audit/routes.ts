import { readViewpoint } from '#domain/access/grant-contract.ts';
import { exportAuditTrail, readAuditTrail, readMyDone } from '#domain/audit/contract.ts';
import { readVersions } from '#domain/audit/versions-contract.ts';
import { otherOperations } from '#domain/audit/words.ts';
import { isTraced, type Contract } from '#domain/contracts/contract.ts';
import { readPeopleChanges } from '#domain/people/changes-contract.ts';
import { route, type Route } from '#server/platform/call.ts';
import { type RoomSights } from './fact-sight.ts';
import { exportTrail } from './export-audit-trail.ts';
import { myDone } from './read-my-done.ts';
import { readVersions as versions } from './read-versions.ts';
import { readTrail, type Operations } from './read-audit-trail.ts';

/**
 * @param contracts all operations of the API, so that each entry can say in words what was done.
 * @param sights how rooms say who may know of their facts, where no act alone decides it.
 */
export function auditRoutes(contracts: () => readonly Contract[], sights: RoomSights): readonly Route[] {
  const operations = (): Operations => ({
    ...Object.fromEntries(contracts().filter(leavesTrace).map((it) => [it.name, it.summary])), ...otherOperations,
  });
  return [
    route(readAuditTrail, (call, input) => readTrail(call, input, operations())),
    route(readVersions, (call, input) => versions(call, input, sights)),
    route(readMyDone, (call) => myDone(call, operations())),
    route(exportAuditTrail, (call, input) => exportTrail(call, input, operations())),
  ];
}

/** Looks that are entries themselves, although they change nothing. */
const tracedLooks: readonly string[] = [readAuditTrail.name, readViewpoint.name, readPeopleChanges.name];

const leavesTrace = (it: Contract): boolean => isTraced(it) || tracedLooks.includes(it.name);
