import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id, word } from '#domain/facts/contract.ts';
import { day, personCard, shownAs, version } from './contract.ts';

const spell = { from: day, to: day };

/** 请假, 全封闭执勤 or 借调. What one may not see is absent: the kind and the reason, where only the class is shown. */
const absence = z.strictObject({
  fact: id, version,
  kind: z.enum(['leave', 'closedDuty', 'secondment']).optional(),
  people: z.array(personCard),
  /** How many more the entry names, who do not belong to the organisation. */
  others: z.number().int(),
  from: civilDate, to: civilDate.nullable(),
  shownAs,
  reason: word.optional(),
  studyAtPost: z.boolean().optional(),
  /** Where to; null = outside this bureau. */
  seconded: z.strictObject({ id, name: z.string() }).nullable().optional(),
  waiting: z.boolean(),
  withdrawn: z.boolean(),
  /** Whether the one who asks could confirm it, or amend and withdraw it (or restore it), now. */
  mayConfirm: z.boolean(),
  mayChange: z.boolean(),
});
export type AbsenceRow = z.output<typeof absence>;

const label = z.strictObject({ id: word, zh: z.string(), en: z.string() });

export const listAbsences = contract({
  name: 'listAbsences', method: 'GET', path: '/organisations/:organisation/absences',
  summary: { zh: '请假与勤务登记', en: 'Leave, closed duty and secondment' },
  input: z.strictObject({ organisation: id, ...spell,
    /** `yes`: only what was withdrawn; otherwise only what stands. */
    withdrawn: z.literal('yes').optional(),
  }),
  output: z.strictObject({ items: z.array(absence), total: z.number().int(), reasons: z.array(label) }),
  refusals: ['EndsBeforeItBegins'],
});

/** What may be chosen as a reason of leave on a day. */
export const listLeaveReasons = contract({
  name: 'listLeaveReasons', method: 'GET', path: '/leave-reasons',
  summary: { zh: '请假事由', en: 'Reasons of leave' },
  input: z.strictObject({ day: day.optional() }),
  output: z.strictObject({
    items: z.array(z.strictObject({ id: word, zh: z.string(), en: z.string(), exempts: z.boolean(), makeUp: z.enum(['required', 'optional', 'no']), shownAs })),
  }),
  refusals: [],
});
export type LeaveReasonRow = z.output<typeof listLeaveReasons.output>['items'][number];

const leaveFields = { reason: word, ...spell };
const leaveRecorded = z.strictObject({ leave: id, version, days: z.number().int(), waiting: z.boolean() });
const leaveRefusals = ['EndsBeforeItBegins', 'LeaveTooLong', 'YearClosed', 'LeaveOverlaps', 'ReasonNotForLeave', 'SchemeMissing', 'PersonNotOfBranch'];

export const recordLeave = contract({
  name: 'recordLeave', method: 'POST', path: '/organisations/:organisation/leaves',
  summary: { zh: '登记请假', en: 'Enter leave' },
  input: z.strictObject({ organisation: id, person: id, ...leaveFields }),
  output: leaveRecorded,
  refusals: leaveRefusals,
});

export const recordOwnLeave = contract({
  name: 'recordOwnLeave', method: 'POST', path: '/mine/leaves',
  summary: { zh: '本人请假', en: 'Enter leave of one’s own' },
  input: z.strictObject(leaveFields),
  output: leaveRecorded,
  refusals: [...leaveRefusals, 'AccountWithoutPerson'],
});

export const listOwnLeaves = contract({
  name: 'listOwnLeaves', method: 'GET', path: '/mine/leaves',
  summary: { zh: '我的请假', en: 'My leave' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({ leave: id, version, reason: word, from: civilDate, to: civilDate, waiting: z.boolean() })),
    reasons: z.array(label),
  }),
  refusals: [],
});
export type OwnLeaveRow = z.output<typeof listOwnLeaves.output>['items'][number];

export const amendLeave = contract({
  name: 'amendLeave', method: 'PUT', path: '/leaves/:leave',
  summary: { zh: '修改请假', en: 'Amend leave' },
  input: z.strictObject({ leave: id, version, ...leaveFields }),
  output: leaveRecorded,
  refusals: [...leaveRefusals, 'OwnLeaveSettled', 'FactChanged', 'FactWithdrawn'],
});

const closedDutyFields = { persons: z.array(id).min(1).max(500), ...spell, studyAtPost: z.boolean() };
const closedDutyRefusals = ['EndsBeforeItBegins', 'LeaveTooLong', 'YearClosed', 'ClosedDutyOverlaps', 'PersonNotOfBranch'];

export const recordClosedDuty = contract({
  name: 'recordClosedDuty', method: 'POST', path: '/organisations/:organisation/closed-duties',
  summary: { zh: '登记全封闭执勤', en: 'Enter closed duty' },
  input: z.strictObject({ organisation: id, ...closedDutyFields }),
  output: z.strictObject({ closedDuty: id, version, waiting: z.boolean() }),
  refusals: closedDutyRefusals,
});

export const amendClosedDuty = contract({
  name: 'amendClosedDuty', method: 'PUT', path: '/closed-duties/:closedDuty',
  summary: { zh: '修改全封闭执勤', en: 'Amend closed duty' },
  input: z.strictObject({ closedDuty: id, version, ...closedDutyFields }),
  output: z.strictObject({ closedDuty: id, version, waiting: z.boolean() }),
  refusals: [...closedDutyRefusals, 'FactChanged', 'FactWithdrawn'],
});

const secondmentFields = { seconded: id.nullable(), from: day, to: day.nullable() };
const secondmentRefusals = ['EndsBeforeItBegins', 'YearClosed', 'SecondmentOverlaps', 'SecondedToOwnBranch', 'PersonNotOfBranch'];

export const recordSecondment = contract({
  name: 'recordSecondment', method: 'POST', path: '/organisations/:organisation/secondments',
  summary: { zh: '登记借调', en: 'Enter a secondment' },
  input: z.strictObject({ organisation: id, person: id, ...secondmentFields }),
  output: z.strictObject({ secondment: id, version, waiting: z.boolean() }),
  refusals: secondmentRefusals,
});

export const amendSecondment = contract({
  name: 'amendSecondment', method: 'PUT', path: '/secondments/:secondment',
  summary: { zh: '修改借调', en: 'Amend a secondment' },
  input: z.strictObject({ secondment: id, version, ...secondmentFields }),
  output: z.strictObject({ secondment: id, version, waiting: z.boolean() }),
  refusals: [...secondmentRefusals, 'FactChanged', 'FactWithdrawn'],
});

export const withdrawAbsence = contract({
  name: 'withdrawAbsence', method: 'DELETE', path: '/absences/:fact',
  summary: { zh: '撤回请假、执勤或借调登记', en: 'Withdraw leave, closed duty or a secondment' },
  input: z.strictObject({ fact: id, version }),
  output: z.strictObject({}),
  refusals: ['OwnLeaveSettled', 'FactChanged', 'FactWithdrawn'],
});

/** Leave, closed duty, secondment and placement in a team alike: another person stands for the version that was read. */
export const confirmRota = contract({
  name: 'confirmRota', method: 'POST', path: '/rota/:fact/confirmation',
  summary: { zh: '审核请假和勤务登记', en: 'Confirm leave, duty or a placement' },
  input: z.strictObject({ fact: id, version }),
  output: z.strictObject({ confirmation: id }),
  refusals: ['NothingToConfirm', 'ConfirmationNotYours', 'ConfirmationOfOwn', 'AccountWithoutPerson', 'FactChanged', 'FactWithdrawn'],
});
