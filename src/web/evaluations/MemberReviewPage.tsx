import { Button } from 'antd';
import { useState } from 'react';
import { readMemberReview, scoreMemberReview, submitMemberReview, type MemberReviewView } from '#domain/evaluations/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { dayText } from '#web/ui/day-words.ts';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { evaluationTexts, tagOfReview } from './evaluation-texts.ts';
import { GradeForm } from './GradeForm.tsx';
import { MemberTable } from './MemberTable.tsx';
import { ResultAnswers } from './ResultAnswers.tsx';
import { ApproveForm, ReturnForm, WithdrawBallotsForm } from './ReviewForms.tsx';
import { ReviewNotes } from './ReviewNotes.tsx';
import { ReviewSteps } from './ReviewSteps.tsx';
import { StepsForm } from './StepsForm.tsx';
import '#web/ui/room.css';
import './evaluations.css';

const texts = defineTexts({
  zh: {
    all: '各支部', begin: '开始办理', steps: '步骤日期', ballots: '录入测评票数', withdraw: '撤回票数', withdrawn: (count: number) => `已撤回 ${count} 条票数，可重新录入。`, check: '核对票数并核算', again: '重新核算', grade: '组织评定', submit: '提请审定', back: '退回并说明', approve: '审定',
    kept: '步骤日期已保存。', checked: (count: number) => `已核对 ${count} 条票数，综合分和建议等次已核算。`, partly: (count: number, waiting: number) => `已核对 ${count} 条票数；还有 ${waiting} 条由您录入或涉及您本人，须由另一名书记、副书记或党务干部核对。`,
    graded: '评定结果已保存，可以提请审定。', submitted: '已提请机关党委审定。', returned: '已退回支部。', approved: (told: number) => `已审定，${told} 名党员可以查看本人结果。`, history: '办理过程', answered: '异议已答复，本人可以查看。', regraded: '异议成立，改评等次',
  },
  en: {
    all: 'All branches', begin: 'Begin', steps: 'Days of the steps', ballots: 'Enter the ballots', withdraw: 'Take the ballots back', withdrawn: (count) => `${count} counts are taken back and can be entered anew.`, check: 'Check and score', again: 'Score again', grade: 'Grades', submit: 'Submit for approval', back: 'Return with a reason', approve: 'Approve',
    kept: 'The days are saved.', checked: (count) => `${count} counts checked; values and proposed grades are worked out.`, partly: (count, waiting) => `${count} counts checked; ${waiting} more are yours or about you, and another secretary, deputy or the office checks them.`,
    graded: 'The grades are saved and can be submitted.', submitted: 'Submitted to the organs committee.', returned: 'Returned to the branch.', approved: (told) => `Approved; ${told} members can read their results.`, history: 'Course', answered: 'The objection is answered; the member can read it.', regraded: 'objection upheld, grade changed',
  },
});

type Task = 'steps' | 'withdraw' | 'grade' | 'return' | 'approve';

/** 党员年度综合评价 of one branch, from the steps to the approval. */
export function MemberReviewPage() {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const [organisation, year] = [useField('organisation'), useField('year')];
  const read = useCall(readMemberReview, { organisation, year: Number(year) });
  const [task, setTask] = useState<Task | null>(null);
  const [done, setDone] = useState<string | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const finish = (said: string) => { setTask(null); setDone(said); };
  const titles: Record<Task, string> = { steps: t.steps, withdraw: t.withdraw, grade: t.grade, return: t.back, approve: t.approve };
  return (
    <div className="evaluation-page">
      <PageHeader
        title={words.of(data.organisation.name, year)} beside={<StatusTag status={tagOfReview[data.stage]} />}
        actions={<Actions of={data} onTask={(next) => { setDone(null); setTask(next); }} onDone={setDone} />}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <ReviewSteps of={data} />
      <ReviewNotes of={data} />
      {data.told.objected > 0 && data.review !== null ? <ResultAnswers of={{ ...data, review: data.review }} onDone={() => finish(t.answered)} /> : null}
      <MemberTable of={data} />
      <History of={data} />
      <SideForm title={task === null ? '' : titles[task]} open={task !== null} onClose={() => setTask(null)} wide={task === 'grade'}>
        {task === 'steps' ? <StepsForm of={data} onDone={() => finish(t.kept)} /> : null}
        {task === 'withdraw' ? <WithdrawBallotsForm of={data} onDone={(count) => finish(t.withdrawn(count))} /> : null}
        {task === 'grade' ? <GradeForm of={data} onDone={() => finish(t.graded)} /> : null}
        {task === 'return' ? <ReturnForm of={data} onDone={() => finish(t.returned)} /> : null}
        {task === 'approve' ? <ApproveForm of={data} onDone={(told) => finish(t.approved(told))} /> : null}
      </SideForm>
    </div>
  );
}

