import type { ListedBranch } from '#domain/spot-checks/draw-contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { drawTexts } from './draw-texts.ts';

const texts = defineTexts({ zh: { list: (count: number) => `公布的名单（${count} 个支部）` }, en: { list: (count) => `The published list (${count} branches)` } });

/** The list that a draw was made from, shut until somebody wants it. */
export function ListedBranches({ list }: { readonly list: readonly ListedBranch[] }) {
  const t = useTexts(texts);
  return (
    <details className="room-section check-list">
      <summary>{t.list(list.length)}</summary>
      <BranchTable list={list} />
    </details>
  );
}

/** The branches of a draw with their stratum and the quarter in which they were checked last. */
export function BranchTable({ list }: { readonly list: readonly ListedBranch[] }) {
  const words = useTexts(drawTexts);
  return (
    <table className="check-table">
      <thead><tr><th>{words.number}</th><th>{words.branch}</th><th>{words.stratum}</th><th>{words.last}</th></tr></thead>
      <tbody>
        {list.map((it) => <tr key={it.organisation.id}><td>{it.organisation.number}</td><td>{it.organisation.name}</td><td>{words.stratumOf(it.stratum)}</td><td>{it.last === null ? words.never : words.quarterOf(it.last)}</td></tr>)}
      </tbody>
    </table>
  );
}
