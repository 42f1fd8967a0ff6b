import { z } from 'zod';
import { checkSheetState, drawState, problemState, recusalState } from './check-contract.ts';
import { memberResultState, memberReviewState } from './member-year-contract.ts';
import { objectionState } from './objection-state-contract.ts';
import { civilDate, clockTime, hundredths, id, period, pinned, word } from './shapes-contract.ts';

export { civilDate, clockTime, id, period, word };

/** Codes 611 … 932 of the national list (domain 5.3); 699 is our code for 党小组, which the list writes differently. */
export const organisationCategory = z.enum(['611', '612', '621', '631', '632', '911', '921', '931', '932', '699', '000']);

export const organisationState = z.strictObject({
  category: organisationCategory,
  /** The bureau's own short number, unique, the order of every list. */
  number: z.string().min(1).max(20),
  name: z.string().min(1).max(100),
  shortName: z.string().min(1).max(40),
  founded: civilDate,
  dissolved: civilDate.nullable(),
  /** Where it hung since when, oldest first; the root has `parent: null`. */
  placements: z.array(z.strictObject({ parent: id.nullable(), from: civilDate })).min(1),
});

export const staffKind = z.enum(['officer', 'auxiliary', 'civilian', 'retired']);
/** `none`: on the roster of the unit without being a member of the Party. */
export const memberStage = z.enum(['full', 'probationary', 'none']);

/** One spell of belonging to one home branch (组织关系). A transfer ends one spell and begins the next. */
export const membershipState = z.strictObject({
  person: id,
  organisation: id,
  /** The Party group inside the branch, where the branch has groups. */
  group: id.nullable(),
  stage: memberStage,
  staffKind,
  from: civilDate,
  to: civilDate.nullable(),
});

export const post = z.enum([
  'secretary', 'deputySecretary', 'organiser', 'publicist', 'disciplineOfficer', 'committeeMember', 'groupLeader',
]);
export const postState = z.strictObject({ person: id, organisation: id, post, from: civilDate, to: civilDate.nullable() });

/** A shift that starts on a day of the cycle; it may end on the next day. */
export const shift = z.strictObject({ start: clockTime, hours: z.number().int().min(1).max(24) });
/** 班组: the cycle repeats from `anchor`; day k of the cycle has the shifts of `cycle[k]` (none = a free day). */
export const shiftTeamState = z.strictObject({
  organisation: id,
  anchor: civilDate,
  cycle: z.array(z.array(shift).max(3)).min(1).max(56),
  /** Hours of rest after a shift that reaches past midnight (下夜班休整); 0 = none. */
  restHours: z.number().int().min(0).max(48),
  from: civilDate,
  to: civilDate.nullable(),
});
export const teamPlacementState = z.strictObject({ person: id, team: id, from: civilDate, to: civilDate.nullable() });

/** 请假 by date range; the reason is a word of the scheme (病假, 年休假 …). */
export const leaveState = z.strictObject({ person: id, reason: word, from: civilDate, to: civilDate });
/** 全封闭执勤: weeks inside a closed post; `studyAtPost` says whether the post holds its own study. */
export const closedDutyState = z.strictObject({
  persons: z.array(id).min(1).max(500), from: civilDate, to: civilDate, studyAtPost: z.boolean(),
});
/** 借调/专班: works elsewhere, the relation stays (D-25). `to` organisation is null when it is outside this bureau. */
export const secondmentState = z.strictObject({
  person: id, organisation: id.nullable(), from: civilDate, to: civilDate.nullable(),
});
/** 停学/顺延: one action for everything below `scope`; `movedTo` is the new day of a postponement. */
export const studyStopState = z.strictObject({
  scope: id, activities: z.array(word).min(1), day: civilDate, movedTo: civilDate.nullable(),
});

export const mark = z.enum(['present', 'late', 'excused', 'absent']);
export const attendanceMark = z.strictObject({
  person: id,
  mark,
  /** For `excused`, and for `absent` with approved leave that does not exempt: a reason of the scheme. */
  reason: word.nullable(),
  /** Which sitting he came to, where there are several. */
  sitting: z.number().int().min(0).max(19),
});

export const sitting = z.strictObject({ day: civilDate, from: clockTime, to: clockTime });
export const vote = z.strictObject({
  entitled: z.number().int().min(0).max(9999), present: z.number().int().min(0).max(9999),
  yes: z.number().int().min(0).max(9999), no: z.number().int().min(0).max(9999), abstained: z.number().int().min(0).max(9999),
});

