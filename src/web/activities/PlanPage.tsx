import { Button } from 'antd';
import { useState } from 'react';
import { planSession } from '#domain/activities/arrangement-contract.ts';
import { readActivityWords } from '#domain/activities/contract.ts';
import { paths } from '#web/paths.ts';
import { useField } from '#web/shell/address.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { emptyRow, isWhole } from './row-draft.ts';
import { RowFields } from './RowFields.tsx';
import { Section } from './Section.tsx';
import './arrange.css';

const texts = defineTexts({
  zh: { title: '安排本支部活动', what: '安排内容', wanting: '选好活动和时间、写明主题后保存。', send: '保存安排', done: '已安排。活动结束后，到支部工作台记录。', desk: '回到支部工作台', open: '查看', again: '再安排一次', blank: '打印空白签到表' },
  en: { title: 'Plan a session', what: 'What is planned', wanting: 'Choose the activity and its time and give the topic; then it can be saved.', send: 'Save', done: 'Planned. Record it from the branch desk once it has taken place.', desk: 'Back to the branch desk', open: 'Open', again: 'Plan another', blank: 'Print a blank sign-in sheet' },
});

/** A branch plans a session of its own, such as its committee meeting. */
export function PlanPage() {
  const t = useTexts(texts);
  const organisation = useField('organisation');
  const { today } = useWhoAmI();
  const [row, setRow] = useState(() => emptyRow(today));
  const words = useCall(readActivityWords, { day: today });
  const planning = useWrite(planSession);
  if (!words.data) return <PageSkeleton />;
  return (
    <div className="record-page">
      <PageHeader title={t.title} actions={<PathLink to={paths.blankSignInSheet(organisation)} className="link-button">{t.blank}</PathLink>} />
      {planning.data ? (
        <>
          <SuccessNote>{t.done}</SuccessNote>
          <p className="saved-links">
            <PathLink to={paths.branchDesk()} className="link-button main">{t.desk}</PathLink>
            <PathLink to={paths.session(planning.data.session)} className="link-button">{t.open}</PathLink>
            <Button onClick={() => { planning.reset(); setRow(emptyRow(today)); }}>{t.again}</Button>
          </p>
        </>
      ) : (
        <>
          <NonClassifiedNotice />
          <Section title={t.what}>
            <RowFields words={words.data} row={row} onChange={setRow} />
            {planning.error ? <ErrorNote refusal={planning.error.refusal} /> : null}
            <div className="arrange-foot">
              <Button type="primary" disabled={!isWhole(row)} loading={planning.isPending} onClick={() => planning.mutate({ ...row, organisation })}>{t.send}</Button>
              {isWhole(row) ? null : <span className="activity-hint">{t.wanting}</span>}
            </div>
          </Section>
        </>
      )}
    </div>
  );
}
