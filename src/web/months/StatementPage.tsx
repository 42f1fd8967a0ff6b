import { Button } from 'antd';
import { useState } from 'react';
import { confirmStatement, readStatement, type StatementView } from '#domain/months/statement-contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { InclusionNote } from '#web/ui/InclusionNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { LaterChanges } from './LaterChanges.tsx';
import { MonthFigure } from './MonthFigure.tsx';
import { monthText } from '#web/ui/month-words.ts';
import { groundsIn } from './statement-grounds.ts';
import { type StatementAct, StatementForm } from './StatementForm.tsx';
import { StatementHistory } from './StatementHistory.tsx';
import { statementTexts, tagOfStanding } from './statement-texts.ts';
import './months.css';

const texts = defineTexts({
  zh: {
    of: (name: string, month: string) => `${name} ${month}积分确认单`, confirm: '确认本月积分', object: '提出异议', answer: '答复异议', appeal: '申请复核', review: '复核', print: '打印确认单',
    until: (day: string) => `请在 ${day}（含）前确认或提出异议，期满未提出视为确认。`, untilProvisional: (day: string) => `请确认或提出异议，期限暂定 ${day}；该年放假安排待公告，不会因期满失去提出异议的机会。`,
    confirmed: '已确认。', objected: '异议已提交，由支部委员会答复；公布的分数在答复前不变。', answered: '已答复。', appealed: '已申请机关党委复核。', reviewed: '已复核。', toAmend: '成立的，请在原记录中更正，分数随记录变化。',
    basis: (scheme: string, version: number, day: string, seq: number, on: string) => `${on} 公布，依据${scheme}第 ${version} 版，截至 ${day}、第 ${seq} 号工作记录。`, full: '点按分值查看依据',
    differs: '按当时的记录重新计算，结果与公布的不同。请告知机关党委；公布的分数不会自动改变。', overdue: '支部超过答复期限，可直接申请复核。',
  },
  en: {
    of: (name, month) => `${name}: statement of ${month}`, confirm: 'Confirm this month', object: 'Object', answer: 'Answer the objection', appeal: 'Ask for review', review: 'Review', print: 'Print the statement',
    until: (day) => `Confirm or object until ${day}; saying nothing confirms.`, untilProvisional: (day) => `Confirm or object, provisionally until ${day}; holidays of the year are not announced, and the right to object does not lapse.`,
    confirmed: 'Confirmed.', objected: 'The objection is with the branch committee. The published number stays until it is answered.', answered: 'Answered.', appealed: 'The organs committee will review it.', reviewed: 'Reviewed.', toAmend: 'If it was upheld, put the entry right; the points follow it.',
    basis: (scheme, version, day, seq, on) => `Published ${on} under ${scheme}, version ${version}, as of ${day} and entry ${seq} of the record.`, full: 'Open a figure to see its grounds',
    differs: 'Recomputed from the record of then, the number is another one. Tell the office; what was published does not change by itself.', overdue: 'The branch has let its time to answer pass: a review can be asked for.',
  },
});

/** One month of one member: what was published, what came later, and what may be done about it. */
export function StatementPage() {
  const t = useTexts(texts);
  const statement = useField('statement');
  const { language } = useLanguage();
  const read = useCall(readStatement, { statement });
  const [act, setAct] = useState<StatementAct | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const said: Readonly<Record<StatementAct, string>> = { object: t.objected, answer: t.answered + t.toAmend, appeal: t.appealed, review: t.reviewed + t.toAmend };
  return (
    <div className="statement-page">
      <PageHeader
        title={t.of(data.person.name, monthText(data.period, language))} beside={<StatusTag status={tagOfStanding[data.standing]} />}
        actions={<Actions of={data} onAct={(chosen) => { setDone(null); setAct(chosen); }} onDone={setDone} />}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      {data.may.confirm && data.deadline !== null ? <p className="statement-until">{(data.provisional ? t.untilProvisional : t.until)(dayText(data.deadline, language))}</p> : null}
      {data.recomputes ? null : <p className="statement-differs" role="alert">{t.differs}</p>}
      <InclusionNote inclusion={data.inclusion} />
      <Numbers of={data} />
      <p className="months-hint">{t.full} · <Basis of={data} /></p>
      <LaterChanges of={data} />
      <StatementHistory of={data} />
      <SideForm title={act === null ? '' : t[act]} open={act !== null} onClose={() => setAct(null)}>
        {act === null ? null : <StatementForm act={act} of={data} onDone={() => { setDone(said[act]); setAct(null); }} />}
      </SideForm>
    </div>
  );
}

function Basis({ of }: { readonly of: StatementView }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  return <span>{t.basis(say(of.scheme.label), of.scheme.version, of.asOf.day, of.asOf.seq, dayText(of.issuedOn, language))}</span>;
}

function Numbers({ of }: { readonly of: StatementView }) {
  const t = useTexts(statementTexts);
  const say = useWords();
  return (
    <table className="statement-numbers">
      <thead><tr><th scope="col">{t.part}</th><th scope="col" className="figures">{t.ofMonth}</th><th scope="col" className="figures">{t.total}</th></tr></thead>
      <tbody>
        {of.parts.map((part) => (
          <tr key={part.part}>
            <th scope="row">{say(part.label)}</th>
            <td className="figures"><MonthFigure value={part.month} grounds={groundsIn(of, part.part)} /></td>
            <td className="figures"><Figure value={part.total} grounds={groundsIn(of, part.part)} /></td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say({ zh: '合计', en: 'Total' })}</th>
          <td className="figures"><MonthFigure value={of.month} grounds={groundsIn(of)} /></td>
          <td className="figures"><Figure value={of.total} grounds={groundsIn(of)} /></td>
        </tr>
      </tfoot>
    </table>
  );
}

interface ActionsProperties {
  readonly of: StatementView;
  readonly onAct: (act: StatementAct) => void;
  readonly onDone: (said: string) => void;
}

function Actions({ of, onAct, onDone }: ActionsProperties) {
  const t = useTexts(texts);
  const confirming = useWrite(confirmStatement);
  const { may } = of;
  return (
    <>
      <PathLink to={paths.statementSheet(of.statement)} className="link-button">{t.print}</PathLink>
      {(['object', 'answer', 'appeal', 'review'] as const).map((act) => (may[act] ? <Button key={act} onClick={() => onAct(act)}>{t[act]}</Button> : null))}
      {may.confirm ? (
        <Button type="primary" loading={confirming.isPending} onClick={() => confirming.mutate({ statement: of.statement, version: of.version }, { onSuccess: () => onDone(t.confirmed) })}>{t.confirm}</Button>
      ) : null}
      {confirming.error ? <ErrorNote refusal={confirming.error.refusal} /> : null}
    </>
  );
}