/** How a free text (文号, 事项, 主题) stands in the log: only whether two are the same can be told. */
export const matterKey = z.string().regex(/^#[0-9a-f]{16}$/);

/** What a session took up from elsewhere: a lesson of a course that the office announced, or a lecture given in a branch. */
export const studied = z.strictObject({ of: id, lesson: z.number().int().min(1).max(1000).nullable() });

/** One session of one organisation: arranged first, held (or not held, with a reason) afterwards. */
export const sessionState = z.strictObject({
  organisation: id,
  /** The arrangement (月度学习安排) it came from; sessions of one arrangement stand for each other (make-up elsewhere). */
  arrangement: id.nullable(),
  stage: z.enum(['arranged', 'held', 'notHeld']),
  /** Multi-select: one session may be several things and counts once (D-17). */
  activities: z.array(word).min(1).max(6),
  /** Kinds of study content (讲话精神, 政治理论, 业务知识 …), words of the scheme. */
  contents: z.array(word).max(10),
  /** 主题, where one was written: lectures about the same one may count once. */
  topic: matterKey.optional(),
  day: civilDate,
  period,
  sittings: z.array(sitting).min(1).max(20),
  host: id.nullable(),
  minuteTaker: id.nullable(),
  speakers: z.array(id).max(20),
  /** 交流发言. */
  exchanges: z.array(id).max(60),
  /** 列席人员: there without belonging to the meeting. */
  attendees: z.array(id).max(200),
  marks: z.array(attendanceMark).max(3000),
  /** "全部实到" was one deliberate tap; written down as such. */
  allPresent: z.boolean(),
  agenda: z.array(z.strictObject({ firstItem: z.boolean() })).max(40),
  resolutions: z.array(z.strictObject({ vote: vote.nullable() })).max(40),
  /** Left out where it took up nothing of the kind. */
  studied: z.array(studied).max(60).optional(),
});

/** 补学: one person makes up one session; the day is when he did, the period is the session's. */
export const makeUpState = z.strictObject({
  session: id, person: id, day: civilDate, way: z.enum(['otherSession', 'replay', 'reading']),
});

/** 审核: another person stands for version `version` of fact `fact`. */
export const confirmationState = z.strictObject({ fact: id, version: z.number().int().min(1) });

/** 考核方案 put into force: the text is stored under its hash. */
export const schemeAdoptionState = z.strictObject({
  scheme: word, version: z.number().int().min(1), textHash: z.string().regex(/^[0-9a-f]{64}$/), from: civilDate,
});

/**
 * 启用日期: the day from which an organisation, and all below it that have none of their own, is reckoned with. What is
 * missing before it is nobody's gap (未纳入).
 */
export const inclusionState = z.strictObject({ organisation: id, from: civilDate });

/**
 * One line of a register (登记簿) that the scheme declares. Numbers are whole: counts and minutes as they are, money in
 * fen, marks in hundredths. A level is a word of the scheme. Free text stays beside the log.
 */
export const recordState = z.strictObject({
  register: word,
  /** Whose register it stands in; of a collective honour, who has it. */
  organisation: id,
  day: civilDate,
  /** Last day of what lasts; null for what happened on one day, or lasts still. */
  until: civilDate.nullable(),
  persons: z.array(z.strictObject({ person: id, as: word.nullable() })).max(500),
  values: z.record(word, z.union([z.number().int().min(-1_000_000_000).max(1_000_000_000), z.boolean(), civilDate, word, matterKey])),
});

/** 交办任务: what somebody was asked to do until when, and what became of it. */
export const assignmentState = z.strictObject({
  organisation: id,
  person: id,
  day: civilDate,
  until: civilDate,
  /** Handed in but not accepted is open still; `returned` waits for the person again. */
  stage: z.enum(['open', 'handedIn', 'returned', 'accepted', 'notDone', 'cancelled']),
  handedInOn: civilDate.nullable(),
});

/** What rules may know of a person beside his spells: dates, and how much of the roster's columns is filled in. */
export const particularsState = z.strictObject({
  person: id,
  joinedParty: civilDate.nullable(),
  /** Required columns of the roster that are empty. */
  missing: z.number().int().min(0).max(40),
});

/** 月度学习安排 by the office: what is to be held when by whom below `scope`. */
export const arrangementState = z.strictObject({
  scope: id, activities: z.array(word).min(1).max(6), contents: z.array(word).max(10),
  sitting, organisations: z.array(id).max(1000),
});

export const holidayName = z.enum(['newYear', 'springFestival', 'qingming', 'labourDay', 'dragonBoat', 'midAutumn', 'nationalDay', 'other']);
/** 工作日历 of one year as it was announced: 法定节假日 with all the days off, and 调休上班 at weekends. */
export const calendarYearState = z.strictObject({
  year: z.number().int().min(2000).max(2199),
  /** Two holidays may share one span of days off. */
  holidays: z.array(z.strictObject({ names: z.array(holidayName).min(1).max(3), from: civilDate, to: civilDate })).min(1).max(20),
  workdays: z.array(civilDate).max(30),
});

/**
 * 锁定: the months of everything below an organisation do not change any more; of a whole year it says that it is
 * final (终审). Reopening is a later version of the same fact, by a named leader.
 */
export const closingState = z.strictObject({
  organisation: id,
  window: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/),
  stage: z.enum(['closed', 'reopened']),
  /** What the log knew of when the numbers of this month were pinned. */
  asOfSeq: z.number().int().min(0),
});
/** 补报授权: something of a closed month may still be entered late, until a day. */
export const lateFilingGrantState = z.strictObject({ organisation: id, period, until: civilDate });

