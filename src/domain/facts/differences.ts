/** One step from a state down to what differs: a field, one of several things told by what they are about, or by their place. */
export type Step = { readonly kind: 'field'; readonly name: string } | { readonly kind: 'item'; readonly id: string } | { readonly kind: 'place'; readonly at: number };

/** Something that two versions say differently; `undefined` where one of them does not have it. */
export interface Difference {
  readonly path: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
}

type Thing = Readonly<Record<string, unknown>>;

/** By what the things of a list are told apart, the first that they all have. */
const KEYS = ['person', 'item', 'organisation', 'register', 'part', 'step', 'of', 'date'] as const;
/** Fields by which the machine proves something; a reader is not helped by them. */
const MACHINE: ReadonlySet<string> = new Set(['groundsHash', 'textHash', 'listHash', 'hash', 'seed', 'asOfSeq']);
/** How a typed text stands in the log, beside which it is written out. */
const MATTER = /^#[0-9a-f]{16}$/;

/**
 * What differs between two versions of a state, or of the text beside it, in the order of its fields. Things of a list are
 * compared with themselves wherever they stand in it: of a list of people only those who changed are told.
 */
export const differences = (before: unknown, after: unknown): readonly Difference[] => differ([], before, after);

function differ(path: readonly Step[], before: unknown, after: unknown): Difference[] {
  if (same(before, after) || isKey(before) || isKey(after)) return [];
  if (isThing(before) && isThing(after)) return differInThing(path, before, after);
  if (isList(before) && isList(after)) return differInList(path, before, after);
  return [{ path, before, after }];
}

function differInThing(path: readonly Step[], before: Thing, after: Thing): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !MACHINE.has(name));
  return names.flatMap((name) => differ([...path, { kind: 'field', name }], before[name], after[name]));
}

function differInList(path: readonly Step[], before: readonly unknown[], after: readonly unknown[]): Difference[] {
  const all = [...before, ...after];
  if (!all.every(isThing)) return all.some((it) => isThing(it) || isList(it)) ? byPlace(path, before, after) : plainLists(path, before, after);
  const key = KEYS.find((name) => all.every((it) => typeof it[name] === 'string') && [before, after].every((list) => areDistinct(list, name)));
  if (key === undefined) return byPlace(path, before, after);
  const keyed = (list: readonly unknown[]): ReadonlyMap<string, Thing> => new Map(list.filter(isThing).map((it) => [String(it[key]), without(it, key)]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => differ([...path, { kind: 'item', id }], was.get(id), is.get(id)));
}

const byPlace = (path: readonly Step[], before: readonly unknown[], after: readonly unknown[]): Difference[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, at) => differ([...path, { kind: 'place', at }], before[at], after[at])).flat();

/** Of two lists of words or names what only one of them has; where that is nothing they differ in their order. */
function plainLists(path: readonly Step[], before: readonly unknown[], after: readonly unknown[]): Difference[] {
  const gone = before.filter((it) => !after.includes(it));
  const come = after.filter((it) => !before.includes(it));
  const sorted = gone.length + come.length === 0;
  return before.length + after.length <= FEW || sorted ? [{ path, before, after }] : [{ path, before: gone, after: come }];
}
const FEW = 12;

const isThing = (it: unknown): it is Thing => typeof it === 'object' && it !== null && !Array.isArray(it);
const isList = (it: unknown): it is readonly unknown[] => Array.isArray(it);
const isKey = (it: unknown): boolean => typeof it === 'string' && MATTER.test(it);
const same = (left: unknown, right: unknown): boolean => JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
const areDistinct = (list: readonly unknown[], name: string): boolean => new Set(list.map((it) => (isThing(it) ? it[name] : it))).size === list.length;
const without = (it: Thing, key: string): Thing => Object.fromEntries(Object.entries(it).filter(([name]) => name !== key));
