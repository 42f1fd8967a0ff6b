import { fieldOf, textOf } from '#domain/schemes/format/raw-value.ts';
import { answerName } from '#domain/schemes/format/word-names.ts';

const windows = (['day', 'week', 'month', 'quarter', 'half', 'year'] as const).map((id) => [id, answerName(id, 'per') ?? id] as const);
const bounds = [['ceiling', '最多'], ['floor', '最少']] as const;
/** A clause may hold one as well: only what begins another limit, or nothing, follows a mark that parts two of them. */
const BETWEEN = /[；;\n]\s*(?=每|$)/;
const ONE = /^(每[^\d\s]+?)\s*(最多|最少)\s*([-−]?\d+(?:\.\d+)?)\s*分?\s*(?:（(.*)）|\((.*)\))?$/;

/** 每年最多 4.00（第十条）；每季度最多 2.00 */
export const limitsText = (limits: readonly unknown[]): string => limits.map((limit) => {
  const window = windows.find(([id]) => id === fieldOf(limit, 'per'))?.[1] ?? '';
  const bound = bounds.find(([id]) => id === fieldOf(limit, 'bound'))?.[1] ?? '';
  const clause = textOf(fieldOf(limit, 'clause'));
  return `${window}${bound} ${Number(fieldOf(limit, 'value')).toFixed(2)}${clause === null ? '' : `（${clause}）`}`;
}).join('；');

/** Null where it is not written so. */
export function limitsIn(text: string): Record<string, unknown>[] | null {
  const found = text.split(BETWEEN).map((it) => it.trim()).filter((it) => it !== '').map((one) => {
    const [, window, bound, value, ...clauses] = ONE.exec(one) ?? [];
    const per = windows.find(([, name]) => name === window)?.[0];
    const clause = clauses.find((it) => it !== undefined);
    if (per === undefined || value === undefined) return null;
    return { bound: bound === '最多' ? 'ceiling' : 'floor', value: Number(value.replace('−', '-')), per, ...(clause === undefined ? {} : { clause }) };
  });
  return found.every((it) => it !== null) ? found : null;
}