/** 积分确认单 of one member for one month, and what became of it. */
export const statementState = z.strictObject({
  person: id,
  /** The branch at home in which he was at the month's end; it answers. */
  organisation: id,
  period,
  /** Of the year up to the month's end, and of the month alone; null has no basis. */
  total: hundredths.nullable(),
  month: hundredths.nullable(),
  parts: z.array(z.strictObject({ part: word, total: hundredths.nullable(), month: hundredths.nullable() })).max(50),
  ...pinned,
  issuedOn: civilDate,
  /** Last day for an objection; null while the calendar of the year is not announced: nobody loses a right to a guess. */
  objectUntil: civilDate.nullable(),
  stage: z.enum(['issued', 'confirmed', 'objected', 'answered', 'appealed', 'reviewed']),
  /** The entry objected to; null: something is missing. */
  disputed: id.nullable(),
  verdict: z.enum(['upheld', 'rejected']).nullable(),
  /**
   * Whether the branch answered by its last day, whatever was reviewed afterwards; null without an answer of its own. A log
   * from before this was kept does not have it.
   */
  answered: z.enum(['onTime', 'late']).nullable().optional(),
  /** The day of this stage. */
  movedOn: civilDate,
});
/** 月自查: the marks of a branch as facts prove them, on their way from the branch to the office. */
export const selfCheckState = z.strictObject({
  organisation: id,
  period,
  stage: z.enum(['filled', 'submitted', 'returned', 'locked']),
  items: z.array(z.strictObject({ item: word, mark: hundredths.nullable() })).max(200),
  total: hundredths.nullable(),
  ...pinned,
  /** When it was first handed in, whatever was returned afterwards. */
  filedOn: civilDate.nullable(),
  filed: z.enum(['onTime', 'late']).nullable(),
  /** Items that were returned. */
  returned: z.array(word).max(200),
  /** From opening to confirming, in seconds, as the page measured it. */
  seconds: z.number().int().min(0).max(86_400).nullable(),
});
/** In what a target is counted: windows of the scheme, things that are asked once, hundredths of a percent, or cases of which there shall be none. */
export const targetUnit = z.enum(['days', 'weeks', 'months', 'quarters', 'halves', 'times', 'percent', 'cases']);
/** One item of a plan: how much, spread over the months or quarters, by whom and until when. */
export const targetLine = z.strictObject({
  item: word,
  unit: targetUnit,
  target: z.number().int().min(0).max(1_000_000),
  /** Twelve months or four quarters that make up the target; empty for what holds all year (a rate, no case at all). */
  split: z.array(z.number().int().min(0).max(1_000_000)).max(12),
  responsible: id.nullable(),
  due: civilDate.nullable(),
});
/**
 * 年度任务分解: the year's tasks of a branch, each with its target, who is responsible and until when. What is done of them
 * never stands here; it follows from the other facts. Each branch has one for each year.
 */
