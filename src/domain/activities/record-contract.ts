import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import { civilDate, clockTime, id, makeUpState, period, vote } from '#domain/facts/contract.ts';
import {
  agendaItem, named, organisationCard, personCard, reasonClass, resolution, sessionEffect, sessionStatus, words,
} from './contract.ts';

export const makeUpWay = makeUpState.shape.way;
export type MakeUpWay = z.infer<typeof makeUpWay>;

const makeUp = z.strictObject({
  id, version: z.number().int(), day: civilDate, way: makeUpWay,
  /** Entered by the person himself and not yet confirmed by another. */
  proposed: z.boolean(),
  recordedBy: z.string().nullable(),
  confirmedBy: z.array(z.string()),
  /** The file it came in from, if it did not come by hand. */
  source: z.string().nullable(),
});

/** What became of one person: exactly one of five, with what may still be done about it. */
export const participant = z.strictObject({
  person: personCard,
  group: z.string().nullable(),
  status: z.enum(['present', 'madeUp', 'excused', 'absent']),
  /** 100 or, after more than half an hour late, 50. */
  credit: z.number().int(),
  sitting: z.number().int().nullable(),
  /** Only for the person himself and those who may read reasons; the class for everybody else (finding 14). */
  reason: words.nullable(),
  reasonClass: reasonClass.nullable(),
  makeUp: makeUp.nullable(),
  /** He may still make it up; `required` says that he has to. */
  owes: z.strictObject({ until: civilDate, required: z.boolean() }).nullable(),
});
export type Participant = z.output<typeof participant>;

/** A button, shown also when it cannot be used, then with the sentence why. */
const permission = z.strictObject({ allowed: z.boolean(), why: words.nullable() });

export const versionLine = z.strictObject({
  version: z.number().int(),
  change: z.enum(['recorded', 'amended', 'withdrawn']),
  stage: z.enum(['arranged', 'held', 'notHeld']),
  by: z.string().nullable(),
  on: civilDate,
  /** What differs from the version before. */
  changed: z.array(words),
});

/** 会议记录: everything about one session. */
export const readSessionRecord = contract({
  name: 'readSessionRecord', method: 'GET', path: '/sessions/:session/record',
  summary: { zh: '活动记录', en: 'The record of a session' },
  input: z.strictObject({ session: id }),
  output: z.strictObject({
    session: id,
    version: z.number().int(),
    organisation: organisationCard,
    arrangement: id.nullable(),
    status: sessionStatus,
    activities: z.array(named),
    contents: z.array(named),
    studied: z.array(z.strictObject({ of: id, lesson: z.number().int().nullable(), title: z.string() })),
    topic: z.string(),
    day: civilDate,
    period,
    reason: z.string(),
    sittings: z.array(z.strictObject({ day: civilDate, from: clockTime, to: clockTime, place: z.string() })),
    host: personCard.nullable(),
    minuteTaker: personCard.nullable(),
    speakers: z.array(personCard),
    exchanges: z.array(personCard),
    attendees: z.array(personCard),
    lecturer: z.string(),
    material: z.string(),
    otherAttendees: z.string(),
    agenda: z.array(agendaItem.extend({ title: z.string() })),
    resolutions: z.array(resolution.extend({ text: z.string(), vote: vote.extend({ outcome: z.enum(['passed', 'notPassed', 'noQuorum']) }).nullable() })),
    discussion: z.string(),
    allPresent: z.boolean(),
    /** Null before the record. */
    counts: z.strictObject({
      expected: z.number().int(), present: z.number().int(), madeUp: z.number().int(), excused: z.number().int(), absent: z.number().int(),
    }).nullable(),
    participants: z.array(participant),
    recorded: z.strictObject({ by: z.string().nullable(), on: civilDate, lateDays: z.number().int() }).nullable(),
    /** The file with which it came in (补录·来源 Excel); null for one that was recorded by hand. */
    source: z.strictObject({ fileName: z.string(), on: civilDate }).nullable(),
    /** Of the version shown; of an earlier one when it was amended since. */
    confirmations: z.array(z.strictObject({ id, version: z.number().int(), by: z.string().nullable(), on: civilDate, mine: z.boolean() })),
    versions: z.array(versionLine),
    may: z.strictObject({
      record: permission, amend: permission, confirm: permission, withdraw: permission, restore: permission, recordMakeUp: permission,
      /** One's own make-up, to be confirmed by another. */
      proposeMakeUp: z.boolean(), confirmMakeUp: permission,
    }),
    effects: z.array(sessionEffect),
  }),
  refusals: [],
});
export type SessionRecord = z.output<typeof readSessionRecord.output>;

export const recordMakeUp = contract({
  name: 'recordMakeUp', method: 'POST', path: '/sessions/:session/make-ups',
  summary: { zh: '登记补学', en: 'Record a make-up study' },
  input: z.strictObject({ session: id, person: id, day: civilDate, way: makeUpWay }),
  output: z.strictObject({ makeUp: id, proposed: z.boolean() }),
  refusals: ['NotRecordedYet', 'MakeUpNotOpen', 'MakeUpNotNeeded', 'MakeUpTooEarly', 'MakeUpTooLate', 'AlreadyMadeUp', 'FutureDay'],
});

export const withdrawMakeUp = contract({
  name: 'withdrawMakeUp', method: 'POST', path: '/make-ups/:makeUp/withdrawal',
  summary: { zh: '撤回补学登记', en: 'Withdraw a make-up study' },
  input: z.strictObject({ makeUp: id, version: z.number().int().min(1) }),
  output: z.strictObject({}),
  refusals: ['FactChanged', 'FactWithdrawn'],
});

export const confirmMakeUp = contract({
  name: 'confirmMakeUp', method: 'POST', path: '/make-ups/:makeUp/confirmation',
  summary: { zh: '确认补学', en: 'Confirm a make-up study' },
  input: z.strictObject({ makeUp: id, version: z.number().int().min(1) }),
  output: z.strictObject({ confirmation: id }),
  refusals: ['OwnMakeUp', 'AlreadyConfirmed', 'NoPersonBehind', 'FactChanged', 'FactWithdrawn'],
});
