import { z } from 'zod';
import { contract } from '#domain/contracts/contract.ts';
import {
  attendanceMark, civilDate, clockTime, id, period, sessionState, sitting, vote, word,
} from '#domain/facts/contract.ts';
import { readSittings } from './sittings.ts';

export const words = z.strictObject({ zh: z.string(), en: z.string() });
/** A word of the scheme with its label. */
export const named = z.strictObject({ id: word, label: words });
export const personCard = z.strictObject({ id, name: z.string(), number: z.string() });
/** Somebody of a list from which one chooses, with what a search for him looks into: the server writes it with his name. */
export const choosablePerson = personCard.extend({ key: z.string() });
export const organisationCard = z.strictObject({ id, name: z.string() });

const line = z.string().trim().max(200);
const block = z.string().trim().max(4000);

/**
 * Free text of a session, kept beside the log: names of outsiders, places and what was said can be blanked one day
 * without touching a count. `places`, `agenda` and `resolutions` stand in the order of the state's lists.
 */
export const sessionText = z.strictObject({
  topic: line,
  places: z.array(line).max(20),
  /** Who lectures, where he is not on the roster. */
  lecturer: line,
  material: z.string().trim().max(500),
  /** 列席 of people who are not on the roster. */
  otherAttendees: z.string().trim().max(500),
  agenda: z.array(line).max(40),
  resolutions: z.array(z.string().trim().max(1000)).max(40),
  discussion: block,
  /** Why the period is not the month of the day; why the session was not held. */
  reason: z.string().trim().max(500),
});
export type SessionText = z.output<typeof sessionText>;

/** What a scheme gives to choose from on a day; every form that names activities begins with it. */
export const readActivityWords = contract({
  name: 'readActivityWords', method: 'GET', path: '/activity-words',
  summary: { zh: '可选的活动、学习内容和请假事由', en: 'Activities, contents and excuse reasons to choose from' },
  input: z.strictObject({ day: civilDate }),
  output: z.strictObject({
    activities: z.array(named.extend({
      weekday: z.number().int().nullable(), from: clockTime, to: clockTime, heldBy: z.enum(['branch', 'group', 'committee']),
      makeUpDays: z.number().int().nullable(),
    })),
    contents: z.array(named),
    reasons: z.array(named.extend({ exempts: z.boolean(), makeUp: z.enum(['required', 'optional', 'no']), byHand: z.boolean() })),
  }),
  refusals: [],
});
export type ActivityWords = z.output<typeof readActivityWords.output>;

export const sessionStatus = z.enum(['arranged', 'toRecord', 'toConfirm', 'done', 'notHeld', 'stopped', 'withdrawn']);
export type SessionStatus = z.infer<typeof sessionStatus>;

export const sessionLine = z.strictObject({
  session: id,
  organisation: organisationCard,
  activities: z.array(named),
  topic: z.string(),
  day: civilDate,
  from: clockTime,
  to: clockTime,
  place: z.string(),
  /** Where several sittings are held for one session. */
  sittings: z.number().int(),
  status: sessionStatus,
  /** Persons who were there; null before the record. */
  present: z.number().int().nullable(),
  /** Days between the session and its record (补录 N 天); 0 = the same day, null before the record. */
  lateDays: z.number().int().nullable(),
});
export type SessionLine = z.output<typeof sessionLine>;

