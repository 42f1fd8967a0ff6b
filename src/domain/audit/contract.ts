import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, id } from '#domain/facts/contract.ts';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** What one asks of the trail; every field narrows. */
const filter = {
  /** Name of an operation of the API, or of one of the others that leave a trace. */
  operation: z.string().regex(/^[a-zA-Z]{1,60}$/).optional(),
  /** Part of the user name or of the name of the person: what he did, and what was done to his account. */
  who: z.string().trim().max(60).optional(),
  /** The thing that it concerned. */
  subject: z.string().max(100).optional(),
  from: civilDate.optional(),
  to: civilDate.optional(),
};

export const auditEntry = z.strictObject({
  id: z.number().int(),
  at: z.iso.datetime(),
  operation: z.string(),
  words,
  /** Null: nobody was signed in, or the system did it by itself. */
  who: z.strictObject({ account: id, userName: z.string(), name: z.string().nullable() }).nullable(),
  subject: z.strictObject({
    kind: z.string(), words, id: z.string(),
    /** Of an account its user name, of a person number and name; other things are told by their id. */
    label: z.string().nullable(),
  }).nullable(),
  organisation: z.strictObject({ id, name: z.string() }).nullable(),
  /** Particulars that are ids, days, numbers or words of ours; never a reason, a name or a free text. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /**
   * From what to what. Null on both sides where the trail does not show it: business data and particulars of persons are
   * told by their fields alone, and `count` says of how many things.
   */
  changes: z.array(z.strictObject({ field: words, before: words.nullable(), after: words.nullable(), hidden: z.boolean(), count: z.number().int() })),
  /** So many records that it moved beside those are not compared; narrowed to its subject the entry tells of them. */
  more: z.number().int(),
  /** 理由: on whose authority or why, where that is no business data. */
  reason: z.string().nullable(),
  /** The one fact that it moved, whose versions can be looked at. */
  fact: z.strictObject({ id, version: z.number().int() }).nullable(),
  requestId: z.string(),
});
export type AuditChange = z.output<typeof auditEntry>['changes'][number];
export type AuditEntry = z.output<typeof auditEntry>;

export const readAuditTrail = contract({
  name: 'readAuditTrail', method: 'GET', path: '/audit',
  summary: { zh: '查看操作日志', en: 'Read the audit trail' },
  input: z.strictObject({
    ...filter,
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    /** Newest first. */
    items: z.array(auditEntry),
    total: z.number().int(),
    /** Every operation that can occur, for choosing one. */
    operations: z.array(z.strictObject({ operation: z.string(), words })),
  }),
  refusals: ['DaysBackwards'],
});

/** What one sees, as a table to keep or to hand over. */
export const exportAuditTrail = contract({
  name: 'exportAuditTrail', method: 'GET', path: '/audit/export', returns: 'file',
  summary: { zh: '导出操作日志', en: 'Export the audit trail' },
  input: z.strictObject(filter), output: z.void(), refusals: ['DaysBackwards', 'AuditTooLong'],
});

/** 已办: what somebody did himself, newest first, so that he finds back to it; of the trail of others it shows nothing. */
export const readMyDone = contract({
  name: 'readMyDone', method: 'GET', path: '/my-done',
  summary: { zh: '我的已办', en: 'What I did lately' },
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(z.strictObject({
      id: z.number().int(), at: z.iso.datetime(), words,
      subject: z.strictObject({ kind: z.string(), words, id }),
      /** More things that the same act concerned. */
      others: z.number().int(),
      day: civilDate, organisation: z.strictObject({ id, name: z.string() }).nullable(),
      /** Withdrawn since, by whomever. */
      withdrawn: z.boolean(),
    })),
  }),
  refusals: [],
});
export type MyDone = z.output<typeof readMyDone.output>;
