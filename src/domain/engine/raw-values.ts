import { type CivilDate, yearOf } from '#domain/calendar/civil-date.ts';
import { windowDayOf, windowKinds, windowOf } from '#domain/calendar/window.ts';
import { roundedQuotient } from '#domain/points/hundredths.ts';
import { sessionMatters } from '#domain/schemes/built-in-registers.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import { isFactValue } from '#domain/schemes/format/value-shapes.ts';
import type { PointsRule } from '#domain/schemes/scheme.ts';
import { attendanceOf, type SessionAttendance, wasHeld } from './attendance.ts';
import { payingClaims } from './combine.ts';
import { type Happening, isEntry } from './entry.ts';
import { worthOf } from './fact-worth.ts';
import { entriesOfSubject, heldSessions } from './happenings.ts';
import { hasHappened } from './has-happened.ts';
import { homeOn, isPartyMember } from './home.ts';
import { isCounted, isOfClass } from './member-class.ts';
import { once } from './once.ts';
import type { Posting } from './posting.ts';
import type { Reading } from './reading.ts';
import { matches } from './rule-match.ts';
import type { PlacedRule, RuleTree } from './rule-tree.ts';
import type { SchemeVersion } from './scheme-book.ts';
import { stoodForByAnother } from './standing.ts';
import type { Subject } from './subject.ts';
import type { Session } from './standing.ts';
import { personIn } from './world.ts';

/** What one rule makes of one session or entry for one subject, in full, whatever the limits. */
export interface RawValue extends Posting {
  readonly rule: PointsRule;
  readonly fact: Happening;
  readonly version: SchemeVersion;
  /** `outdone`: another rule of the part, or another fact of the group, pays; `proposed`: waits for another's confirmation. */
  readonly standing: 'counted' | 'outdone' | 'proposed';
}

export interface RawValues {
  readonly raws: readonly RawValue[];
  /** What confirming everything would add, and take back of what counts now (待确认); before limits. */
  readonly waiting: readonly Posting[];
}

const NONE: readonly RawValue[] = [];

/** The raw values of a member, each by the version in force for its fact. */
export function rawValuesOfMember(reading: Reading, subject: Subject, attendances: readonly SessionAttendance[]): RawValues {
  const { parts, proposed, proposedEntries } = personIn(reading.world, subject.id);
  const claims = new Map<string, readonly RawValue[]>();
  for (const fact of [...proposed, ...proposedEntries]) claims.set(fact.factId, []);
  for (const session of parts) if (wasHeld(reading, session)) claims.set(session.factId, claimsTo(reading, session, subject, 0));
  for (const { session, attendance } of attendances) {
    const made = claimsTo(reading, session, subject, attendance.credit);
    if (made.length > 0) claims.set(session.factId, made);
  }
  for (const entry of entriesOfSubject(reading, subject)) {
    const made = claimsTo(reading, entry, subject, 0);
    if (made.length > 0) claims.set(entry.factId, made);
  }
  const found: Found = { raws: [], waiting: [] };
  for (const [fact, made] of claims) decide(reading, subject, fact, made, found);
  return grouped(found);
}

/** What the facts come to, one after the other. */
interface Found {
  readonly raws: RawValue[];
  readonly waiting: Posting[];
}

/** The raw values of a branch: what is in force counts, because a branch confirms nothing for itself. */
export function rawValuesOfBranch(reading: Reading, subject: Subject): RawValues {
  const happenings = [...heldSessions(reading, subject.id), ...entriesOfSubject(reading, subject)];
  const raws = happenings.flatMap((fact) => {
    const claims = claimsTo(reading, fact, subject, 100);
    const counted = paying(claims, subject);
    return claims.map((claim) => inStanding(claim, counted.includes(claim) ? 'counted' : 'outdone'));
  });
  return grouped({ raws, waiting: [] });
}

/** What counts of the claims of the version in force, and what would count if all that waits were confirmed. */
function decide(reading: Reading, subject: Subject, fact: string, claims: readonly RawValue[], { raws, waiting }: Found): void {
  const version = reading.world.proposedSessions.get(fact) ?? reading.world.proposedEntries.get(fact);
  const [only, ...others] = claims;
  // Nearly every fact is paid by one rule and waits for nobody.
  if (!version && only?.standing === 'counted' && others.length === 0) return void raws.push(only);
  const stoodFor = claims.filter(({ standing }) => standing === 'counted');
  const counted = paying(stoodFor, subject);
  const decided = stoodFor.map((claim) => inStanding(claim, counted.includes(claim) ? 'counted' : 'outdone'));
  const future = version ? claimsOfProposed(reading, version, subject) : claims;
  const fresh = future.filter(({ rule }) => !decided.some((claim) => claim.rule.id === rule.id));
  raws.push(...decided);
  if (!version && fresh.length === 0) return;
  raws.push(...fresh.map((claim) => inStanding(claim, 'proposed')));
  waiting.push(...paying(future, subject), ...counted.map((claim) => ({ ...claim, value: -claim.value })));
}

const inStanding = (claim: RawValue, standing: RawValue['standing']): RawValue =>
  (claim.standing === standing ? claim : { ...claim, standing });

function paying(claims: readonly RawValue[], { tree }: Subject): readonly RawValue[] {
  const total = claims[0]?.version.trees.get(tree)?.total;
  return total ? payingClaims(total, claims) : [];
}

