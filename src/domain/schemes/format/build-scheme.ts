import type { Hundredths } from '#domain/points/hundredths.ts';
import type { Words } from '#domain/words/words.ts';
import type { Activity, ExcuseReason, Limit, Match, Named, PointsNode, PointsPart, PointsRule, RuleValue, Scheme } from '#domain/schemes/scheme.ts';
import { weekdays, type ActivityInFile, type LabelInFile, type LimitInFile, type NodeInFile, type PartInFile, type RuleInFile, type SchemeFile } from './file-shape.ts';

/** The scheme as the evaluator reads it: defaults filled in, points in hundredths, limits with ids of their own. */
export function buildScheme(file: SchemeFile): Scheme {
  return {
    id: file.scheme,
    version: file.version,
    label: words(file.label),
    document: file.document ?? null,
    source: file.source === undefined ? null : words(file.source),
    activities: (file.activities ?? []).map(activity),
    contents: (file.contents ?? []).map((content): Named => ({ id: content.id, label: words(content.label) })),
    excuses: (file.excuses ?? []).map((excuse): ExcuseReason => ({
      id: excuse.id, label: words(excuse.label), exempts: excuse.exempts, makeUp: excuse.makeUp, shownAs: excuse.shownAs,
      broughtBy: excuse.broughtBy ?? null,
    })),
    points: file.points === undefined ? null : { ...part(file.points), combine: 'sum' },
  };
}

/** Without an English text the Chinese one stands in. */
const words = (label: LabelInFile): Words => ({ zh: label.zh, en: label.en ?? label.zh });

const hundredths = (points: number): Hundredths => Math.round(points * 100);

function activity(file: ActivityInFile): Activity {
  return {
    id: file.id, label: words(file.label), audience: file.audience, exceptStaff: file.exceptStaff ?? [],
    weekday: file.weekday === undefined ? null : weekdays.indexOf(file.weekday) + 1,
    from: file.from, to: file.to, makeUpDays: file.makeUpDays ?? null, heldBy: file.heldBy, clause: file.clause ?? null,
  };
}

const node = (file: NodeInFile): PointsNode => (file.kind === 'part' ? part(file) : rule(file));

function part(file: PartInFile): PointsPart {
  return {
    kind: 'part', id: file.id, label: words(file.label), clause: file.clause ?? null,
    full: file.full === undefined ? null : hundredths(file.full),
    combine: file.combine ?? 'highest', missing: file.missing ?? null,
    limits: limits(file.id, file.limits), children: file.children.map(node),
  };
}

function rule(file: RuleInFile): PointsRule {
  return {
    kind: 'rule', id: file.id, label: words(file.label), clause: file.clause, match: match(file.match), value: value(file.value),
    limits: limits(file.id, file.limits),
  };
}

const match = (file: RuleInFile['match']): Match => ({
  activities: file.activities ?? [], contents: file.contents ?? [], part: file.part,
});

function value(file: RuleInFile['value']): RuleValue {
  switch (file.kind) {
    case 'fixed': return { kind: 'fixed', each: hundredths(file.each) };
    case 'share': return { kind: 'share', full: hundredths(file.full) };
    case 'hours': return { kind: 'hours', full: hundredths(file.full), targetMinutes: file.targetHours * 60, proRata: file.proRata };
  }
}

/** A limit is known by its owner, bound and window, so it keeps its id through the versions of a scheme. */
const limits = (owner: string, file: readonly LimitInFile[] | undefined): Limit[] =>
  (file ?? []).map((limit) => ({
    id: `${owner}-${limit.bound}-${limit.per}`, bound: limit.bound, value: hundredths(limit.value), per: limit.per,
    clause: limit.clause ?? null,
  }));
