import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Match } from '#domain/schemes/format/match-shape.ts';
import type { RuleValue } from '#domain/schemes/format/value-shapes.ts';
import type { Activity, AdoptedScheme, ExcuseReason, Limit, PointsNode, PointsPart, PointsRule, Scheme } from '#domain/schemes/scheme.ts';

/** Schemes written in a line or two, for tests of the engine. Ids serve as labels. */
const label = (id: string) => ({ zh: id, en: id });

export function activity(id: string, over: Partial<Activity> = {}): Activity {
  return {
    id, label: label(id), audience: 'members', exceptStaff: [], weekday: null, holiday: 'skip', from: '19:00', to: '21:00', makeUpDays: 14,
    heldBy: 'branch', labels: [], guidance: null, guide: null, clause: null, ...over,
  };
}

function excuse(id: string, exempts: boolean, broughtBy: ExcuseReason['broughtBy'] = null): ExcuseReason {
  return { id, label: label(id), exempts, makeUp: 'optional', shownAs: exempts ? 'duty' : 'leave', broughtBy };
}

export const usualActivities: readonly Activity[] = [
  activity('mondayStudy', { exceptStaff: ['retired'] }),
  activity('partyLecture'),
  activity('themePartyDay'),
  activity('committeeMeeting', { audience: 'committee', makeUpDays: null }),
  activity('safetyBriefing', { audience: 'everybody' }),
];

export const usualExcuses: readonly ExcuseReason[] = [
  excuse('onDuty', true, 'shift'), excuse('postNightRest', true, 'postNightRest'), excuse('closedDuty', true, 'closedDuty'),
  excuse('secondment', true, 'secondment'), excuse('studyStop', true, 'studyStop'), excuse('sickLeave', true),
  excuse('calledOut', true), excuse('personalLeave', false),
];

export function rule(id: string, value: RuleValue, match: Partial<Match> = {}, limits: readonly Limit[] = [], over: Partial<PointsRule> = {}): PointsRule {
  return {
    kind: 'rule', id, label: label(id), clause: '第一条', value, limits, full: null, basis: null, group: null, onlyWith: null, labels: [], guidance: null, guide: null, responsible: null, ...over,
    match: { activities: ['mondayStudy'], contents: [], part: 'attendance', ...match },
  };
}

export const fixed = (each: Hundredths): RuleValue => ({ kind: 'fixed', each });
export const share = (full: Hundredths): RuleValue => ({ kind: 'share', full });
export const hours = (full: Hundredths, target: number, proRata = true): RuleValue => ({ kind: 'hours', full, targetHours: target, proRata });

export function part(id: string, children: readonly PointsNode[], over: Partial<PointsPart> = {}): PointsPart {
  return { kind: 'part', id, label: label(id), clause: null, full: null, combine: 'highest', missing: null, base: null, bonus: false, choose: null, labels: [], guidance: null, guide: null, responsible: null, limits: [], children, ...over };
}

export function limit(bound: Limit['bound'], value: Hundredths, per: Limit['per'], id = `${bound}-${per}-${value}`): Limit {
  return { id, bound, value, per, clause: null };
}

/** The total over the given parts; sample words of the field around it. */
export function schemeOf(parts: readonly PointsNode[], over: Partial<Scheme> = {}, total: Partial<PointsPart> = {}): Scheme {
  return {
    id: 'sample', version: 1, label: label('sample'), document: null, source: null, tentative: false, contents: [],
    activities: usualActivities, excuses: usualExcuses, framework: [], registers: [], classes: [], indicators: null, requirements: [], results: [], proposals: [], filing: null,
    points: part('total', parts, { combine: 'sum', ...total }), ...over,
  };
}

export function adopted(scheme: Scheme, from = '2026-01-01'): AdoptedScheme {
  return { scheme, from };
}