export const listSessions = contract({
  name: 'listSessions', method: 'GET', path: '/sessions',
  summary: { zh: '活动列表', en: 'Sessions' },
  input: z.strictObject({
    from: civilDate, to: civilDate,
    /** Those that belong to this month (所属期), whatever their day; `from` and `to` then say nothing. */
    period: period.optional(),
    /** With everything below it. */
    organisation: id.optional(),
    activity: word.optional(),
    status: sessionStatus.optional(),
    /** Sessions of one arrangement of the office. */
    arrangement: id.optional(),
    /** `yes`: only those whose first record was entered on a later day (补录). */
    late: z.literal('yes').optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    size: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.strictObject({
    items: z.array(sessionLine),
    total: z.number().int(),
    /** Organisations to filter by, in the order of the tree. */
    organisations: z.array(organisationCard),
  }),
  refusals: [],
});

/** Sittings travel in an address as '2026-11-16 19:00-21:00' joined by ';'. */
const sittingsInAddress = z.string().max(500).refine((it) => z.array(sitting).min(1).max(20).safeParse(readSittings(it)).success);
/** Words of the scheme joined by ','. */
const wordsInAddress = z.string().regex(/^[a-zA-Z0-9-]+(,[a-zA-Z0-9-]+){0,5}$/);

export const reasonClass = z.enum(['duty', 'leave', 'other', 'absent']);

/** 应到名单: who is expected, and who of them a register accounts for beforehand. */
export const readRoster = contract({
  name: 'readRoster', method: 'GET', path: '/organisations/:organisation/roster',
  summary: { zh: '应到名单', en: 'Who is expected' },
  input: z.strictObject({ organisation: id, activities: wordsInAddress, sittings: sittingsInAddress }),
  output: z.strictObject({
    items: z.array(z.strictObject({
      person: personCard,
      /** The Party group, where the branch has groups. */
      group: z.string().nullable(),
      /** `expected`: not yet marked; `excused`: out of 应到; `onLeave`: leave approved, yet counted and to be made up. */
      standing: z.enum(['expected', 'excused', 'onLeave']),
      /** Only for those who may read reasons; the class for everybody else. */
      reason: named.nullable(),
      reasonClass: reasonClass.nullable(),
    })),
    /** Study was stopped for all of them. */
    stopped: z.boolean(),
  }),
  refusals: ['SchemeMissing', 'ActivityUnknown'],
});
export type Roster = z.output<typeof readRoster.output>;
export type RosterItem = Roster['items'][number];

const sittingWithPlace = z.strictObject({ day: civilDate, from: clockTime, to: clockTime, place: line });
export const agendaItem = z.strictObject({ title: line.min(1), firstItem: z.boolean() });
export const resolution = z.strictObject({ text: z.string().trim().min(1).max(1000), vote: vote.nullable() });

/** A course with its lessons, or a lecture, which has none. */
export const studyChoice = z.strictObject({ of: id, title: z.string(), lessons: z.number().int().nullable(), from: civilDate, until: civilDate.nullable(), by: z.string() });
export type StudyChoice = z.output<typeof studyChoice>;

const record = {
  activities: sessionState.shape.activities,
  contents: sessionState.shape.contents,
  /** Lessons of a course, or lectures of other branches, that it took up. */
  studied: sessionState.shape.studied,
  topic: line.min(1),
  /** 所属期; another than the month of the day needs `reason`. */
  period,
  reason: sessionText.shape.reason,
  sittings: z.array(sittingWithPlace).min(1).max(20),
  host: id.nullable(),
  minuteTaker: id.nullable(),
  speakers: sessionState.shape.speakers,
  exchanges: sessionState.shape.exchanges,
  attendees: sessionState.shape.attendees,
  lecturer: sessionText.shape.lecturer,
  material: sessionText.shape.material,
  otherAttendees: sessionText.shape.otherAttendees,
  agenda: z.array(agendaItem).max(40),
  resolutions: z.array(resolution).max(40),
  discussion: sessionText.shape.discussion,
  marks: z.array(attendanceMark).max(3000),
  /** "全部实到" was tapped: whoever is neither marked nor excused was there. */
  allPresent: z.boolean(),
} as const;
const recordShape = z.strictObject(record);
export type SessionRecordInput = z.output<typeof recordShape>;

/** Which version of which fact is changed; FactChanged when somebody was faster. */
const read = { session: id, version: z.number().int().min(1) } as const;

/** What a session counted toward: under which rule, for how many people, for how many of them it waits for confirmation. */
export const sessionEffect = z.strictObject({ rule: word, label: words, persons: z.number().int(), proposed: z.number().int() });

/** What followed from a record, for the message after saving. */
export const sessionSaved = z.strictObject({
  session: id,
  version: z.number().int(),
  expected: z.number().int(),
  present: z.number().int(),
  excused: z.number().int(),
  /** How many owe a make-up, and until when; null when nobody does. */
  owing: z.strictObject({ persons: z.number().int(), until: civilDate }).nullable(),
  lateDays: z.number().int(),
  effects: z.array(sessionEffect),
});
export type SessionSaved = z.output<typeof sessionSaved>;

const recordRefusals = [
  'SchemeMissing', 'ActivityUnknown', 'ContentUnknown', 'ReasonUnknown', 'FutureDay', 'SittingsOverlap', 'SessionOverlaps', 'PeriodNotAllowed',
  'PeriodReasonMissing', 'NotOfThisSession', 'PersonTwice', 'PersonUnknown', 'NotMarked', 'ReasonMissing', 'SelfExcused', 'SittingMissing', 'VoteSumsWrong',
  'OrganisationHoldsNot', 'StudiedUnknown', 'StudiedTwice', 'LessonBeyond', 'CourseNotOn',
] as const;

/** 记一次活动: of an arranged session (then `session` and `version` name it) or of one that nobody arranged. */
export const recordSession = contract({
  name: 'recordSession', method: 'POST', path: '/organisations/:organisation/session-records',
  summary: { zh: '记录一次活动', en: 'Record a session' },
  input: recordShape.extend({ organisation: id, arranged: z.strictObject(read).nullable() }),
  output: sessionSaved,
  refusals: [...recordRefusals, 'AlreadyRecorded', 'FactChanged', 'FactWithdrawn'],
});

export const amendSession = contract({
  name: 'amendSession', method: 'PUT', path: '/sessions/:session/record',
  summary: { zh: '修改活动记录', en: 'Amend the record of a session' },
  input: recordShape.extend(read),
  output: sessionSaved,
  refusals: [...recordRefusals, 'NotRecordedYet', 'FactChanged', 'FactWithdrawn'],
});

/** 未开展, with a reason: a legal state (U-03), not a gap to be papered over. */
export const reportNotHeld = contract({
  name: 'reportNotHeld', method: 'POST', path: '/sessions/:session/not-held',
  summary: { zh: '说明未开展', en: 'Report that a session was not held' },
  input: z.strictObject({ ...read, reason: z.string().trim().min(1).max(500) }),
  output: z.strictObject({ session: id, version: z.number().int() }),
  refusals: ['AlreadyRecorded', 'FactChanged', 'FactWithdrawn'],
});

export const withdrawSession = contract({
  name: 'withdrawSession', method: 'POST', path: '/sessions/:session/withdrawal',
  summary: { zh: '撤回活动记录', en: 'Withdraw a session' },
  input: z.strictObject({ ...read, reason: z.string().trim().min(1).max(500) }),
  output: z.strictObject({}),
  refusals: ['FactChanged', 'FactWithdrawn'],
});

export const confirmSession = contract({
  name: 'confirmSession', method: 'POST', path: '/sessions/:session/confirmation',
  summary: { zh: '审核活动记录', en: 'Confirm the record of a session' },
  input: z.strictObject(read),
  output: z.strictObject({ confirmation: id }),
  refusals: ['OwnRecord', 'NotRecordedYet', 'AlreadyConfirmed', 'NoPersonBehind', 'FactChanged', 'FactWithdrawn'],
});

export const withdrawConfirmation = contract({
  name: 'withdrawConfirmation', method: 'DELETE', path: '/confirmations/:confirmation',
  summary: { zh: '撤回审核', en: 'Withdraw a confirmation' },
  input: z.strictObject({ confirmation: id }),
  output: z.strictObject({}),
  refusals: ['ConfirmationOfAnother', 'FactWithdrawn'],
});

/** What the form of a record begins with: from the arrangement, the record so far, or the habits of the organisation. */
export const readRecordForm = contract({
  name: 'readRecordForm', method: 'GET', path: '/organisations/:organisation/record-form',
  summary: { zh: '记录表单', en: 'The form of a record' },
  input: z.strictObject({
    organisation: id, session: id.optional(),
    /** The lecture of an invitation: its topic and its lecturer are filled in. */
    invitation: id.optional(),
  }),
  output: z.strictObject({
    organisation: organisationCard,
    /** Null for a session that nobody arranged. */
    session: id.nullable(),
    version: z.number().int().nullable(),
    /** A record exists and is being amended. */
    recorded: z.boolean(),
    /** As far as it is known: activities, topic and sittings of a new one are still to be chosen. */
    record: recordShape.extend({ topic: z.string(), activities: z.array(word), sittings: z.array(sittingWithPlace) }),
    /** Whose marks have a reason that the reader may not know, and its class; the marks carry a word that stands for it. */
    withheld: z.array(z.strictObject({ person: id, shownAs: reasonClass })),
    /** Where it was held last time, for a sitting that is added. */
    usualPlace: z.string(),
    /** Members of the organisation, and persons named in the record from elsewhere. */
    persons: z.array(personCard.extend({ group: z.string().nullable() })),
    /** Organisations one may record for instead. */
    choices: z.array(organisationCard),
    /** What can be taken up: courses that the office announced, and lectures that it recommends. */
    studies: z.array(studyChoice),
    /** Who fills in: he cannot excuse himself. */
    self: id.nullable(),
  }),
  refusals: ['SchemeMissing'],
});
export type RecordForm = z.output<typeof readRecordForm.output>;

/** For 主持, 主讲 and 列席: anybody on the roster of the bureau by name, number or pinyin. */
export const findPersons = contract({
  name: 'findPersons', method: 'GET', path: '/organisations/:organisation/persons-to-name',
  summary: { zh: '查找人员（用于填写主讲、列席）', en: 'Find persons to name in a record' },
  input: z.strictObject({ organisation: id, q: z.string().trim().min(1).max(40) }),
  output: z.strictObject({ items: z.array(personCard.extend({ home: z.string().nullable() })) }),
  refusals: [],
});
