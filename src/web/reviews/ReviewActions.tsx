import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { closeYear } from '#domain/months/contract.ts';
import { type BranchReviewView, scoreReview } from '#domain/reviews/contract.ts';
import { useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { DeliberateForm } from './DeliberateForm.tsx';
import { BackForm, DocumentForm, NoticeForm, OpenForm, ReviseForm, SelfDayForm } from './review-forms.tsx';

const texts = defineTexts({
  zh: {
    open: '布置年度考核', moveSelf: '调整自评截止日', score: '核分', again: '重新核分', deliberate: '登记研究结果', notice: '发布公示', approve: '登记审定', circulate: '登记通报', back: '退回', revise: '修订', makeFinal: '年度终审', keep: '取消',
    selfMoved: '已调整自评截止日。', opened: '已布置，支部可在本支部页面自评。', scored: '已开始核分，完成后显示年度得分和建议等次。', deliberated: '已登记研究结果。', noticed: '已公示，全局可见。',
    approved: '已登记审定，等次自此对支部可见。', circulated: '已登记通报。', returned: '已退回。', revised: '已开始修订，原通报保留。', final: '年度已终审，不再录入或修改。', sure: '终审后该年度不能再录入或修改；异议成立或解锁后的变动以修订另行办理。',
  },
  en: {
    open: 'Open the review', moveSelf: 'Move the self-review day', score: 'Score', again: 'Score again', deliberate: 'Enter the decision', notice: 'Give notice', approve: 'Enter the approval', circulate: 'Enter the circular', back: 'Send back', revise: 'Revise', makeFinal: 'Make the year final', keep: 'Keep it',
    selfMoved: 'The last day for self-reviews is moved.', opened: 'Opened; the branches can file their self-reviews.', scored: 'Scoring has begun; scores and proposed grades are shown when it is done.', deliberated: 'The decision is entered.', noticed: 'Notice is given to the whole bureau.',
    approved: 'The approval is entered; the branches see their grades from now on.', circulated: 'The circular is entered.', returned: 'Sent back.', revised: 'The revision has begun; what was circulated stays.', final: 'The year is final.', sure: 'Nothing of the year can be entered or amended afterwards; what an upheld objection or a reopening changes makes a revision.',
  },
});

type Form = 'open' | 'moveSelf' | 'deliberate' | 'notice' | 'approve' | 'circulate' | 'back' | 'revise';

/** The buttons of the step that follows, for whom they are. */
export function ReviewActions({ of, onDone }: { readonly of: BranchReviewView; readonly onDone: (said: string) => void }) {
  const t = useTexts(texts);
  const [form, setForm] = useState<Form | null>(null);
  const scoring = useWrite(scoreReview);
  const closing = useWrite(closeYear);
  const { head, may } = of;
  const close = (said: string) => () => { setForm(null); onDone(said); };
  const button = (which: Form, main = true) => <Button key={which} type={main ? 'primary' : 'default'} onClick={() => setForm(which)}>{t[which]}</Button>;
  const score = () => head && scoring.mutate({ review: head.review, version: head.version }, { onSuccess: () => onDone(t.scored) });
  const error = scoring.error ?? closing.error;
  return (
    <>
      {of.yearFinal ? <StatusTag status="final" /> : null}
      {may.back ? button('back', false) : null}
      {may.revise ? button('revise', false) : null}
      {may.makeFinal ? (
        <Popconfirm title={t.sure} okText={t.makeFinal} cancelText={t.keep} onConfirm={() => closing.mutate({ organisation: of.organisation.id, year: of.year }, { onSuccess: () => onDone(t.final) })}>
          <Button loading={closing.isPending}>{t.makeFinal}</Button>
        </Popconfirm>
      ) : null}
      {may.open ? button('open') : null}
      {may.moveSelf ? button('moveSelf', false) : null}
      {may.score ? <Button type={head?.stage === 'opened' ? 'primary' : 'default'} loading={scoring.isPending} disabled={of.scoring !== null && of.scoring.refusal === null} onClick={score}>{head?.stage === 'opened' ? t.score : t.again}</Button> : null}
      {may.deliberate ? button('deliberate') : null}
      {may.notice ? button('notice') : null}
      {may.approve ? button('approve') : null}
      {may.circulate ? button('circulate') : null}
      {error ? <ErrorNote refusal={error.refusal} /> : null}
      <SideForm title={form === null ? '' : t[form]} open={form !== null} onClose={() => setForm(null)} wide={form === 'deliberate'}>
        {form === 'open' ? <OpenForm of={of} onDone={close(t.opened)} /> : null}
        {head === null ? null : (
          <>
            {form === 'moveSelf' ? <SelfDayForm head={head} onDone={close(t.selfMoved)} /> : null}
            {form === 'deliberate' ? <DeliberateForm of={of} head={head} onDone={close(t.deliberated)} /> : null}
            {form === 'notice' ? <NoticeForm of={of} head={head} onDone={close(t.noticed)} /> : null}
            {form === 'approve' ? <DocumentForm head={head} step="approval" onDone={close(t.approved)} /> : null}
            {form === 'circulate' ? <DocumentForm head={head} step="circular" onDone={close(t.circulated)} /> : null}
            {form === 'back' ? <BackForm head={head} onDone={close(t.returned)} /> : null}
            {form === 'revise' ? <ReviseForm head={head} onDone={close(t.revised)} /> : null}
          </>
        )}
      </SideForm>
    </>
  );
}
