import type { CivilDate } from '#domain/calendar/civil-date.ts';
import type { Activity, Limit, PointsNode, PointsPart, Scheme } from '#domain/schemes/scheme.ts';
import { fileShape, weekdays, type ReadActivity, type ReadFile, type ReadLimit, type ReadNode, type ReadPart, type SchemeFile } from './file-shape.ts';

/** The scheme as it would stand in a file, without what goes without saying. The inverse of checking (P15). */
export function printScheme(scheme: Scheme, takesEffect: CivilDate): SchemeFile {
  const file: ReadFile = {
    scheme: scheme.id,
    version: scheme.version,
    label: scheme.label,
    takesEffect,
    ...said('document', scheme.document),
    ...said('source', scheme.source),
    ...said('tentative', scheme.tentative || null),
    ...filled('activities', scheme.activities.map(activity)),
    ...filled('contents', scheme.contents.map(({ id, label }) => ({ id, label }))),
    ...filled('excuses', scheme.excuses.map(({ broughtBy, ...excuse }) => ({ ...excuse, ...said('broughtBy', broughtBy) }))),
    ...filled('framework', scheme.framework),
    ...filled('records', scheme.registers),
    ...filled('classes', scheme.classes),
    ...said('points', scheme.points === null ? null : part(scheme.points)),
    ...said('indicators', scheme.indicators === null ? null : part(scheme.indicators)),
    ...filled('requirements', scheme.requirements),
    ...filled('results', scheme.results),
    ...filled('proposals', scheme.proposals),
    ...said('filing', scheme.filing),
  };
  return fileShape.encode(file);
}

/** A word that is left out where there is nothing to say. */
function said<W extends string, T>(word: W, value: T | null): { [K in W]?: T } {
  const field: { [K in W]?: T } = {};
  if (value !== null) field[word] = value;
  return field;
}

const filled = <W extends string, T>(word: W, list: readonly T[]): { [K in W]?: T[] } =>
  said(word, list.length === 0 ? null : [...list]);

const activity = ({ exceptStaff, weekday, holiday, makeUpDays, labels, guidance, guide, clause, ...it }: Activity): ReadActivity => ({
  ...it, ...filled('exceptStaff', exceptStaff), ...said('weekday', weekday === null ? null : weekdays[weekday - 1] ?? null),
  ...said('holiday', holiday === 'skip' ? null : holiday),
  ...said('makeUpDays', makeUpDays), ...filled('labels', labels), ...said('guidance', guidance), ...said('guide', guide), ...said('clause', clause),
});

function node(it: PointsNode): ReadNode {
  if (it.kind === 'part') return part(it);
  const { full, basis, group, onlyWith, labels, guidance, guide, responsible, limits, ...rule } = it;
  return {
    ...rule, ...said('full', full), ...said('basis', basis), ...said('group', group), ...said('onlyWith', onlyWith),
    ...filled('labels', labels), ...said('guidance', guidance), ...said('guide', guide), ...said('responsible', responsible), ...filled('limits', limits.map(limit)),
  };
}

const part = ({ clause, full, missing, base, bonus, choose, labels, guidance, guide, responsible, limits, children, ...it }: PointsPart): ReadPart => ({
  ...it, ...said('clause', clause), ...said('full', full), ...said('missing', missing), ...said('base', base), ...said('bonus', bonus || null), ...said('choose', choose),
  ...filled('labels', labels), ...said('guidance', guidance), ...said('guide', guide), ...said('responsible', responsible), ...filled('limits', limits.map(limit)), children: children.map(node),
});

const limit = ({ bound, value, per, clause }: Limit): ReadLimit => ({ bound, value, per, ...said('clause', clause) });
