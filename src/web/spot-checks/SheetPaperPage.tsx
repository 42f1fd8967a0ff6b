import { readSheet, type SheetPage } from '#domain/spot-checks/sheet-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useMarks, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { drawTexts } from './draw-texts.ts';
import { checkedGrounds, computedGrounds, selfGrounds } from './sheet-grounds.ts';
import { sheetTexts } from './sheet-texts.ts';
import './spot-checks.css';

const texts = defineTexts({
  zh: {
    sheet: '季度抽查评分表', feedback: '季度抽查反馈意见', back: '返回评分表', judges: '检查组成员（签名）：', secretary: '支部书记（签收）：', branch: '党支部（盖章）：', date: '　　　年　　月　　日', number: '序号', draft: '尚未由检查组另一名成员确认。',
    opinion: '一、总体意见', problems: '二、发现的问题和整改时限', remark: '三、支部意见', rectify: '请支部逐条整改，完成后申请销号，由检查组复核。',
  },
  en: {
    sheet: 'Sheet of the quarterly spot check', feedback: 'Feedback of the quarterly spot check', back: 'Back to the sheet', judges: 'Team (signatures): ', secretary: 'Secretary (received): ', branch: 'Branch (seal): ', date: 'Date: ', number: 'No.', draft: 'Not yet confirmed by another member of the team.',
    opinion: '1. In general', problems: '2. Problems found, and until when to put them right', remark: '3. Remark of the branch', rectify: 'Each is put right and then checked again by the team before it is closed.',
  },
});

/** 季度抽查评分表 and 反馈意见 on A4, to be signed. */
export function SheetPaperPage() {
  const t = useTexts(texts);
  const sheet = useField('sheet');
  const page = useCall(readSheet, { sheet });
  if (page.error) return <PageFault refusal={page.error.refusal} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageSkeleton />;
  return <Paper title={t.sheet} back={<PathLink to={paths.checkSheet(sheet)} className="link-button">{t.back}</PathLink>} sheets={[<Marks key="marks" page={page.data} />, <Feedback key="feedback" page={page.data} />]} />;
}

function Heading({ page, title }: { readonly page: SheetPage; readonly title: string }) {
  const { quarterOf } = useTexts(drawTexts);
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  return <h1><small>{bureau[language]}</small>{title}<small>{page.organisation.name} {quarterOf(page.window)}</small></h1>;
}

function Marks({ page }: { readonly page: SheetPage }) {
  const t = useTexts(texts);
  const marks = useMarks();
  const words = useTexts(sheetTexts);
  const say = useWords();
  return (
    <>
      <Heading page={page} title={t.sheet} />
      <p className="paper-lines"><span><b>{words.day}</b> {page.day}</span><span><b>{words.judges}</b> {page.judges.map(({ name }) => name).join(marks.list)}</span></p>
      <table className="check-paper">
        <thead><tr><th>{words.item}</th><th>{words.full}</th><th>{words.self}</th><th>{words.computed}</th><th>{words.checked}</th><th>{words.difference}</th><th>{words.reason}</th></tr></thead>
        {page.aspects.map((aspect) => (
          <tbody key={aspect.aspect}>
            <tr><th colSpan={7}><b>{say(aspect.label)}</b></th></tr>
            {aspect.items.map((item) => {
              const difference = item.checked === null || item.computed === null ? null : item.checked - item.computed;
              return (
                <tr key={item.item}>
                  <th scope="row">{say(item.label)}</th>
                  <td className="paper-figure">{item.full === null ? '' : <Figure value={item.full} grounds={computedGrounds(page, item)} />}</td>
                  <td className="paper-figure">{item.selfMark === null ? '–' : <Figure value={item.selfMark} grounds={selfGrounds(page, item)} />}</td>
                  <td className="paper-figure">{item.computed === null ? '–' : <Figure value={item.computed} grounds={computedGrounds(page, item)} />}</td>
                  <td className="paper-figure">{item.checked === null ? '' : <Figure value={item.checked} grounds={checkedGrounds(page, item)} />}</td>
                  <td className="paper-figure">{difference === null ? '' : <Figure value={difference} grounds={checkedGrounds(page, item)}>{changeText(difference)}</Figure>}</td>
                  <td>{item.reason}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      <div className="paper-foot">
        <p>{words.computedAsOf(page.asOf.day, page.asOf.seq)}{page.confirmedBy === null ? ` · ${t.draft}` : ''}</p>
        <p className="paper-lines"><span>{t.judges}<span className="paper-blank" /></span><span>{t.date}</span></p>
      </div>
    </>
  );
}

function Feedback({ page }: { readonly page: SheetPage }) {
  const t = useTexts(texts);
  const words = useTexts(sheetTexts);
  return (
    <>
      <Heading page={page} title={t.feedback} />
      <h2 className="check-paper-part">{t.opinion}</h2>
      <p className="check-paper-text">{page.opinion}</p>
      <h2 className="check-paper-part">{t.problems}</h2>
      {page.problems.length === 0 ? <p>{words.noProblems}</p> : (
        <table>
          <thead><tr><th>{t.number}</th><th>{words.what}</th><th>{words.until}</th></tr></thead>
          <tbody>{page.problems.map((it, at) => <tr key={it.problem ?? at}><td>{at + 1}</td><td>{it.what}</td><td>{it.until}</td></tr>)}</tbody>
        </table>
      )}
      <p>{page.problems.length === 0 ? '' : t.rectify}</p>
      <h2 className="check-paper-part">{t.remark}</h2>
      <p className="check-paper-text">{page.signed?.remark ?? ''}</p>
      <p className="paper-foot paper-lines"><span>{t.secretary}{page.signed?.by ?? <span className="paper-blank" />}</span><span>{t.branch}<span className="paper-blank" /></span><span>{page.signed?.on ?? t.date}</span></p>
    </>
  );
}