interface ActionsProperties {
  readonly of: MemberReviewView;
  readonly onTask: (task: Task) => void;
  readonly onDone: (said: string) => void;
}

/** What may be done now; the one that leads on is the main one. */
function Actions({ of, onTask, onDone }: ActionsProperties) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const [scoring, submitting] = [useWrite(scoreMemberReview), useWrite(submitMemberReview)];
  const about = { review: of.review ?? '', version: of.version ?? 0 };
  const [organisation, year] = [of.organisation.id, String(of.year)];
  const score = () => scoring.mutate(about, { onSuccess: ({ checked, waiting }) => onDone(waiting === 0 ? t.checked(checked) : t.partly(checked, waiting)) });
  const error = scoring.error ?? submitting.error;
  const main = (move: boolean) => (move ? { type: 'primary' as const } : {});
  const { may } = of;
  return (
    <>
      <PathLink to={paths.memberReviews()} search={{ year }} className="link-button">{t.all}</PathLink>
      {of.ballots === null ? null : <PathLink to={paths.ballotSheet(organisation, year)} className="link-button">{words.ballotSheet}</PathLink>}
      {of.stage === 'approved' && of.review !== null && may.figures ? <PathLink to={paths.yearSheets(of.review)} className="link-button">{words.sheets}</PathLink> : null}
      {may.keepSteps ? <Button {...main(of.stage === 'none')} onClick={() => onTask('steps')}>{of.stage === 'none' ? t.begin : t.steps}</Button> : null}
      {may.enterBallots ? <PathLink to={paths.ballots(organisation, year)} className="link-button main">{t.ballots}</PathLink> : null}
      {may.withdrawBallots ? <Button onClick={() => onTask('withdraw')}>{t.withdraw}</Button> : null}
      {may.score ? <Button {...main(of.stage === 'balloted')} loading={scoring.isPending} onClick={score}>{of.stage === 'balloted' ? t.check : t.again}</Button> : null}
      {may.grade ? <Button {...main(of.stage === 'scored' || of.stage === 'returned')} onClick={() => onTask('grade')}>{t.grade}</Button> : null}
      {may.submit ? <Button type="primary" loading={submitting.isPending} onClick={() => submitting.mutate(about, { onSuccess: () => onDone(t.submitted) })}>{t.submit}</Button> : null}
      {may.return ? <Button onClick={() => onTask('return')}>{t.back}</Button> : null}
      {may.approve ? <Button type="primary" onClick={() => onTask('approve')}>{t.approve}</Button> : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
    </>
  );
}

function History({ of }: { readonly of: MemberReviewView }) {
  const t = useTexts(texts);
  const words = useTexts(evaluationTexts);
  const { language } = useLanguage();
  if (of.history.length === 0) return null;
  return (
    <section className="evaluation-history" aria-label={t.history}>
      <h2>{t.history}</h2>
      <ol>{of.history.map((it, at) => <li key={at}><StatusTag status={tagOfReview[it.stage]} /> <span className="evaluation-hint">{dayText(it.on, language)} {it.by ?? words.system}{it.regraded ? ` · ${t.regraded}` : ''}</span></li>)}</ol>
    </section>
  );
}
