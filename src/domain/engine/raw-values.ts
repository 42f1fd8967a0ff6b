import { windowDayOf } from '#domain/calendar/window.ts';
import { roundedQuotient } from '#domain/points/hundredths.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { PointsRule } from '#domain/schemes/scheme.ts';
import { attendanceOf, type SessionAttendance, wasHeld } from './attendance.ts';
import { payingClaims } from './combine.ts';
import { homeOn, isPartyMember } from './home.ts';
import { type Posting, posting } from './posting.ts';
import type { Reading } from './reading.ts';
import { isMatched } from './rule-match.ts';
import type { SchemeVersion } from './scheme-book.ts';
import { stoodForByAnother } from './standing.ts';
import { personIn, type Session } from './world.ts';

/** What one fixed rule makes of one session for one person, in full, whatever the limits. */
export interface RawValue extends Posting {
  readonly rule: PointsRule;
  readonly session: Session;
  readonly version: SchemeVersion;
  /** `outdone`: another rule of the part pays for the same session; `proposed`: waits for another's confirmation. */
  readonly standing: 'counted' | 'outdone' | 'proposed';
}

export interface RawValues {
  readonly raws: readonly RawValue[];
  /** What confirming everything would add, and take back of what counts now (待确认); before limits. */
  readonly waiting: readonly Posting[];
}

/** The raw values of a person, each by the version in force for its session. */
export function rawValuesOf(reading: Reading, person: string, attendances: readonly SessionAttendance[]): RawValues {
  const { parts, proposed } = personIn(reading.world, person);
  const claims = new Map<string, OpenClaim[]>();
  for (const session of proposed) claims.set(session.factId, []);
  for (const session of parts) if (wasHeld(reading, session)) claims.set(session.factId, claimsTo(reading, session, person, 0));
  for (const { session, attendance } of attendances) {
    const made = claimsTo(reading, session, person, attendance.credit);
    if (made.length > 0) claims.set(session.factId, made);
  }
  const decided = [...claims].map(([session, made]) => decide(reading, person, session, made));
  return { raws: decided.flatMap(({ raws }) => raws), waiting: decided.flatMap(({ waiting }) => waiting) };
}

type OpenClaim = Omit<RawValue, 'standing'> & { readonly counted: boolean };

/** What counts of the claims of the version in force, and what would count if all that waits were confirmed. */
function decide(reading: Reading, person: string, session: string, claims: readonly OpenClaim[]): RawValues {
  const counted = paying(claims.filter((claim) => claim.counted));
  const decided = claims.filter((claim) => claim.counted).map((claim): RawValue =>
    ({ ...claim, standing: counted.includes(claim) ? 'counted' : 'outdone' }));
  const version = reading.world.proposedSessions.get(session);
  const future = version ? claimsOfProposed(reading, version, person) : claims;
  const fresh = future.filter(({ rule }) => !decided.some((claim) => claim.rule.id === rule.id));
  if (!version && fresh.length === 0) return { raws: decided, waiting: [] };
  return {
    raws: [...decided, ...fresh.map((claim): RawValue => ({ ...claim, standing: 'proposed' }))],
    waiting: [...paying(future), ...counted.map((claim) => ({ ...claim, value: -claim.value }))],
  };
}

function paying(claims: readonly OpenClaim[]): readonly OpenClaim[] {
  const total = claims[0]?.version.scheme.points;
  return total ? payingClaims(total, claims) : [];
}

function claimsOfProposed(reading: Reading, session: Session, person: string): OpenClaim[] {
  if (session.change === 'withdrawn' || !wasHeld(reading, session)) return [];
  return claimsTo(reading, session, person, attendanceOf(reading, session, person).credit);
}

/**
 * What each fixed rule would pay the person for the session. Points are for members of the Party on its day; rule and
 * windows go by its period, so that a meeting of December held in January is paid as December's are.
 */
function claimsTo({ world, book }: Reading, session: Session, person: string, credit: number): OpenClaim[] {
  const day = windowDayOf(session.day, session.period);
  const version = book.on(day);
  if (version === null || version.fixed.length === 0 || !isPartyMember(homeOn(world, person, session.day))) return [];
  return version.fixed.flatMap((placed) => {
    const { match, value } = placed.rule;
    const share = creditFor(match.part, session, person, credit);
    if (value.kind !== 'fixed' || share === 0 || !isMatched(session, match)) return [];
    const counted = match.part === 'attendance' || stoodForByAnother(session, person);
    return [{ ...posting(placed.path, day, roundedQuotient(value.each * share, 100)), rule: placed.rule, session, version, counted }];
  });
}

/** In hundredths: half of a fixed value for half an attendance, the whole for a part taken. */
function creditFor(part: Match['part'], { state }: Session, person: string, credit: number): number {
  switch (part) {
    case 'attendance': return credit;
    case 'speaker': return state.speakers.includes(person) ? 100 : 0;
    case 'exchange': return state.exchanges.includes(person) ? 100 : 0;
    case 'host': return state.host === person ? 100 : 0;
    case undefined: return 0;
  }
}
