import { escaped, textInCell } from '#domain/imports/cell-text.ts';
import { fieldOf, isFields, itemsOf, textOf } from '#domain/schemes/format/raw-value.ts';
import { valueShapes } from '#domain/schemes/format/value-shapes.ts';
import { answerName } from '#domain/schemes/format/word-names.ts';
import type { Words } from '#domain/words/words.ts';
import type { Cells, ColumnKey } from './columns.ts';
import { flowText } from './flow-text.ts';
import { limitsIn, limitsText } from './limit-text.ts';
import { laidOver, overlayFor } from './overlay.ts';
import { stepsIn, stepsText } from './step-text.ts';

/** What the names in the cells mean: activities and registers by their labels or their ids. */
export interface TableNames {
  readonly activities: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, string>;
}

export const PART = 'part';
const parts = ['attendance', 'speaker', 'exchange', 'host'] as const;
export const windowWords = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const;

/** Names of the ways to pay as the drop-down has them, 构成 first. */
export const wayNames: readonly (readonly [string, string])[] = [PART, ...Object.keys(valueShapes)].map((kind) => [kind, answerName(kind, 'kind') ?? kind]);
export const partNames: readonly (readonly [string, string])[] = parts.map((it) => [it, answerName(it, 'part') ?? it]);
export const windowNames: readonly (readonly [string, string])[] = windowWords.map((it) => [it, answerName(it, 'per') ?? it]);

type Fields = Readonly<Record<string, unknown>>;

/** One part or rule, as it is written in a file, in the cells of its row: what fits no cell stands in `rest`, so that nothing is lost. */
export function cellsOf(node: Fields, names: TableNames): Cells {
  const value = fieldOf(node, 'value');
  const match = fieldOf(node, 'match');
  const kind = node['kind'] === PART ? PART : textOf(fieldOf(value, 'kind')) ?? '';
  const cells: Record<string, string> = {
    label: textOf(fieldOf(node['label'], 'zh')) ?? '', english: textOf(fieldOf(node['label'], 'en')) ?? '',
    target: textOf(fieldOf(node['guidance'], 'zh')) ?? '', clause: textOf(node['clause']) ?? '', id: textOf(node['id']) ?? '',
    full: pointsIn(fieldOf(value, 'full') ?? node['full']), each: pointsIn(fieldOf(value, 'each')),
    way: nameIn(wayNames, kind), part: nameIn(partNames, fieldOf(match, 'part')), per: nameIn(windowNames, fieldOf(value, 'per')),
    activities: listText(fieldOf(match, 'activities'), names.activities), records: listText(fieldOf(match, 'records'), names.records),
    limits: limitsCell(itemsOf(node['limits'])), course: stepsText(fieldOf(node['guide'], 'course')), mistakes: stepsText(fieldOf(node['guide'], 'mistakes')),
  };
  const safe = Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== '' && textInCell(escaped(text)) === text));
  const rest = overlayFor(withoutChildren(node), nodeIn(safe, names).node);
  return { ...safe, ...(Object.keys(rest).length === 0 ? {} : { rest: flowText(rest) }) };
}

/** Nothing where a clause is such that the cell could not be read again: then the limits stand in `rest`. */
function limitsCell(limits: readonly unknown[]): string {
  const text = limitsText(limits);
  return limitsIn(text) === null ? '' : text;
}

const withoutChildren = (node: Fields): Fields => Object.fromEntries(Object.entries(node).filter(([word]) => word !== 'children'));
const pointsIn = (value: unknown): string => (typeof value === 'number' ? value.toFixed(2) : '');
const nameIn = (names: readonly (readonly [string, string])[], id: unknown): string => names.find(([each]) => each === id)?.[1] ?? '';

const SEPARATOR = /[、,，;；\n]/;

function listText(ids: unknown, names: ReadonlyMap<string, string>): string {
  const found = itemsOf(ids).map((id) => {
    const label = names.get(String(id));
    return label !== undefined && !SEPARATOR.test(label) && label === label.trim() && idOf(label, names) === id ? label : String(id);
  });
  return found.join('、');
}

/** By id, or by a label that only one has. */
function idOf(written: string, names: ReadonlyMap<string, string>): string | null {
  if (names.has(written)) return written;
  const found = [...names].filter(([, label]) => label === written);
  return found.length === 1 ? found[0]?.[0] ?? null : null;
}

export interface CellProblem {
  readonly column: ColumnKey;
  readonly words: Words;
}

/** The part or rule that a row says, as it would stand in a file, without what stands below it. */
export function nodeIn(cells: Cells, names: TableNames, rest: Fields = {}): { readonly node: Record<string, unknown>; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const chosen = (column: 'way' | 'part' | 'per', options: readonly (readonly [string, string])[]): string | undefined => {
    const text = cells[column];
    if (text === undefined) return undefined;
    const found = options.find(([id, name]) => name === text || id === text)?.[0];
    if (found === undefined) problems.push({ column, words: { zh: `没有“${text}”，请从下拉列表选择。`, en: `There is no “${text}”; choose from the list.` } });
    return found;
  };
  const number = (column: 'full' | 'each'): number | undefined => {
    const text = cells[column];
    if (text === undefined) return undefined;
    const value = Number(text.replace(/分$/, '').replace('−', '-'));
    if (Number.isFinite(value)) return value;
    problems.push({ column, words: { zh: `“${text}”不是分值，请写成 4.00 这样的数。`, en: `“${text}” is no mark; write a number such as 4.00.` } });
    return undefined;
  };
  const listed = (column: 'activities' | 'records'): string[] | undefined => cells[column]?.split(SEPARATOR).map((it) => it.trim()).filter((it) => it !== '').map((it) => {
    const id = idOf(it, names[column]);
    if (id === null) problems.push({ column, words: { zh: `方案里没有“${it}”，或者有几个同名，请写代号。`, en: `The scheme has no “${it}”, or several; write its id.` } });
    return id ?? it;
  });
  const limits = cells.limits === undefined ? undefined : limitsIn(cells.limits);
  if (limits === null) problems.push({ column: 'limits', words: { zh: '请写成“每年最多 4.00；每季度最多 2.00（第十条）”这样。', en: 'Write it like “每年最多 4.00；每季度最多 2.00（第十条）”.' } });
  const kind = chosen('way', wayNames);
  const [full, each, part, per] = [number('full'), number('each'), chosen('part', partNames), chosen('per', windowNames)];
  const ofValue = kind !== undefined && kind !== PART && isMeasured(kind);
  const guide = said({ course: stepsOf(cells.course), mistakes: stepsOf(cells.mistakes) });
  const head = said({
    kind: kind === undefined ? undefined : kind === PART ? PART : 'rule', id: cells.id, label: said({ zh: cells.label, en: cells.english }), clause: cells.clause,
    full: ofValue ? undefined : full, guidance: cells.target === undefined ? undefined : { zh: cells.target }, limits: limits ?? undefined,
    guide: Object.keys(guide).length === 0 ? undefined : guide,
  });
  const rule = kind === undefined || kind === PART ? {} : {
    match: said({ activities: listed('activities'), records: listed('records'), part }), value: said({ kind, full: ofValue ? full : undefined, per, each }),
  };
  return { node: laidOver({ ...head, ...rule }, rest), problems };
}

const stepsOf = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : stepsIn(text));

/** Whose full mark stands in the value itself. */
const isMeasured = (kind: string): boolean => Object.hasOwn(valueShapes, kind) && isFields(valueShapes[kind as keyof typeof valueShapes].shape) && 'full' in valueShapes[kind as keyof typeof valueShapes].shape;

const said = (fields: Fields): Record<string, unknown> => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
