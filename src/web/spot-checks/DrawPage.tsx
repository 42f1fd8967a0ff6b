import { type DrawnBranch, type DrawPage as Page, readDraw } from '#domain/spot-checks/draw-contract.ts';
import { useState } from 'react';
import { paths } from '#web/paths.ts';
import { useField, useTableView } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { type Column, DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { DrawSteps } from './DrawSteps.tsx';
import { drawStatus, drawTexts } from './draw-texts.ts';
import { ListedBranches } from './ListedBranches.tsx';
import '#web/ui/room.css';
import './spot-checks.css';

const texts = defineTexts({
  zh: { title: (quarter: string) => `${quarter}抽查`, result: '抽到的支部', none: '还没有抽取', proof: '复核方法', back: '季抽查', voided: (reason: string) => `作废原因：${reason}` },
  en: { title: (quarter) => `Check of ${quarter}`, result: 'Branches drawn', none: 'Nobody has been drawn yet', proof: 'How to verify the draw', back: 'Spot checks', voided: (reason) => `Voided: ${reason}` },
});

/** One draw: its three acts one after the other, whom it drew, and the list it was drawn from. */
export function DrawPage() {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const draw = useField('draw');
  const page = useCall(readDraw, { draw });
  const [done, setDone] = useState<string | null>(null);
  if (page.error) return <ErrorNote refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { card } = page.data;
  return (
    <>
      <PageHeader title={t.title(words.quarterOf(card.window))} beside={<><StatusTag status={drawStatus[card.stage]} /> <span className="page-aside">{card.organisation.name}</span></>} />
      <p className="room-links check-links"><PathLink to={paths.spotChecks()}>{t.back}</PathLink><PathLink to={paths.drawProof(draw)}>{t.proof}</PathLink></p>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {card.stage === 'void' ? <p className="room-hint">{t.voided(card.voided)}</p> : <DrawSteps page={page.data} onDone={setDone} />}
      {card.stage === 'drawn' ? <Drawn page={page.data} /> : null}
      <ListedBranches list={page.data.list} />
    </>
  );
}

function Drawn({ page }: { readonly page: Page }) {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const [view, setView] = useTableView();
  const columns: readonly [Column<DrawnBranch>, ...Column<DrawnBranch>[]] = [
    { key: 'branch', title: words.branch, text: (row) => row.organisation.name },
    { key: 'number', title: words.number, text: (row) => row.organisation.number },
    { key: 'stratum', title: words.stratum, text: (row) => words.stratumOf(row.stratum) },
    { key: 'because', title: words.because, text: (row) => words.becauseOf(row.because) },
  ];
  return (
    <section className="room-section">
      <h2>{t.result}</h2>
      <DataTable
        name="drawn-branches" title={t.result} rows={page.card.drawn} rowKey={(row) => row.organisation.id} columns={columns} view={view} onView={setView} empty={{ title: t.none }}
        card={(row) => <div className="check-card"><p><b>{row.organisation.name}</b></p><p className="faint">{words.stratumOf(row.stratum)} · {words.becauseOf(row.because)}</p></div>}
      />
    </section>
  );
}
