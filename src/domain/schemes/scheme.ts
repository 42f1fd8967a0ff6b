import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { WindowKind } from '#domain/calendar/window.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';

/** A checked scheme (考核方案), as the evaluator reads it. `#domain/schemes/format` makes it from YAML or refuses. */
export interface Scheme {
  readonly id: string;
  readonly version: number;
  readonly label: Words;
  /** 文号 of the regulation that adopts it; a sample says so in `source`. */
  readonly document: string | null;
  readonly source: Words | null;
  readonly activities: readonly Activity[];
  readonly contents: readonly Named[];
  readonly excuses: readonly ExcuseReason[];
  readonly points: PointsPart | null;
}

export interface Named {
  readonly id: string;
  readonly label: Words;
}

/** A local kind of session over the built-in ones. */
export interface Activity extends Named {
  /**
   * Who is expected: every member of the Party below the organisation, the holders of committee posts of the
   * organisation itself, or everybody on the roster.
   */
  readonly audience: 'members' | 'committee' | 'everybody';
  /** Staff kinds that are not expected (a retired member on a Monday evening). */
  readonly exceptStaff: readonly ('officer' | 'auxiliary' | 'civilian' | 'retired')[];
  /** Usual day of the week (1 = Monday … 7) and window, for arranging. */
  readonly weekday: number | null;
  readonly from: string;
  readonly to: string;
  /** Days within which a session may be made up; null = not at all. */
  readonly makeUpDays: number | null;
  /** Levels of organisation that hold it. */
  readonly heldBy: 'branch' | 'group' | 'committee';
  readonly clause: string | null;
}

export interface ExcuseReason extends Named {
  /** 是否免计: whether it leaves the denominator. */
  readonly exempts: boolean;
  /** 是否应补. */
  readonly makeUp: 'required' | 'optional' | 'no';
  /** What everybody but the person and his secretary may see (finding 14). */
  readonly shownAs: 'duty' | 'leave' | 'other' | 'absent';
  /** Which register brings it by itself; null = only by hand. */
  readonly broughtBy: 'shift' | 'postNightRest' | 'closedDuty' | 'secondment' | 'studyStop' | null;
}

export type PointsNode = PointsPart | PointsRule;

/** A part of the points (积分构成): children combine by addition, under limits, with stated behaviour for a missing share. */
export interface PointsPart extends Named {
  readonly kind: 'part';
  readonly clause: string | null;
  readonly full: Hundredths | null;
  /** how several rules below this part pay for the same fact and subject. */
  readonly combine: 'highest' | 'sum' | 'first';
  /** What becomes of the mark of a share without a basis; asked of every part that has share rules. */
  readonly missing: 'required' | 'renormalise' | 'zero' | null;
  readonly limits: readonly Limit[];
  readonly children: readonly PointsNode[];
}

export interface PointsRule extends Named {
  readonly kind: 'rule';
  readonly clause: string;
  readonly match: Match;
  readonly value: RuleValue;
  readonly limits: readonly Limit[];
}

/** What a rule looks at. All conditions must hold; an empty list asks nothing. */
export interface Match {
  /** Activities, any of them. */
  readonly activities: readonly string[];
  readonly contents: readonly string[];
  /** The part a person took in the session. `attendance` = was expected there. */
  readonly part: 'attendance' | 'speaker' | 'exchange' | 'host';
}

export type RuleValue =
  /** A fixed value for each fact. */
  | { readonly kind: 'fixed'; readonly each: Hundredths }
  /** Full mark × (实到+补学) ÷ 应到, to date, in the year. */
  | { readonly kind: 'share'; readonly full: Hundredths }
  /** Full mark × min(1, minutes ÷ target), the target pro rata for the months of membership in the year. */
  | { readonly kind: 'hours'; readonly full: Hundredths; readonly targetMinutes: number; readonly proRata: boolean };

/** A ceiling or floor is an object of its own with an entry of its own. */
export interface Limit {
  readonly id: string;
  readonly bound: 'ceiling' | 'floor';
  readonly value: Hundredths;
  readonly per: WindowKind;
  readonly clause: string | null;
}

/** A version in force from the first day of a month. */
export interface AdoptedScheme {
  readonly scheme: Scheme;
  readonly from: CivilDate;
}
