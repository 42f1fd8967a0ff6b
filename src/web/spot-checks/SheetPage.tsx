import { Button } from 'antd';
import { useState } from 'react';
import { readSheet, type SheetPage as Page } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { BranchObjection } from '#web/shell/BranchObjection.tsx';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { drawTexts } from './draw-texts.ts';
import { MarkForm } from './MarkForm.tsx';
import { SheetActs } from './SheetActs.tsx';
import { SheetTable } from './SheetTable.tsx';
import { problemStatus, sheetStatus, sheetTexts } from './sheet-texts.ts';
import '#web/ui/room.css';
import './spot-checks.css';

const texts = defineTexts({ zh: { back: '返回抽取名单', list: '问题清单', correct: '修改核定分，由对方确认' }, en: { back: 'Back to the draw', list: 'Problems', correct: 'Change the marks; the other confirms them' } });

/** One sheet: filled in and confirmed by the team, then feedback that the branch signs for. */
export function SheetPage() {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  const { quarterOf } = useTexts(drawTexts);
  const say = useWords();
  const sheet = useField('sheet');
  const page = useCall(readSheet, { sheet });
  const [done, setDone] = useState<string | null>(null);
  const [correcting, setCorrecting] = useState(false);
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  const { data } = page;
  return (
    <>
      <PageHeader title={words.titleOf(data.organisation.name)} beside={<><StatusTag status={sheetStatus[data.stage]} /> <span className="page-aside">{quarterOf(data.window)}</span></>} actions={<><PathLink to={paths.draw(data.draw)} className="link-button">{t.back}</PathLink><PathLink to={paths.checkPaper(sheet)} className="link-button">{words.print}</PathLink></>} />
      <p className="room-links check-links"><PathLink to={paths.problems()} search={{ organisation: data.organisation.id }}>{t.list}</PathLink>{data.stage === 'sent' || data.stage === 'signed' ? <BranchObjection of={[data.organisation.id]} about={{ fact: sheet }} /> : null}</p>
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <Facts page={data} />
      {data.may.why === null ? null : <p className="room-hint check-why">{say(data.may.why)}</p>}
      <SheetActs page={data} onDone={setDone} />
      {data.may.mark && (!data.may.confirm || correcting) ? <MarkForm key={data.version} page={data} onDone={(said) => { setCorrecting(false); setDone(said); }} /> : (
        <>
          <SheetTable page={data} />
          <Feedback page={data} />
          {data.may.mark ? <Button onClick={() => setCorrecting(true)}>{t.correct}</Button> : null}
        </>
      )}
    </>
  );
}

function Facts({ page }: { readonly page: Page }) {
  const t = useTexts(sheetTexts);
  const marks = useMarks();
  const { language } = useLanguage();
  return (
    <dl className="room-facts">
      <div><dt>{t.day}</dt><dd>{dayText(page.day, language)}</dd></div>
      <div><dt>{t.judges}</dt><dd>{page.judges.map(({ name }) => name).join(marks.list)}</dd></div>
      <div><dt>{t.markedBy}</dt><dd>{page.markedBy ?? t.nobody}</dd></div>
      <div><dt>{t.confirmedBy}</dt><dd>{page.confirmedBy ?? t.nobody}</dd></div>
      <div><dt>{t.self}</dt><dd>{page.selfPeriod === null ? t.noSelf : t.selfOf(page.selfPeriod)}</dd></div>
      <div><dt>{t.computed}</dt><dd>{t.asOf(page.asOf.day, page.asOf.seq)}</dd></div>
    </dl>
  );
}

/** What the branch is told and what it has to put right; with its signature and remark. */
function Feedback({ page }: { readonly page: Page }) {
  const t = useTexts(sheetTexts);
  const marks = useMarks();
  const { language } = useLanguage();
  const { today } = useWhoAmI();
  const { opinion, problems, signed } = page;
  return (
    <section className="room-section">
      <h2>{t.opinion}</h2>
      {opinion === '' ? null : <p className="check-opinion">{opinion}</p>}
      <h2 className="check-found">{t.problems}</h2>
      {problems.length === 0 ? <p className="faint">{t.noProblems}</p> : (
        <ul className="room-lines">
          {problems.map((it, at) => (
            <li key={it.problem ?? at}>
              {it.problem === null ? it.what : <PathLink to={paths.problems()} search={{ problem: it.problem }}>{it.what}</PathLink>} <span className="faint">{t.until} {dayText(it.until, language)}</span> {it.stage === null ? null : <StatusTag status={it.stage !== 'closed' && it.stage !== 'applied' && it.until < today ? 'overdue' : problemStatus[it.stage]} />}
            </li>
          ))}
        </ul>
      )}
      {signed === null ? null : <p>{t.signed(signed.by, dayText(signed.on, language))}{signed.remark === '' ? '' : `${marks.colon}${signed.remark}`}</p>}
    </section>
  );
}
