import * as assignments from '#domain/assignments/contract.ts';
import { reopenAssignment } from '#domain/assignments/restoring-contract.ts';
import { asking, type Asked, type Bench } from './bench.ts';

const task = { what: '整理党员活动室', until: '2026-12-01' };
/** A task of somebody new. */
const handed = async (bench: Bench): Promise<{ assignment: string; version: number }> =>
  bench.as('luojian').call(assignments.handOutAssignment, { organisation: bench.on('detention'), person: await bench.newPerson(), ...task });
/** A task of the member of the cast. */
const ofMember = async (bench: Bench): Promise<{ assignment: string; version: number }> =>
  bench.as('luojian').call(assignments.handOutAssignment, { organisation: bench.on('detention'), person: bench.person('wenlan'), ...task });
const handedIn = async (bench: Bench): Promise<{ assignment: string; version: number }> =>
  bench.as('wenlan').call(assignments.handInAssignment, { ...(await ofMember(bench)), report: '' });

export const assignmentRequests: readonly Asked[] = [
  asking(assignments.listAssignments, 'luojian', () => ({ view: 'handedOut' as const })),
  asking(assignments.readAssignmentForm, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(assignments.readAssignment, 'luojian', async (bench) => ({ assignment: (await handed(bench)).assignment })),
  asking(assignments.handOutAssignment, 'luojian', async (bench) => ({ organisation: bench.on('detention'), person: await bench.newPerson(), ...task })),
  asking(assignments.amendAssignment, 'luojian', async (bench) => ({ ...(await handed(bench)), ...task, what: '整理荣誉室' })),
  asking(assignments.handInAssignment, 'wenlan', async (bench) => ({ ...(await ofMember(bench)), report: '已整理' })),
  asking(assignments.takeBackReport, 'wenlan', handedIn),
  asking(assignments.passOnAssignment, 'luojian', async (bench) => ({ ...(await handed(bench)), person: bench.person('zhengqi'), reason: '调离岗位' })),
  asking(assignments.acceptAssignment, 'luojian', handedIn),
  asking(assignments.returnAssignment, 'luojian', async (bench) => ({ ...(await handedIn(bench)), reason: '请补充目录' })),
  asking(assignments.closeAssignment, 'luojian', async (bench) => ({ ...(await handed(bench)), as: 'cancelled' as const, reason: '任务取消' })),
  asking(reopenAssignment, 'luojian', async (bench) => bench.as('luojian').call(assignments.closeAssignment, { ...(await handed(bench)), as: 'cancelled', reason: '任务取消' })),
];
