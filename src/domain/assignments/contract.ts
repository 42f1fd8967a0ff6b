import { z } from 'zod';
import { choosablePerson, organisationCard, personCard, words } from '#domain/activities/contract.ts';
import { contract } from '#domain/contracts/contract.ts';
import { assignmentState, civilDate, id } from '#domain/facts/contract.ts';

const version = z.number().int().min(1);
export const stage = assignmentState.shape.stage;
export type Stage = z.output<typeof stage>;
const what = z.string().trim().min(1).max(200);
const said = z.string().trim().max(500);

/** `late` is computed: handed in after its day, or not handed in although the day has passed. */
export const assignmentRow = z.strictObject({
  assignment: id, version, organisation: organisationCard, person: personCard, what: z.string(), day: civilDate, until: civilDate, stage,
  handedInOn: civilDate.nullable(), late: z.boolean(), by: z.string().nullable(), mine: z.boolean(),
});
export type AssignmentRow = z.output<typeof assignmentRow>;

export const listAssignments = contract({
  name: 'listAssignments', method: 'GET', path: '/assignments',
  summary: { zh: '交办任务', en: 'Tasks handed out' },
  input: z.strictObject({
    /** `mine`: handed to me; `passedOn`: once mine, now somebody else's; `handedOut`: by me; `branch`: of the organisations whose tasks one may see. */
    view: z.enum(['mine', 'passedOn', 'handedOut', 'branch']).default('mine'),
    organisation: id.optional(), open: z.enum(['yes']).optional(),
    page: z.coerce.number().int().min(1).max(100_000).default(1), size: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(assignmentRow), total: z.number().int().min(0), organisations: z.array(organisationCard), mayHandOut: z.boolean(), passedOn: z.boolean() }),
  refusals: [],
});

const permission = z.strictObject({ allowed: z.boolean(), why: words.nullable() });

export const readAssignment = contract({
  name: 'readAssignment', method: 'GET', path: '/assignments/:assignment',
  summary: { zh: '交办任务内容', en: 'One task with what became of it' },
  input: z.strictObject({ assignment: id }),
  output: z.strictObject({
    row: assignmentRow, report: z.string(),
    /** `passedTo`: who does it from this version on, where it was passed on. */
    versions: z.array(z.strictObject({ version, stage, by: z.string().nullable(), on: civilDate, said: z.string(), passedTo: z.string().nullable() })),
    may: z.strictObject({ handIn: permission, takeBack: permission, passOn: permission, accept: permission, amend: permission, close: permission, reopen: permission }),
    /** To whom it may be passed on; empty for whom it is not. */
    others: z.array(choosablePerson),
  }),
  refusals: [],
});
export type AssignmentPage = z.output<typeof readAssignment.output>;

export const readAssignmentForm = contract({
  name: 'readAssignmentForm', method: 'GET', path: '/assignment-form',
  summary: { zh: '交办表单', en: 'Where one may hand out tasks, and to whom' },
  input: z.strictObject({ organisation: id.optional() }),
  output: z.strictObject({ organisation: id, organisations: z.array(organisationCard), people: z.array(choosablePerson) }),
  refusals: [],
});

const saved = z.strictObject({ assignment: id, version });

export const handOutAssignment = contract({
  name: 'handOutAssignment', method: 'POST', path: '/organisations/:organisation/assignments',
  summary: { zh: '交办', en: 'Hand out a task' },
  input: z.strictObject({ organisation: id, person: id, what, until: civilDate }),
  output: saved, refusals: ['DueBeforeHanded', 'AssigneeNotHere', 'AssignmentToOneself'],
});

const changed = ['FactChanged', 'FactWithdrawn'];
const settling = ['OwnTask', 'NotTheHander', 'AssignmentSettled', ...changed];

export const amendAssignment = contract({
  name: 'amendAssignment', method: 'PUT', path: '/assignments/:assignment',
  summary: { zh: '修改交办任务', en: 'Amend a task that is open' },
  input: z.strictObject({ assignment: id, version, what, until: civilDate }),
  output: saved, refusals: ['DueBeforeHanded', ...settling],
});

export const handInAssignment = contract({
  name: 'handInAssignment', method: 'POST', path: '/assignments/:assignment/report',
  summary: { zh: '报结', en: 'Hand in a task' },
  input: z.strictObject({ assignment: id, version, report: said }),
  output: saved, refusals: ['NotYourTask', 'AlreadyHandedIn', 'AssignmentSettled', ...changed],
});

export const takeBackReport = contract({
  name: 'takeBackReport', method: 'DELETE', path: '/assignments/:assignment/report',
  summary: { zh: '撤回报结', en: 'Take back what was handed in' },
  input: z.strictObject({ assignment: id, version: z.coerce.number().int().min(1) }),
  output: saved, refusals: ['NotYourTask', 'NothingToTakeBack', 'AssignmentSettled', ...changed],
});

export const passOnAssignment = contract({
  name: 'passOnAssignment', method: 'POST', path: '/assignments/:assignment/passing-on',
  summary: { zh: '转交任务', en: 'Pass a task on to somebody else' },
  input: z.strictObject({ assignment: id, version, person: id, reason: what }),
  output: saved, refusals: ['NotTheHander', 'PassedToNobodyElse', 'AssigneeNotHere', 'AssignmentToOneself', 'AlreadyHandedIn', 'AssignmentSettled', ...changed],
});

export const acceptAssignment = contract({
  name: 'acceptAssignment', method: 'POST', path: '/assignments/:assignment/acceptance',
  summary: { zh: '办结', en: 'Accept a task' },
  input: z.strictObject({ assignment: id, version }),
  output: saved, refusals: ['NotHandedIn', ...settling],
});

export const returnAssignment = contract({
  name: 'returnAssignment', method: 'POST', path: '/assignments/:assignment/return',
  summary: { zh: '退回', en: 'Return a task with a reason' },
  input: z.strictObject({ assignment: id, version, reason: what }),
  output: saved, refusals: ['NotHandedIn', ...settling],
});

export const closeAssignment = contract({
  name: 'closeAssignment', method: 'POST', path: '/assignments/:assignment/closure',
  summary: { zh: '取消或记为未完成', en: 'Cancel a task, or write down that it was not done' },
  input: z.strictObject({ assignment: id, version, as: z.enum(['notDone', 'cancelled']), reason: what }),
  output: saved, refusals: settling,
});
