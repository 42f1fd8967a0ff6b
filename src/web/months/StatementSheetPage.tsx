import { readStatement, type StatementView } from '#domain/months/statement-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { InclusionNote } from '#web/ui/InclusionNote.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { MonthFigure } from './MonthFigure.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { groundsIn } from './statement-grounds.ts';
import './months.css';

const texts = defineTexts({
  zh: {
    title: '党员积分确认单', back: '返回确认单', name: '姓名', number: '警号/内部编号', branch: '党支部', total: '合计', part: '积分构成', ofMonth: '本月', year: '本年累计', entries: '本月依据', choice: '本人意见：□ 确认　□ 有异议（说明）',
    basis: (scheme: string, version: number, day: string, seq: number, on: string) => `${on} 公布。依据${scheme}第 ${version} 版，截至 ${day}、第 ${seq} 号工作记录，可据此复核。`,
    until: (day: string) => `${day} 前未提出异议的，视为确认。`, member: '党员（签名）：', branchSign: '党支部（盖章）：', date: '　　　年　　月　　日',
  },
  en: {
    title: "Statement of a member's points", back: 'Back to the statement', name: 'Name', number: 'Police or internal number', branch: 'Branch', total: 'Total', part: 'Part', ofMonth: 'This month', year: 'Year so far', entries: 'Entries of the month', choice: '□ I confirm   □ I object, because:',
    basis: (scheme, version, day, seq, on) => `Published ${on} under ${scheme}, version ${version}, as of ${day} and entry ${seq} of the record, from which it can be checked.`,
    until: (day) => `Whoever does not object until ${day} has confirmed.`, member: 'Member (signature): ', branchSign: 'Branch (seal): ', date: 'Date: ',
  },
});

/** The statement on A4, for members who read no screen: it is confirmed or objected to by hand, and entered by the branch. */
export function StatementSheetPage() {
  const t = useTexts(texts);
  const statement = useField('statement');
  const read = useCall(readStatement, { statement });
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  return <Paper title={t.title} back={<PathLink to={paths.statement(statement)} className="link-button">{t.back}</PathLink>} sheets={[<StatementSheet key="sheet" of={read.data} />]} />;
}

function StatementSheet({ of }: { readonly of: StatementView }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}<small>{monthText(of.period, language)}</small></h1>
      <p className="paper-lines"><span><b>{t.name}</b> {of.person.name}</span><span><b>{t.number}</b> {of.person.number}</span><span><b>{t.branch}</b> {of.organisation.name}</span></p>
      <table className="statement-sheet-numbers">
        <thead><tr><th>{t.part}</th><th>{t.ofMonth}</th><th>{t.year}</th></tr></thead>
        <tbody>
          {of.parts.map((it) => (
            <tr key={it.part}><th scope="row">{say(it.label)}</th><td><MonthFigure value={it.month} grounds={groundsIn(of, it.part)} /></td><td><Figure value={it.total} grounds={groundsIn(of, it.part)} /></td></tr>
          ))}
          <tr><th scope="row">{t.total}</th><td><MonthFigure value={of.month} grounds={groundsIn(of)} /></td><td><Figure value={of.total} grounds={groundsIn(of)} /></td></tr>
        </tbody>
      </table>
      <h2>{t.entries}</h2>
      <ul className="statement-sheet-entries">{of.entries.map((it) => <li key={it.fact}>{it.day} {say(it.label)}</li>)}</ul>
      <div className="paper-foot">
        <InclusionNote inclusion={of.inclusion} />
        <p>{t.basis(say(of.scheme.label), of.scheme.version, of.asOf.day, of.asOf.seq, of.issuedOn)}{of.deadline === null || of.provisional || of.standing !== 'issued' ? '' : ` ${t.until(of.deadline)}`}</p>
        <p>{t.choice}</p>
        <p className="paper-lines"><span>{t.member}<span className="paper-blank" /></span><span>{t.branchSign}<span className="paper-blank" /></span><span>{t.date}</span></p>
      </div>
    </>
  );
}
