import { useState } from 'react';
import type { SchemeTrial, TriedBranch } from '#domain/points/trial-contract.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { TableView } from '#web/ui/table-view.ts';
import { DifferenceWords } from './DifferenceWords.tsx';
import { triedColumns, TriedFigures } from './tried-columns.tsx';
import { trialTexts } from './trial-texts.ts';

/** Branches by number under the indicators of both schemes. */
export function TrialBranches({ trial }: { readonly trial: SchemeTrial }) {
  const t = useTexts(trialTexts);
  const say = useWords();
  const [view, setView] = useState<TableView>({ page: 1, size: 50 });
  const named = new Map(trial.branches.map((it) => [it.id, it]));
  const name = ({ branch }: TriedBranch) => named.get(branch)?.name ?? '';
  const subjectOf = (it: TriedBranch) => ({ trial: trial.id, of: 'branch' as const, subject: it.branch });
  return (
    <DataTable
      name="scheme-trial-branches" title={t.branches} rows={trial.outcome?.branches ?? []} rowKey={(it) => it.branch} view={view}
      onView={(change) => setView({ ...view, ...change })} asked={[t.asOf(trial.year, trial.outcome?.asOf.day ?? '')]} empty={{ title: t.noBranch, next: t.noBranchNext }}
      columns={[
        { key: 'branch', title: t.branch, text: name },
        { key: 'number', title: t.number, text: (it) => named.get(it.branch)?.number ?? '' },
        ...triedColumns(t, say, subjectOf),
      ]}
      card={(it) => (
        <div className="trial-card">
          <p><b>{name(it)}</b></p>
          <TriedFigures row={it} subject={subjectOf(it)} />
          <DifferenceWords subject={subjectOf(it)} differences={it.differences} />
        </div>
      )}
    />
  );
}
