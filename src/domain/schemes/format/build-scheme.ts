import type { Activity, Base, Limit, PointsNode, PointsPart, PointsRule, Scheme } from '#domain/schemes/scheme.ts';
import { weekdays, type ReadActivity, type ReadFile, type ReadLimit, type ReadNode, type ReadPart, type ReadPartHead, type ReadRule } from './file-shape.ts';

/** The scheme as the evaluator reads it: defaults filled in, limits with ids of their own. */
export function buildScheme(file: ReadFile): Scheme {
  return {
    id: file.scheme,
    version: file.version,
    label: file.label,
    document: file.document ?? null,
    source: file.source ?? null,
    tentative: file.tentative ?? false,
    activities: (file.activities ?? []).map(activity),
    contents: file.contents ?? [],
    excuses: (file.excuses ?? []).map((excuse) => ({ ...excuse, broughtBy: excuse.broughtBy ?? null })),
    framework: file.framework ?? [],
    registers: file.records ?? [],
    classes: file.classes ?? [],
    points: tree(file.points),
    indicators: tree(file.indicators),
    requirements: file.requirements ?? [],
    results: file.results ?? [],
    proposals: file.proposals ?? [],
    filing: file.filing ?? null,
  };
}

/** What stands directly below a total always pays each for itself. */
const tree = (file: ReadPart | undefined): PointsPart | null => (file === undefined ? null : { ...part(file), combine: 'sum' });

function activity(file: ReadActivity): Activity {
  return {
    ...file, exceptStaff: file.exceptStaff ?? [], weekday: file.weekday === undefined ? null : weekdays.indexOf(file.weekday) + 1,
    holiday: file.holiday ?? 'skip',
    makeUpDays: file.makeUpDays ?? null, labels: file.labels ?? [], guidance: file.guidance ?? null, guide: file.guide ?? null, clause: file.clause ?? null,
  };
}

const node = (file: ReadNode): PointsNode => (file.kind === 'part' ? part(file) : rule(file));

function part(file: ReadPart): PointsPart {
  return {
    kind: 'part', id: file.id, label: file.label, clause: file.clause ?? null, full: file.full ?? null,
    combine: file.combine ?? 'highest', missing: file.missing ?? null, base: base(file.base), bonus: file.bonus ?? false, choose: file.choose ?? null,
    labels: file.labels ?? [], guidance: file.guidance ?? null, guide: file.guide ?? null, responsible: file.responsible ?? null, limits: limits(file.id, file.limits), children: file.children.map(node),
  };
}

const base = (file: ReadPartHead['base']): Base | null => (file === undefined ? null : { ...file, joining: file.joining ?? 'full' });

function rule(file: ReadRule): PointsRule {
  return {
    kind: 'rule', id: file.id, label: file.label, clause: file.clause, match: file.match, value: file.value, full: file.full ?? null,
    basis: file.basis ?? null, group: file.group ?? null, onlyWith: file.onlyWith ?? null, labels: file.labels ?? [],
    guidance: file.guidance ?? null, guide: file.guide ?? null, responsible: file.responsible ?? null, limits: limits(file.id, file.limits),
  };
}

/** A limit is known by its owner, bound and window, so it keeps its id through the versions of a scheme. */
export const limits = (owner: string, file: readonly ReadLimit[] | undefined): Limit[] =>
  (file ?? []).map((limit) => ({ ...limit, id: `${owner}-${limit.bound}-${limit.per}`, clause: limit.clause ?? null }));
