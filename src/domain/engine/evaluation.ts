import type { CivilDate, Period } from '#domain/calendar/civil-date.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { MeasuredValue } from '#domain/schemes/format/value-shapes.ts';
import type { Words } from '#domain/words/words.ts';

/** Up to where an evaluation looks: what was known at `seq`, of what had happened by `date`. */
export interface UpTo {
  readonly seq: number;
  readonly date: CivilDate;
  /**
   * The last month that is looked at, where `date` is its last day: what belongs to it counts although it was made up
   * after it, and what happened in it for a later one does not.
   */
  readonly period?: Period;
}

/** Exactly one of these for every (person, session). */
export type AttendanceStatus = 'present' | 'madeUp' | 'excused' | 'absent' | 'notExpected';

export interface Attendance {
  readonly person: string;
  readonly session: string;
  readonly status: AttendanceStatus;
  /** 100 for a whole attendance, 50 for 迟到早退 of more than half an hour, 0 otherwise; the numerator of a share. */
  readonly credit: number;
  /** Reason of an excuse or of an absence with approved leave; a word of the scheme. */
  readonly reason: string | null;
  /** The facts it rests on besides the session: leave, team, make-up, the other session. */
  readonly because: readonly string[];
}

/**
 * One value the ledger must hold. Its key is (subject, kind, of, window, fact): `raw` values name their fact; all others
 * name their window and telescope: what a limit took, a share, a base, what the mark of a missing sibling adds.
 */
export interface LedgerValue {
  readonly person: string;
  readonly kind: 'raw' | 'limit' | 'share' | 'base' | 'raise';
  /** The id of the rule or part, or of the limit. */
  readonly of: string;
  /** The top-level part under which it stands (参加学习教育). */
  readonly part: string;
  /** Window key such as '2026-11' or '2026'; for `raw` the period of the fact. */
  readonly window: string;
  readonly fact: string | null;
  readonly value: Hundredths;
}

export interface PersonTotal {
  readonly person: string;
  readonly year: number;
  /** Null: no basis at all (依据不足), never zero in disguise. */
  readonly total: Hundredths | null;
  readonly parts: readonly { readonly part: string; readonly value: Hundredths | null }[];
  /** Sum of what waits for another person's confirmation ("待确认 +5.00"); in no total. */
  readonly proposed: Hundredths;
  /** Rules without a basis that the scheme calls required: the named gap for which the total is null. */
  readonly gaps: readonly string[];
  /** The class by which he has no total (按规定不参评). */
  readonly excluded: string | null;
}

/**
 * Why a number is what it is. The same object on the command line, in the API and in the drawer. Children combine to
 * the parent by `how`, visibly.
 */
export interface Grounds {
  readonly id: string;
  readonly label: Words;
  readonly value: Hundredths | null;
  /** The value is of whole things, such as people or minutes, and not in hundredths. */
  readonly format?: 'count';
  readonly full: Hundredths | null;
  readonly how: How;
  readonly rule: RuleCard | null;
  readonly children: readonly Grounds[];
}

