import type { Grounds } from '#domain/engine/evaluation.ts';
import { readTrialGrounds } from '#domain/points/trial-contract.ts';
import type { Words } from '#domain/words/words.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

export interface TriedSubject {
  readonly trial: string;
  readonly of: 'member' | 'branch';
  readonly subject: string;
  /** What the year comes to, instead of the points or the marks. */
  readonly under?: 'result';
}

const sides = { before: { zh: '现行方案', en: 'In force' }, after: { zh: '试算方案', en: 'Draft' } } as const satisfies Record<string, Words>;
const noScheme: Words = { zh: '没有', en: 'Not there' };

/** Fetched when somebody asks: the tree of one side. */
export const groundsOfSide = (subject: TriedSubject, side: 'before' | 'after') => async (): Promise<NamedGrounds> => {
  const found = await call(readTrialGrounds, subject);
  return { grounds: found[side] ?? nothing(sides[side]), names: found.names };
};

/** Both trees below the difference of the whole, or of the part or rule named: the draft, less what is in force. */
export const groundsOfDifference = (subject: TriedSubject, id?: string) => async (): Promise<NamedGrounds> => {
  const { before, after, names } = await call(readTrialGrounds, subject);
  const pick = (tree: Grounds | null): Grounds | null => (id === undefined ? tree : nodeIn(tree, id));
  return { grounds: heldTogether(pick(before), pick(after)), names };
};

/** A level that adds up: the draft as it stands, what is in force with a minus before it. */
export function heldTogether(before: Grounds | null, after: Grounds | null): Grounds {
  const known = (before === null || before.value !== null) && (after === null || after.value !== null);
  return {
    id: 'difference', label: (after ?? before)?.label ?? noScheme, full: null, how: { kind: 'sum' }, rule: null,
    value: known ? (after?.value ?? 0) - (before?.value ?? 0) : null,
    children: [side('after', after, 1), side('before', before, -1)],
  };
}

function side(which: 'before' | 'after', tree: Grounds | null, sign: 1 | -1): Grounds {
  const value = tree === null ? 0 : tree.value;
  return { id: which, label: sides[which], value: value === null ? null : sign * value, full: null, how: { kind: 'sum' }, rule: null, children: [tree ?? nothing(noScheme)] };
}

const nothing = (label: Words): Grounds => ({ id: 'nothing', label, value: 0, full: null, how: { kind: 'sum' }, rule: null, children: [] });

function nodeIn(tree: Grounds | null, id: string): Grounds | null {
  if (tree === null || tree.id === id) return tree;
  for (const child of tree.children) {
    const found = nodeIn(child, id);
    if (found !== null) return found;
  }
  return null;
}
