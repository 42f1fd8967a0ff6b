import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import type { GroundsSource } from '#web/ui/grounds-source.ts';

/** What a month added, with its sign; as every figure it leads to its grounds, which are those of the year to its end. */
export function MonthFigure({ value, grounds }: { readonly value: number | null; readonly grounds: GroundsSource }) {
  return value === null ? <Figure value={null} grounds={grounds} /> : <Figure value={value} grounds={grounds}><span className="figure-value">{changeText(value)}</span></Figure>;
}
