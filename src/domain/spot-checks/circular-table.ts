import type { PointsPart } from '#domain/schemes/scheme.ts';
import { weightOf } from '#domain/assessments/branch-score.ts';
import type { CircularContent } from './circular-contract.ts';

export interface Mark {
  readonly organisation: string;
  /** '' for the whole. */
  readonly aspect: string;
  readonly value: number | null;
}

/** What a confirmed sheet found of one branch. */
export interface FoundBySheet {
  readonly organisation: string;
  readonly items: readonly { readonly item: string; readonly checked: number | null; readonly computed: number | null }[];
  readonly problems: number;
  readonly open: number;
}

interface Given {
  readonly indicators: PointsPart;
  /** In the order of the list. */
  readonly branches: readonly string[];
  readonly drawn: ReadonlySet<string>;
  readonly marks: readonly Mark[];
  readonly sheets: readonly FoundBySheet[];
}

/** 季度通报附表: branch by branch and aspect by aspect, with what the check of the quarter changed; nobody is ranked (D-61). */
export function circularTable({ indicators, branches, drawn, marks, sheets }: Given): CircularContent {
  const valueOf = new Map(marks.map(({ organisation, aspect, value }) => [`${organisation} ${aspect}`, value]));
  const sheetOf = new Map(sheets.map((it) => [it.organisation, it]));
  return {
    aspects: indicators.children.map((aspect) => ({ id: aspect.id, label: aspect.label, weight: weightOf(aspect) })), sheets: drawn.size, confirmed: sheets.length,
    rows: branches.map((organisation) => {
      const sheet = sheetOf.get(organisation);
      const changes = new Map((sheet?.items ?? []).flatMap(({ item, checked, computed }) => (checked === null || computed === null ? [] : [[item, checked - computed] as const])));
      const cells = indicators.children.map((aspect) => {
        const own = (aspect.kind === 'rule' ? [aspect] : aspect.children).flatMap(({ id }) => changes.get(id) ?? []);
        return { aspect: aspect.id, value: valueOf.get(`${organisation} ${aspect.id}`) ?? null, change: sumOf(own) };
      });
      return {
        organisation, drawn: drawn.has(organisation), value: valueOf.get(`${organisation} `) ?? null, change: sumOf(cells.flatMap(({ change }) => change ?? [])),
        problems: sheet?.problems ?? 0, open: sheet?.open ?? 0, cells,
      };
    }),
  };
}

const sumOf = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0));

/** What a revision changes, value by value: null where the circular before says the same, or does not know the branch. */
export function differencesFrom(before: CircularContent | null, row: CircularContent['rows'][number]): { readonly whole: { value: number | null } | null; readonly of: (aspect: string) => { value: number | null } | null } {
  const old = before?.rows.find(({ organisation }) => organisation === row.organisation);
  const other = (was: number | null | undefined, now: number | null) => (was === undefined || was === now ? null : { value: was });
  return {
    whole: other(old?.value, row.value),
    of: (aspect) => other(old?.cells.find((it) => it.aspect === aspect)?.value, row.cells.find((it) => it.aspect === aspect)?.value ?? null),
  };
}

/** Whether two circulars say the same of every branch, as to its score and what was checked; that a problem was closed is no revision. */
export const sameNumbers = (one: CircularContent, other: CircularContent): boolean => numbersOf(one) === numbersOf(other);

const numbersOf = ({ rows }: CircularContent): string =>
  JSON.stringify(rows.map(({ organisation, value, change, cells }) => [organisation, value, change, cells.map((it) => [it.aspect, it.value, it.change])]));
