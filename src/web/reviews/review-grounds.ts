import type { Grounds } from '#domain/engine/evaluation.ts';
import { readReviewGrounds } from '#domain/reviews/branch-contract.ts';
import { call } from '#web/shell/call.ts';
import type { NamedGrounds } from '#web/ui/grounds-source.ts';

/** Fetched when somebody asks; of a part of the score only its own tree, where it has one. */
export const fetchGrounds = (organisation: string, year: number, revision: number | undefined, part?: string) => async (): Promise<NamedGrounds> => {
  const { grounds, names } = await call(readReviewGrounds, { organisation, year, ...(revision === undefined ? {} : { revision }) });
  return { grounds: part === undefined ? grounds : grounds.children.find(({ id }) => id === part) ?? grounds, names };
};

/** What counts branches, as grounds: which they are. */
export function countOf(label: { readonly zh: string; readonly en: string }, branches: readonly { readonly id: string; readonly name: string }[]): Grounds {
  const counted = (id: string, words: { readonly zh: string; readonly en: string }, children: readonly Grounds[]): Grounds =>
    ({ id, label: words, value: null, full: null, rule: null, how: { kind: 'counted', state: 'has', persons: [], window: null, because: [] }, children });
  return counted(label.zh, label, branches.map(({ id, name }) => counted(id, { zh: name, en: name }, [])));
}
