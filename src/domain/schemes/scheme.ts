import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { WindowKind } from '#domain/calendar/window.ts';
import type { Post } from '#domain/people/posts.ts';
import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import type { Guide } from './format/guide-shape.ts';
import type { Match } from './format/match-shape.ts';
import type { MemberClass, Register, Tag } from './format/register-shape.ts';
import type { Requirement } from './format/requirement-shape.ts';
import type { Filing, Proposal, Result } from './format/result-shape.ts';
import type { RuleValue } from './format/value-shapes.ts';

/** A checked scheme (考核方案), as the evaluator reads it. `#domain/schemes/format` makes it from YAML or refuses. */
export interface Scheme {
  readonly id: string;
  readonly version: number;
  readonly label: Words;
  /** 文号 of the regulation that adopts it; a sample says so in `source`. */
  readonly document: string | null;
  readonly source: Words | null;
  /** 试行: adopted for trial. */
  readonly tentative: boolean;
  readonly activities: readonly Activity[];
  readonly contents: readonly Named[];
  readonly excuses: readonly ExcuseReason[];
  /** The bureau's own frame of labels. */
  readonly framework: readonly Tag[];
  readonly registers: readonly Register[];
  readonly classes: readonly MemberClass[];
  /** Of members. */
  readonly points: PointsPart | null;
  /** Of branches: aspects, items, marking rules. */
  readonly indicators: PointsPart | null;
  /** What branches and the committee of the bureau owe beside all marks. */
  readonly requirements: readonly Requirement[];
  readonly results: readonly Result[];
  readonly proposals: readonly Proposal[];
  readonly filing: Filing | null;
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
  /** What a statutory holiday on that day does to it. */
  readonly holiday: 'skip' | 'shift' | 'keep';
  readonly from: string;
  readonly to: string;
  /** Days within which a session may be made up; null = not at all. */
  readonly makeUpDays: number | null;
  /** Levels of organisation that hold it. */
  readonly heldBy: 'branch' | 'group' | 'committee';
  readonly labels: readonly string[];
  readonly guidance: Words | null;
  /** 办理指引: how it is done, on one page. */
  readonly guide: Guide | null;
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

/** A start value per window; who joins in between has it in full, by whole months, or not at all. */
export interface Base {
  readonly value: Hundredths;
  readonly per: WindowKind;
  readonly joining: 'full' | 'byMonth' | 'none';
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
  /** 基础分: what everybody starts with in each window. */
  readonly base: Base | null;
  /** 另加分: beside the full mark of what it stands in, not part of it. */
  readonly bonus: boolean;
  /** One of the children stands for the part. */
  readonly choose: 'higher' | 'lower' | 'latest' | 'first' | null;
  readonly labels: readonly string[];
  readonly guidance: Words | null;
  /** 办理指引: how it is done, on one page. */
  readonly guide: Guide | null;
  /** The post of the branch that answers for it, and for what stands below unless that says its own. */
  readonly responsible: Post | null;
  readonly limits: readonly Limit[];
  readonly children: readonly PointsNode[];
}

export interface PointsRule extends Named {
  readonly kind: 'rule';
  readonly clause: string;
  readonly match: Match;
  readonly value: RuleValue;
  /** The most it can bring, where it says so. */
  readonly full: Hundredths | null;
  /** `facts`: without a fact it has no basis. */
  readonly basis: 'facts' | null;
  /** Of the facts of one window, or about one matter, only the highest or the first pays. */
  readonly group: { readonly per: string; readonly take: 'highest' | 'first' } | null;
  readonly onlyWith: 'committee' | 'groups' | 'noCommittee' | null;
  readonly labels: readonly string[];
  readonly guidance: Words | null;
  /** 办理指引: how it is done, on one page. */
  readonly guide: Guide | null;
  readonly responsible: Post | null;
  readonly limits: readonly Limit[];
}

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
