import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Words } from '#domain/words/words.ts';
import type { Activity, ExcuseReason, Limit, Match, Named, PointsNode, PointsPart, RuleValue, Scheme } from '#domain/schemes/scheme.ts';
import { weekdays, type ActivityInFile, type LabelInFile, type LimitInFile, type NodeInFile, type PartInFile, type SchemeFile } from './file-shape.ts';

/** The scheme as it would stand in a file, without what goes without saying. The inverse of checking (P15). */
export function printScheme(scheme: Scheme, takesEffect: CivilDate): SchemeFile {
  return {
    scheme: scheme.id,
    version: scheme.version,
    label: label(scheme.label),
    takesEffect,
    ...said('document', scheme.document),
    ...said('source', scheme.source === null ? null : label(scheme.source)),
    ...filled('activities', scheme.activities.map(activity)),
    ...filled('contents', scheme.contents.map((content: Named) => ({ id: content.id, label: label(content.label) }))),
    ...filled('excuses', scheme.excuses.map(excuse)),
    ...said('points', scheme.points === null ? null : part(scheme.points)),
  };
}

/** A word that is left out where there is nothing to say. */
function said<W extends string, T>(word: W, value: T | null): { [K in W]?: T } {
  const field: { [K in W]?: T } = {};
  if (value !== null) field[word] = value;
  return field;
}

const filled = <W extends string, T>(word: W, list: readonly T[]): { [K in W]?: T[] } =>
  said(word, list.length === 0 ? null : [...list]);

const label = ({ zh, en }: Words): LabelInFile => (zh === en ? { zh } : { zh, en });
const points = (hundredths: number): number => hundredths / 100;

const activity = (it: Activity): ActivityInFile => ({
  id: it.id, label: label(it.label), audience: it.audience, ...filled('exceptStaff', it.exceptStaff), heldBy: it.heldBy,
  ...said('weekday', it.weekday === null ? null : weekdays[it.weekday - 1] ?? null), from: it.from, to: it.to,
  ...said('makeUpDays', it.makeUpDays), ...said('clause', it.clause),
});

const excuse = (it: ExcuseReason): NonNullable<SchemeFile['excuses']>[number] => ({
  id: it.id, label: label(it.label), exempts: it.exempts, makeUp: it.makeUp, shownAs: it.shownAs, ...said('broughtBy', it.broughtBy),
});

function node(it: PointsNode): NodeInFile {
  if (it.kind === 'part') return part(it);
  return {
    kind: 'rule', id: it.id, label: label(it.label), clause: it.clause,
    match: { ...filled('activities', it.match.activities), ...filled('contents', it.match.contents), part: it.match.part },
    value: value(it.value, it.match.part), ...filled('limits', it.limits.map(limit)),
  };
}

const part = (it: PointsPart): PartInFile => ({
  kind: 'part', id: it.id, label: label(it.label), ...said('clause', it.clause),
  ...said('full', it.full === null ? null : points(it.full)), combine: it.combine, ...said('missing', it.missing),
  ...filled('limits', it.limits.map(limit)), children: it.children.map(node),
});

function value(it: RuleValue, role: Match['part']): Extract<NodeInFile, { kind: 'rule' }>['value'] {
  switch (it.kind) {
    case 'fixed': return { kind: 'fixed', each: points(it.each), ...said('perSession', role === 'attendance' ? true : null) };
    case 'share': return { kind: 'share', full: points(it.full) };
    case 'hours': return { kind: 'hours', full: points(it.full), targetHours: it.targetMinutes / 60, proRata: it.proRata };
  }
}

const limit = (it: Limit): LimitInFile => ({
  bound: it.bound, value: points(it.value), per: it.per, ...said('clause', it.clause),
});