export const targetPlanState = z.strictObject({
  organisation: id,
  year: z.number().int().min(2000).max(2199),
  /** Whatever is changed after filing waits as a draft until it is filed again. */
  stage: z.enum(['draft', 'filed', 'returned']),
  lines: z.array(targetLine).max(200),
  /** When it was first handed in, whatever was returned or changed afterwards. */
  filedOn: civilDate.nullable(),
  /** When it was first handed in with somebody responsible and a day for every item; what opens later does not undo it. */
  assignedOn: civilDate.nullable(),
});
/** 代行: one person acts for another in an organisation for a time. */
export const delegationState = z.strictObject({ organisation: id, person: id, deputy: id, from: civilDate, to: civilDate });

const year = z.number().int().min(2000).max(2199);
/** What a branch came to in a year and which grade that proposes; what it recomputes from stands once beside all of them. */
const reviewedBranch = z.strictObject({
  organisation: id,
  /** Null while something required is missing. */
  score: hundredths.nullable(),
  parts: z.array(z.strictObject({ part: word, value: hundredths.nullable() })).max(50),
  gaps: z.array(word).max(50),
  vetoes: z.array(word).max(50),
  /** The best grade that a veto leaves; `out` leaves none. */
  atMost: word.nullable(),
  ties: z.array(hundredths).max(10),
  /** 不定等次: there for too few months, or by rule not evaluated. */
  ungraded: z.enum(['months', 'excluded']).nullable(),
  groundsHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** 建议等次; null without one, and where equals at the line of a quota wait for a body. */
  proposed: word.nullable(),
  /** As a body decided; null before, and for whom there is none. */
  grade: word.nullable(),
});
/** 年度考核 of the branches below an organisation, on its way from opening to circular. */
export const branchReviewState = z.strictObject({
  organisation: id,
  result: word,
  year,
  /** 0 is the review itself. A revision (修订) is a fact of its own, so that what was circulated stays as it was. */
  revision: z.number().int().min(0).max(99),
  stage: z.enum(['opened', 'scored', 'deliberated', 'noticed', 'approved', 'circulated']),
  /** Last day for the branches to review themselves. */
  selfUntil: civilDate,
  pin: z.strictObject({
    scheme: word, schemeVersion: z.number().int().min(1), evaluator: z.number().int().min(1), asOfSeq: z.number().int().min(0), date: civilDate,
  }).nullable(),
  branches: z.array(reviewedBranch).max(20_000),
  deliberatedOn: civilDate.nullable(),
  /** 公示 and who was named in it: nobody else becomes excellent by it. */
  notice: z.strictObject({ from: civilDate, until: civilDate, listed: z.array(id).max(20_000) }).nullable(),
  approvedOn: civilDate.nullable(),
  circulatedOn: civilDate.nullable(),
});
/** 支部自评 for a year: the branch has looked at its result and says so. */
export const selfReviewState = z.strictObject({ organisation: id, result: word, year, score: hundredths.nullable(), ...pinned, filedOn: civilDate });

/**
 * The complete state of every kind of fact (engine law A-2). The log carries ids, kinds, dates and measures only: a
 * person's name or a free text never stands here, so that it can be erased without touching a total. Free text of a
 * fact lives beside the log (`FactText`) and is bound to it by its hash.
 */
export const factStates = {
  organisation: organisationState,
  membership: membershipState,
  post: postState,
  shiftTeam: shiftTeamState,
  teamPlacement: teamPlacementState,
  leave: leaveState,
  closedDuty: closedDutyState,
  secondment: secondmentState,
  studyStop: studyStopState,
  arrangement: arrangementState,
  session: sessionState,
  makeUp: makeUpState,
  record: recordState,
  assignment: assignmentState,
  particulars: particularsState,
  confirmation: confirmationState,
  schemeAdoption: schemeAdoptionState,
  inclusion: inclusionState,
  calendarYear: calendarYearState,
  closing: closingState,
  lateFilingGrant: lateFilingGrantState,
  statement: statementState,
  selfCheck: selfCheckState,
  delegation: delegationState,
  branchReview: branchReviewState,
  selfReview: selfReviewState,
  draw: drawState,
  checkSheet: checkSheetState,
  recusal: recusalState,
  problem: problemState,
  memberReview: memberReviewState,
  memberResult: memberResultState,
  objection: objectionState,
  targetPlan: targetPlanState,
} as const;

export type FactKind = keyof typeof factStates;
export type FactState<K extends FactKind> = z.infer<(typeof factStates)[K]>;