export type How =
  | { readonly kind: 'sum' }
  | { readonly kind: 'share'; readonly full: Hundredths; readonly raisedFrom: Hundredths | null; readonly raised: Raised | null; readonly present: number; readonly madeUp: number; readonly expected: number; readonly excused: number; readonly creditHundredths: number }
  /** The target is in force for `months` of the twelve; 12 where the scheme does not say pro rata. */
  | { readonly kind: 'hours'; readonly full: Hundredths; readonly raisedFrom: Hundredths | null; readonly raised: Raised | null; readonly minutes: number; readonly targetMinutes: number; readonly months: number }
  /** What a limit took (or a floor gave): `before` inside the window, bounded by `bound`. */
  | { readonly kind: 'limit'; readonly bound: 'ceiling' | 'floor'; readonly before: Hundredths; readonly at: Hundredths; readonly window: string }
  | { readonly kind: 'each'; readonly each: Hundredths; readonly times: number }
  /** A full mark times a share other than attendance: `part` of `whole`, counted in `unit`; `mark` is what a scale makes of it. */
  | { readonly kind: 'measured'; readonly of: MeasuredValue['kind']; readonly full: Hundredths; readonly raisedFrom: Hundredths | null; readonly raised: Raised | null; readonly part: number; readonly whole: number; readonly unit: MeasureUnit; readonly mark: Hundredths | null }
  /** 基础分 of a window; `months` of those it has, where it is given by the month. */
  | { readonly kind: 'base'; readonly window: string; readonly months: number | null }
  /** What the mark of siblings without a basis adds to `before`. */
  | { readonly kind: 'raise'; readonly before: Hundredths; readonly raised: Raised }
  /**
   * What a check found in the place of what facts made: `checked` of `computed` on the day of the sheet, out of `outOf`; the
   * difference times `then` ÷ `now` months, added to `before`, within nothing and `full`.
   */
  | { readonly kind: 'check'; readonly day: CivilDate; readonly checked: Hundredths; readonly computed: Hundredths; readonly outOf: Hundredths | null; readonly before: Hundredths; readonly full: Hundredths | null; readonly atCheck: number; readonly now: number }
  /** One of the children stands for all: the one whose id is `chosen`. */
  | { readonly kind: 'choose'; readonly take: 'higher' | 'lower' | 'latest' | 'first'; readonly chosen: string | null }
  /** Children times their weights in hundredths of a percent; exact until it is rounded once, at the end. */
  | { readonly kind: 'weigh'; readonly weights: readonly { readonly id: string; readonly weight: number }[]; readonly spread: number; readonly missing: readonly string[] }
  /** Somebody or something that a share counts, and whether it has what is asked. */
  | { readonly kind: 'counted'; readonly state: CountState; readonly persons: readonly string[]; readonly window: string | null; readonly because: readonly string[]; readonly opens?: OpenedFact }
  /** 按规定不参评: by which class, by which clause. */
  | { readonly kind: 'excluded'; readonly class: string; readonly clause: string | null }
  /** Nothing to judge: no basis; what becomes of the mark is said by the scheme, unless nothing was asked before the day of inclusion (未纳入). */
  | { readonly kind: 'noBasis'; readonly missing: 'required' | 'renormalise' | 'zero' | 'notIncluded' }
  /** A span of time inside a share: counts only, adds nothing of its own. */
  | { readonly kind: 'window'; readonly window: string; readonly present: number; readonly madeUp: number; readonly expected: number; readonly excused: number }
  /** A leaf: one fact one may open. */
  | { readonly kind: 'fact'; readonly fact: FactLeaf };

/** The one fact that a leaf counts, where it counts facts; one may open it. */
export type OpenedFact = Pick<FactLeaf, 'kind' | 'factId'>;

/** In what `part` and `whole` of a measured share are counted. */
export type MeasureUnit = 'times' | 'windows' | 'persons' | 'pairs' | 'ballots' | 'points' | 'sum' | 'state';
/**
 * `has` and `late` are met, the latter for less; `open` is not due yet (未到期); `lacks` is a gap; `outside` lies before the day
 * of inclusion and is in no figure (未纳入).
 */
export type CountState = 'has' | 'late' | 'lacks' | 'open' | 'outside';

/**
 * The mark of siblings without a basis, spread over those that have one: full × `all` ÷ `present`. The exact
 * ratio stands here because the raised full mark, rounded for show, does not give the value to the hundredth.
 */
export interface Raised {
  readonly all: Hundredths;
  readonly present: Hundredths;
}

export interface RuleCard {
  readonly id: string;
  /** The rule in words of an office, without the numbers of any one person. */
  readonly words: Words;
  readonly clause: string | null;
  readonly scheme: string;
  readonly version: number;
}

export interface FactLeaf {
  readonly factId: string;
  readonly version: number;
  readonly kind: string;
  readonly day: CivilDate;
  readonly period: Period;
  readonly activities: readonly string[];
  readonly status: AttendanceStatus | 'counted' | 'proposed' | 'outdone';
  /** The reason itself; a reader without the right gets only `reasonClass`. */
  readonly reason: string | null;
  readonly reasonClass: 'duty' | 'leave' | 'other' | 'absent' | null;
  readonly because: readonly string[];
  readonly minutes: number | null;
  readonly recordedBy: string | null;
  readonly recordedOn: CivilDate;
  /** Days between the day it happened and the day it was entered. */
  readonly lateDays: number;
  readonly confirmedBy: string | null;
}
