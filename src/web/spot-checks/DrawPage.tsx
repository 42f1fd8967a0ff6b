import { readDraw } from '#domain/spot-checks/draw-contract.ts';
import { useState } from 'react';
import { paths } from '#web/paths.ts';
import { BranchObjection } from '#web/shell/BranchObjection.tsx';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { DrawnBranches } from './DrawnBranches.tsx';
import { DrawSteps } from './DrawSteps.tsx';
import { drawStatus, drawTexts } from './draw-texts.ts';
import { ListedBranches } from './ListedBranches.tsx';
import '#web/ui/room.css';
import './spot-checks.css';

const texts = defineTexts({
  zh: { title: (quarter: string) => `${quarter}抽查`, proof: '复核方法', back: '返回季抽查', circular: '季度通报', voided: (reason: string) => `作废原因：${reason}` },
  en: { title: (quarter) => `Check of ${quarter}`, proof: 'How to verify the draw', back: 'Back to the spot checks', circular: 'Circular of the quarter', voided: (reason) => `Voided: ${reason}` },
});

/** One draw: its three acts one after the other, whom it drew, and the list it was drawn from. */
export function DrawPage() {
  const t = useTexts(texts);
  const words = useTexts(drawTexts);
  const draw = useField('draw');
  const page = useCall(readDraw, { draw });
  const [done, setDone] = useState<string | null>(null);
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { card } = page.data;
  return (
    <>
      <PageHeader title={t.title(words.quarterOf(card.window))} beside={<><StatusTag status={drawStatus[card.stage]} /> <span className="page-aside">{card.organisation.name}</span></>} actions={<PathLink to={paths.spotChecks()} className="link-button">{t.back}</PathLink>} />
      <p className="room-links check-links"><PathLink to={paths.drawProof(draw)}>{t.proof}</PathLink>{card.stage === 'drawn' && page.data.may.circular ? <PathLink to={paths.circular(draw)}>{t.circular}</PathLink> : null}{card.stage === 'drawn' ? <BranchObjection of={page.data.list.map(({ organisation }) => organisation.id)} about={{ fact: draw }} /> : null}</p>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {card.stage === 'void' ? <p className="room-hint">{t.voided(card.voided)}</p> : <DrawSteps page={page.data} onDone={setDone} />}
      {card.stage === 'drawn' ? <DrawnBranches page={page.data} onDone={setDone} /> : null}
      <ListedBranches list={page.data.list} />
    </>
  );
}