function claimsOfProposed(reading: Reading, fact: Happening, subject: Subject): readonly RawValue[] {
  if (fact.change === 'withdrawn') return [];
  if (isEntry(fact)) return hasHappened(fact, reading.world.upTo) ? claimsTo(reading, fact, subject, 0) : [];
  if (!wasHeld(reading, fact)) return [];
  return claimsTo(reading, fact, subject, attendanceOf(reading, fact, subject.id).credit);
}

/**
 * What each rule would pay the subject for the fact. Points are for members of the Party on its day; rule and windows
 * go by its period, so that a meeting of December held in January is paid as December's are.
 */
function claimsTo(reading: Reading, fact: Happening, subject: Subject, credit: number): readonly RawValue[] {
  const { world, book } = reading;
  const day = windowDayOf(fact.day, fact.period);
  const version = book.on(day);
  const tree = version?.trees.get(subject.tree);
  if (!version || !tree || tree.byFact.length === 0) return NONE;
  if (subject.kind === 'member' && !isPartyMember(homeOn(world, subject.id, fact.day))) return NONE;
  let claims = NONE;
  for (const placed of rulesAbout(reading, fact, tree, subject, yearOf(day))) {
    const { match, value } = placed.rule;
    const share = isEntry(fact) ? 100 : creditFor(match.part, fact, subject, credit);
    if (!isFactValue(value) || share === 0) continue;
    if (subject.kind === 'member' && !countsForMember(reading, placed, subject.id, fact.day)) continue;
    const register = isEntry(fact) ? version.registers.get(fact.register) ?? null : null;
    const worth = roundedQuotient(worthOf(value, fact, register, world.upTo.date) * share, 100);
    const standing = isStoodFor(match, fact, subject) ? 'counted' : 'proposed';
    const claim: RawValue = { path: placed.path, window: day, anchor: day, value: worth, rule: placed.rule, fact, version, standing };
    claims = claims.length === 0 ? [claim] : [...claims, claim];
  }
  return claims;
}

/** The rules paid by the fact that look at this one. Of a session each member is told the same, so it is asked once. */
function rulesAbout(reading: Reading, fact: Happening, { byFact }: RuleTree, subject: Subject, year: number): readonly PlacedRule[] {
  return subject.kind === 'branch' || isEntry(fact)
    ? byFact.filter(({ rule }) => matches(reading, fact, rule.match, subject, year))
    : once(reading, fact, subject.tree, () => byFact.filter(({ rule }) => matches(reading, fact, rule.match, subject, year)));
}

const countsForMember = (reading: Reading, { rule, path }: PlacedRule, person: string, day: CivilDate): boolean =>
  isCounted(reading, person, day, path) && isOfClass(reading, rule.match, person, day);

/** Plain attendance needs nobody else; whatever else a member gains does. */
function isStoodFor({ part }: Match, fact: Happening, subject: Subject): boolean {
  if (subject.kind === 'branch') return true;
  return (!isEntry(fact) && part === 'attendance') || stoodForByAnother(fact, subject.id);
}

/** In hundredths: half of a fixed value for half an attendance, the whole for a part taken. A branch is paid by the session. */
function creditFor(part: Match['part'], { state }: Session, { kind, id }: Subject, credit: number): number {
  if (kind === 'branch') return credit;
  switch (part) {
    case 'attendance': return credit;
    case 'speaker': return state.speakers.includes(id) ? 100 : 0;
    case 'exchange': return state.exchanges.includes(id) ? 100 : 0;
    case 'host': return state.host === id ? 100 : 0;
    case undefined: return 0;
  }
}

/** Of the facts of one window, or about one matter, only the highest or the first pays where the rule says so (word 4). */
function grouped({ raws, waiting }: RawValues): RawValues {
  if (raws.every(({ rule }) => rule.group === null)) return { raws, waiting };
  const best = new Map<string, RawValue>();
  for (const raw of raws) {
    const key = groupKey(raw);
    if (key === null || raw.standing !== 'counted') continue;
    const before = best.get(key);
    if (before === undefined || goesBefore(raw, before)) best.set(key, raw);
  }
  if (best.size === 0) return { raws, waiting };
  return { raws: raws.map((raw) => outdoneBy(raw, best)), waiting };
}

function outdoneBy(raw: RawValue, best: ReadonlyMap<string, RawValue>): RawValue {
  const key = groupKey(raw);
  return key === null || raw.standing !== 'counted' || best.get(key) === raw ? raw : inStanding(raw, 'outdone');
}

/** The rule with its window or matter; what is without the matter stands for itself. */
function groupKey({ rule, fact, anchor }: RawValue): string | null {
  if (rule.group === null) return null;
  const kind = windowKinds.find((one) => one === rule.group?.per);
  return `${rule.id} ${kind === undefined ? matterOf(fact, rule.group.per) ?? fact.factId : windowOf(kind, anchor)}`;
}

/** The matter of an entry, whenever; the topic of a session in its year, because the next one has lectures of its own. */
function matterOf(fact: Happening, per: string): string | null {
  if (isEntry(fact)) return fact.values[per] === undefined ? null : String(fact.values[per]);
  return per in sessionMatters && fact.state.topic !== undefined ? `${yearOf(windowDayOf(fact.day, fact.period))} ${fact.state.topic}` : null;
}

/** A deduction is higher the more it takes (就高不重复). */
function goesBefore(raw: RawValue, other: RawValue): boolean {
  if (raw.rule.group?.take === 'highest' && Math.abs(raw.value) !== Math.abs(other.value)) return Math.abs(raw.value) > Math.abs(other.value);
  return raw.anchor === other.anchor ? raw.fact.factId < other.fact.factId : raw.anchor < other.anchor;
}

