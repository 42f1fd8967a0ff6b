import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const text = z.string().trim().min(1).max(2000);

/** Working days in which the office answers. */
export const ANSWER_DAYS = 10;

export const complaintKind = z.enum(['complaint', 'suggestion']);

export const complaintLine = z.strictObject({
  id, kind: complaintKind, text: z.string(), page: z.string(), filedOn: civilDate, due: civilDate,
  /** Not answered by the last day of its clock. */
  overdue: z.boolean(),
  /** Who wrote; told to those who answer. */
  from: z.string(), mine: z.boolean(), mayAnswer: z.boolean(),
  answer: z.strictObject({ text: z.string(), at: z.iso.datetime() }).nullable(),
});
export type ComplaintLine = z.output<typeof complaintLine>;

export const fileComplaint = contract({
  name: 'fileComplaint', method: 'POST', path: '/complaints',
  summary: { zh: '提交投诉建议', en: 'Complain or suggest' },
  input: z.strictObject({ kind: complaintKind, text, page: z.string().max(200) }),
  output: z.strictObject({ id, due: civilDate }), refusals: [],
});

/** One's own, and for those who answer all of their subtree; open ones first, by the day on which they are due. */
export const listComplaints = contract({
  name: 'listComplaints', method: 'GET', path: '/complaints',
  summary: { zh: '查看投诉建议', en: 'Complaints and suggestions' },
  input: z.strictObject({ list: z.enum(['own', 'open', 'done']).default('own') }),
  output: z.strictObject({ items: z.array(complaintLine), total: z.number().int(), reads: z.boolean() }), refusals: [],
});

export const answerComplaint = contract({
  name: 'answerComplaint', method: 'PUT', path: '/complaints/:complaint/answer',
  summary: { zh: '答复投诉建议', en: 'Answer a complaint or suggestion' },
  input: z.strictObject({ complaint: id, text }), output: z.strictObject({}),
  refusals: ['ComplaintAnswered', 'OwnComplaint'],
});
