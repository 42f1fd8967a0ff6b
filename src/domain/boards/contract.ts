import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { assignmentRow } from '#domain/assignments/contract.ts';
import { invitationRow } from '#domain/training/contract.ts';
import { civilDate, clockTime, id, word } from '#domain/facts/contract.ts';
import { named, organisationCard, personCard, sessionLine, words } from '#domain/activities/contract.ts';

/** A session that concerns me, with what a register says of me there. */
const mine = sessionLine.extend({
  lecturer: z.string(),
  standing: z.enum(['expected', 'excused', 'onLeave']),
  reason: words.nullable(),
});

/** A session that I may or must still make up. */
const owed = z.strictObject({
  session: id, organisation: organisationCard, day: civilDate, activities: z.array(named), topic: z.string(),
  reason: words.nullable(), until: civilDate, required: z.boolean(),
});

/** What waits for my confirmation: a record that somebody else filled in, or a make-up that somebody entered for himself. */
const toConfirm = z.strictObject({
  kind: z.enum(['session', 'makeUp']),
  fact: id, version: z.number().int(), session: id,
  organisation: organisationCard, day: civilDate, activities: z.array(named), topic: z.string(),
  person: personCard.nullable(),
  recordedBy: z.string().nullable(), recordedOn: civilDate,
});
export type ToConfirm = z.output<typeof toConfirm>;

/** What a step of the year, or a complaint, asks of me or tells me: which it is, about which branch, until when; the page it leads to follows from its kind. */
const errand = z.strictObject({
  kind: z.enum(['signResult', 'propose', 'postNotice', 'decide', 'listed', 'answerComplaint']), subject: id, title: z.string(), organisation: organisationCard, year: z.number().int(),
  /** Since when it waits, and its last day where it has one. */
  since: civilDate, until: civilDate.nullable(),
});
export type Errand = z.output<typeof errand>;

/** 我的待办: what concerns me, soonest first. */
export const readMyDesk = contract({
  name: 'readMyDesk', method: 'GET', path: '/my-desk',
  summary: { zh: '我的待办', en: 'My desk' },
  input: z.strictObject({}),
  output: z.strictObject({
    /** The clock of the server, for "today" and "tonight". */
    now: clockTime,
    /** My own Party birthday in its month, with how many years it has been; shown to nobody else here. */
    birthday: z.strictObject({ day: civilDate, years: z.number().int() }).nullable(),
    upcoming: z.array(mine),
    owed: z.array(owed),
    toRecord: z.strictObject({ items: z.array(sessionLine), total: z.number().int() }),
    toConfirm: z.strictObject({ items: z.array(toConfirm), total: z.number().int() }),
    /** Tasks that I have to hand in, and those of others that wait for me. */
    tasks: z.strictObject({ items: z.array(assignmentRow), total: z.number().int() }),
    tasksToAccept: z.strictObject({ items: z.array(assignmentRow), total: z.number().int() }),
    /** Register entries that I may confirm. */
    entries: z.strictObject({
      items: z.array(z.strictObject({
        entry: id, label: words, organisation: organisationCard, day: civilDate, persons: z.array(z.string()), recordedBy: z.string().nullable(), recordedOn: civilDate,
      })),
      total: z.number().int(),
    }),
    /** Branches that have invited me to lecture and wait for an answer. */
    invitations: z.array(invitationRow),
    errands: z.array(errand),
  }),
  refusals: [],
});
export type MyDesk = z.output<typeof readMyDesk.output>;

/** One gap of a branch, with what closes it. */
const gap = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('toRecord'), line: sessionLine, daysOver: z.number().int() }),
  z.strictObject({ kind: z.literal('toConfirm'), line: sessionLine, version: z.number().int(), recordedBy: z.string().nullable(), byMe: z.boolean() }),
  z.strictObject({ kind: z.literal('toMakeUp'), line: sessionLine, persons: z.array(personCard), until: civilDate }),
  z.strictObject({ kind: z.literal('makeUpToConfirm'), line: sessionLine, makeUp: id, version: z.number().int(), person: personCard, byMe: z.boolean() }),
]);
export type Gap = z.output<typeof gap>;

/** 支部工作台: this week and month of one branch, and what is missing (缺什么). */
export const readBranchDesk = contract({
  name: 'readBranchDesk', method: 'GET', path: '/branch-desk',
  summary: { zh: '支部工作台', en: 'Branch desk' },
  input: z.strictObject({ organisation: id.optional() }),
  output: z.strictObject({
    organisation: organisationCard,
    choices: z.array(organisationCard),
    week: z.strictObject({ from: civilDate, to: civilDate }),
    sessions: z.array(sessionLine),
    gaps: z.array(gap),
    /** Register entries that wait for their confirmation, and tasks that wait or are overdue. */
    waiting: z.strictObject({
      registers: z.array(z.strictObject({ id: word, label: words, waiting: z.number().int() })), tasksToAccept: z.number().int(), tasksOverdue: z.number().int(),
    }),
    /** The self-check that the branch has still to file, and when the office reminded it of it. */
    selfCheck: z.strictObject({ period: z.string(), due: civilDate, overdue: z.boolean(), returned: z.boolean(), reminded: civilDate.nullable() }).nullable(),
    /** The self-review of last year that is to be filed. */
    selfReview: z.strictObject({ year: z.number().int(), until: civilDate, overdue: z.boolean() }).nullable(),
    /** Results of annual reviews that the branch has not signed for. */
    results: z.array(z.strictObject({ year: z.number().int(), circulatedOn: civilDate })),
    /** The plan of the year while it is not made, not filed, or leaves items to nobody. */
    plan: z.strictObject({
      year: z.number().int(), stage: z.enum(['none', 'draft', 'filed', 'returned']),
      /** Changed since it was filed. */
      changed: z.boolean(), open: z.number().int(), due: civilDate.nullable(), overdue: z.boolean(),
    }).nullable(),
    /** Lectures that were promised to the branch and are not recorded yet. */
    lectures: z.array(invitationRow),
    may: z.strictObject({ record: z.boolean(), confirm: z.boolean(), plan: z.boolean() }),
  }),
  refusals: [],
});
export type BranchDesk = z.output<typeof readBranchDesk.output>;

/** 建议: what the scheme proposes to those who decide (word 12), each with what it rests on; nothing follows of itself. */
export const readProposals = contract({
  name: 'readProposals', method: 'GET', path: '/organisations/:organisation/proposals',
  summary: { zh: '提醒建议', en: 'What the scheme proposes about members of a branch this year' },
  input: z.strictObject({ organisation: id }),
  output: z.strictObject({
    items: z.array(z.strictObject({
      id: word, label: words, clause: z.string(), person: personCard,
      /** Times where facts are counted, points in hundredths otherwise. */
      value: z.number().int(), counts: z.boolean(), window: z.string(),
      sessions: z.array(sessionLine),
    })),
  }),
  refusals: [],
});
export type Proposals = z.output<typeof readProposals.output>;
