import { CountLink } from './CountLink.tsx';
import './state-counts.css';

interface Properties {
  /** What is counted in each state, such as 已交 24. */
  readonly counts: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** The page of the list itself, its other filters, and the name of the filter that narrows it to one state. */
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly filter: string;
  /** '' for all. */
  readonly chosen: string;
}

/** 已交 24 · 未交 5: how many rows of the list below stand in each state, each leading to exactly these; all of them come back by 清空筛选. */
export function StateCounts({ counts, to, search, filter, chosen }: Properties) {
  return (
    <p className="state-counts">
      {counts.filter(({ id, count }) => count > 0 || id === chosen).map(({ id, label, count }) => (
        <span key={id} className={id === chosen ? 'chosen' : undefined}>{label} <CountLink to={to} search={{ ...search, [filter]: id }} value={count} label={label} /></span>
      ))}
    </p>
  );
}
