import { Button } from 'antd';
import { useState } from 'react';
import type { DrawnBranch, DrawPage } from '#domain/spot-checks/draw-contract.ts';
import { listSheets, type SheetRow } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useCall } from '#web/shell/calling.ts';
import { CountLink } from '#web/shell/CountLink.tsx';
import { defineTexts, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { SideForm } from '#web/ui/SideForm.tsx';
import { statuses } from '#web/ui/statuses.ts';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { drawTexts } from './draw-texts.ts';
import { sheetStatus, sheetTexts } from './sheet-texts.ts';
import { TeamForm } from './TeamForm.tsx';

const texts = defineTexts({
  zh: { result: '抽到的支部', none: '还没有抽取', team: '编成检查组', formed: '检查组已编成，检查项目已按抽取确定。', open: '未销号问题', sheet: '评分表' },
  en: { result: 'Branches drawn', none: 'Nobody has been drawn yet', team: 'Form the team', formed: 'The team is formed; its items follow from the draw.', open: 'Open problems', sheet: 'Sheet' },
});

interface Properties {
  readonly page: DrawPage;
  readonly onDone: (said: string) => void;
}

/** Whom the draw took, with the team and the sheet of each as far as the reader may see them. */
export function DrawnBranches({ page: { card, may }, onDone }: Properties) {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const [view, setView] = useTableView();
  const [forming, setForming] = useState<DrawnBranch | null>(null);
  const sheets = useCall(listSheets, { draw: card.draw });
  const columns = useColumns(sheets.data?.items ?? [], may.plan ? setForming : null);
  return (
    <section className="room-section">
      <h2>{t.result}</h2>
      <DataTable
        name="drawn-branches" title={t.result} rows={card.drawn} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView} empty={{ title: t.none }}
        card={(row) => <div className="check-card"><p><b>{row.organisation.name}</b> {columns[4]?.cell?.(row)}</p><p className="faint">{words.stratumOf(row.stratum)} · {words.becauseOf(row.because)}</p></div>}
      />
      <SideForm title={`${t.team} · ${forming?.organisation.name ?? ''}`} open={forming !== null} onClose={() => setForming(null)}>
        {forming === null ? null : <TeamForm draw={card.draw} organisation={forming.organisation.id} onDone={() => { setForming(null); onDone(t.formed); }} />}
      </SideForm>
    </section>
  );
}

function useColumns(sheets: readonly SheetRow[], onForm: ((branch: DrawnBranch) => void) | null): readonly [Column<DrawnBranch>, ...Column<DrawnBranch>[]] {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(drawTexts);
  const sheetWords = useTexts(sheetTexts);
  const say = useWords();
  const sheetOf = (row: DrawnBranch) => sheets.find(({ organisation }) => organisation.id === row.organisation.id);
  const state = (row: DrawnBranch) => {
    const found = sheetOf(row);
    if (found) return <PathLink to={paths.checkSheet(found.sheet)}><StatusTag status={sheetStatus[found.stage]} /></PathLink>;
    return onForm === null ? null : <Button size="small" onClick={() => onForm(row)}>{t.team}</Button>;
  };
  return [
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    { key: 'number', title: words.number, text: (row) => row.organisation.number },
    { key: 'stratum', title: words.stratum, text: (row) => words.stratumOf(row.stratum) },
    { key: 'because', title: words.because, text: (row) => words.becauseOf(row.because) },
    { key: 'state', title: t.sheet, text: (row) => { const found = sheetOf(row); return found ? say(statuses[sheetStatus[found.stage]].words) : ''; }, cell: state },
    { key: 'judges', title: sheetWords.judges, text: (row) => sheetOf(row)?.judges.join(marks.list) ?? '' },
    {
      key: 'open', title: t.open, figures: true, text: (row) => sheetOf(row)?.open ?? '',
      cell: (row) => { const found = sheetOf(row); return found && found.problems > 0 ? <CountLink to={paths.problems()} search={{ organisation: row.organisation.id }} value={found.open} label={String(found.open)} /> : null; },
    },
  ];
}
