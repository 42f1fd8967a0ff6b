import type { BranchDesk, MyDesk } from '#domain/boards/contract.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { assignmentRows, assignmentsWhere, countAssignments, OPEN, waitingForMe } from '#server/assignments/assignment-reads.ts';
import { entriesToConfirm, waitingByRegister } from '#server/registers/waiting-entries-reads.ts';
import { ownDesks } from './desk-scopes.ts';

const SHOWN = 8;

/** Tasks that I have to hand in, tasks that wait for me, and register entries that I may confirm. */
export async function tasksAndEntries(call: Call): Promise<Pick<MyDesk, 'tasks' | 'tasksToAccept' | 'entries'>> {
  const { tx, actor } = call;
  const todo = sql`a.person_id = ${actor.person} AND ${OPEN}`;
  const waiting = await waitingForMe(call);
  const entries = await entriesToConfirm(call, await ownDesks(call, 'confirmRegisters'), SHOWN);
  return {
    tasks: { items: await assignmentRows(call, await assignmentsWhere(tx, todo, SHOWN)), total: await countAssignments(tx, todo) },
    tasksToAccept: { items: await assignmentRows(call, await assignmentsWhere(tx, waiting, SHOWN)), total: await countAssignments(tx, waiting) },
    entries: {
      items: entries.items.map(({ row, label }) => ({
        entry: row.entry, label, organisation: row.organisation, day: row.day, persons: row.persons.map(({ name }) => name).slice(0, 5), recordedBy: row.recordedBy, recordedOn: row.recordedOn,
      })),
      total: entries.total,
    },
  };
}

/** What waits in the registers and among the tasks of a branch. */
export async function waitingInBranch(call: Call, below: readonly string[]): Promise<BranchDesk['waiting']> {
  const here = sql`a.organisation_id = ANY(${[...below]}::uuid[])`;
  return {
    registers: await waitingByRegister(call, below),
    tasksToAccept: await countAssignments(call.tx, sql`${here} AND a.stage = 'handedIn'`),
    tasksOverdue: await countAssignments(call.tx, sql`${here} AND ${OPEN} AND a.due_day < ${call.today}`),
  };
}
