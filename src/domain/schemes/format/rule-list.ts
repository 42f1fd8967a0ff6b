import type { Match } from './match-shape.ts';
import { matchShape } from './match-shape.ts';
import { rawNodes, type RawNode } from './node-list.ts';
import type { Path } from './problem.ts';
import { fieldOf, isFields, itemsOf, textOf } from './raw-value.ts';
import { valueShape, type RuleValue } from './value-shapes.ts';

/** Which tree or result a rule belongs to: branches are measured in more ways than members. */
export type RuleOf = 'points' | 'indicators' | 'member' | 'branch';

/** A rule as it is written, wherever rules stand, with what of it can be read. */
export interface RawRule {
  readonly path: Path;
  readonly raw: unknown;
  readonly of: RuleOf;
  readonly match: Match | null;
  readonly value: RuleValue | null;
}

/** Every rule of the file: of the points, of the indicators, what is required beside them, and of the results. */
export function rawRules(file: unknown): readonly RawRule[] {
  const inTrees = (['points', 'indicators'] as const).flatMap((of) => rawNodes(file, of).filter(({ isRule }) => isRule).map((node) => ruleOf(node, of)));
  const inResults = itemsOf(fieldOf(file, 'results')).flatMap((result, index) => {
    const of = textOf(fieldOf(result, 'of')) === 'branch' ? 'branch' : 'member';
    return partsBelow(fieldOf(result, 'parts'), ['results', index, 'parts']).filter(({ raw }) => fieldOf(raw, 'kind') === 'rule').map((part) => ruleOf(part, of));
  });
  const required = itemsOf(fieldOf(file, 'requirements')).map((raw, index) => ruleOf({ raw, path: ['requirements', index] }, 'branch'));
  return [...inTrees, ...required, ...inResults];
}

const ruleOf = ({ raw, path }: Pick<RawNode, 'raw' | 'path'>, of: RuleOf): RawRule => ({
  raw, path, of, match: matchShape.safeParse(fieldOf(raw, 'match')).data ?? null, value: valueShape.safeParse(fieldOf(raw, 'value')).data ?? null,
});

/** The parts of a result, those of groups after their group. */
export function partsBelow(raw: unknown, path: Path): { readonly raw: unknown; readonly path: Path }[] {
  return itemsOf(raw).flatMap((part, index) => [{ raw: part, path: [...path, index] }, ...partsBelow(fieldOf(part, 'parts'), [...path, index, 'parts'])]);
}

/** A match as it is written, with the registers whose entries it can be about. */
export interface RawMatch {
  readonly path: Path;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly records: readonly string[];
}

/** Every match of the file: of rules, of what their values compare with, and of vetoes, each with the matches inside it. */
export function rawMatches(file: unknown): readonly RawMatch[] {
  const rules = rawRules(file).flatMap(({ raw, path }) => {
    const own = matchesIn(fieldOf(raw, 'match'), [...path, 'match'], []);
    const value = fieldOf(raw, 'value');
    const records = textsOf(fieldOf(fieldOf(raw, 'match'), 'records'));
    return [
      ...own, ...matchesIn(fieldOf(value, 'which'), [...path, 'value', 'which'], records),
      ...['to', 'excusedBy'].flatMap((word) => matchesIn(fieldOf(value, word), [...path, 'value', word], [])),
    ];
  });
  const vetoes = itemsOf(fieldOf(file, 'results')).flatMap((result, index) => itemsOf(fieldOf(result, 'vetoes'))
    .flatMap((veto, at) => matchesIn(fieldOf(veto, 'match'), ['results', index, 'vetoes', at, 'match'], [])));
  return [...rules, ...vetoes];
}

function matchesIn(raw: unknown, path: Path, above: readonly string[]): RawMatch[] {
  if (!isFields(raw)) return [];
  const own = textsOf(raw['records']);
  const records = own.length > 0 ? own : above;
  return [{ path, raw, records }, ...itemsOf(raw['anyOf']).flatMap((each, index) => matchesIn(each, [...path, 'anyOf', index], records))];
}

export const textsOf = (raw: unknown): readonly string[] => itemsOf(raw).filter((each) => typeof each === 'string');
