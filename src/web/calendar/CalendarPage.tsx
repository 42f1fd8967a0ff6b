import { Button } from 'antd';
import { useState } from 'react';
import { announceCalendar, type CalendarOfYear, readCalendar, withdrawCalendar } from '#domain/calendar/contract.ts';
import { workingCalendar } from '#domain/calendar/working-days.ts';
import { useAddress } from '#web/shell/address.ts';
import { call } from '#web/shell/call.ts';
import { useCall, useWrite } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { useUndo } from '#web/shell/Undo.tsx';
import { VersionsButton } from '#web/shell/VersionsButton.tsx';
import { WithdrawnLines } from '#web/shell/WithdrawnLines.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { SideForm } from '#web/ui/SideForm.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { StatusTag } from '#web/ui/StatusTag.tsx';
import { SuccessNote } from '#web/ui/SuccessNote.tsx';
import { YearSteps } from '#web/ui/YearSteps.tsx';
import { NotAnnounced } from './NotAnnounced.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import { NoticeLists } from './NoticeLists.tsx';
import { YearSheet } from './YearSheet.tsx';
import './calendar.css';

const texts = defineTexts({
  zh: {
    title: '工作日历', enter: '录入放假安排', takeOver: '按国务院办公厅通知录入', amend: '修改', withdraw: '撤回', form: (year: number) => `${year}年放假安排`,
    withdrawnOne: '已撤回的放假安排',
    withdrawn: (year: number) => `已撤回，${year}年恢复为“待公告”，按工作日计算的期限重新变为暂定。`,
    done: (year: number, holidays: number, workdays: number) => `${year}年放假安排已保存：放假 ${holidays} 段，调休上班 ${workdays} 天。按这一年工作日计算的期限不再是暂定。`,
  },
  en: {
    title: 'Working calendar', enter: 'Enter the holidays', takeOver: 'Take over the published notice', amend: 'Amend', withdraw: 'Withdraw', form: (year) => `Holidays of ${year}`,
    withdrawnOne: 'Withdrawn holidays',
    withdrawn: (year) => `Withdrawn; ${year} is not yet announced again, and limits in its working days are provisional.`,
    done: (year, holidays, workdays) => `Holidays of ${year} saved: ${holidays} spans off, ${workdays} make-up workdays. Limits in its working days are no longer provisional.`,
  },
});

/** One year like the calendar on the wall: which days are off, which weekend days are worked, or that nobody knows yet. */
export function CalendarPage() {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const [{ year }, change] = useAddress({ year: today.slice(0, 4) });
  const read = useCall(readCalendar, { year }, { keep: true });
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  if (read.error) return <PageFault refusal={read.error.refusal} onRetry={() => void read.refetch()} />;
  if (!read.data) return <PageSkeleton />;
  const { data } = read;
  const { announced } = data;
  const known = workingCalendar(announced ? [{ year: data.year, holidays: announced.holidays, workdays: announced.workdays }] : []);
  const turn = (chosen: string) => { setDone(null); change({ year: chosen }); };
  const saved = (holidays: number, workdays: number) => { setOpen(false); setDone(t.done(data.year, holidays, workdays)); };
  return (
    <div className="calendar-page">
      <PageHeader
        title={t.title}
        beside={<><YearSteps year={year} onChoose={turn} /><StatusTag status={announced ? 'announced' : 'notAnnounced'} /></>}
        actions={data.mayEdit ? <Actions of={data} onEdit={() => { setDone(null); setOpen(true); }} onWithdrawn={() => setDone(null)} /> : undefined}
      />
      {done === null ? null : <SuccessNote>{done}</SuccessNote>}
      <div className="calendar-columns">
        <aside className="calendar-notice">{announced ? <><NoticeLists notice={announced} />{announced.version > 1 ? <VersionsButton fact={announced.calendar} about={year} /> : null}</> : <NotAnnounced of={data} thisYear={Number(today.slice(0, 4))} />}</aside>
        <YearSheet year={data.year} calendar={known} today={today} />
      </div>
      <WithdrawnYear of={data} onRestored={saved} />
      <SideForm title={t.form(data.year)} open={open} onClose={() => setOpen(false)} wide>
        <NoticeForm of={data} onDone={saved} />
      </SideForm>
    </div>
  );
}

/** What was withdrawn by a slip stands again as it was by one tap. */
function WithdrawnYear({ of: { year, withdrawn }, onRestored }: { readonly of: CalendarOfYear; readonly onRestored: (holidays: number, workdays: number) => void }) {
  const t = useTexts(texts);
  const announcing = useWrite(announceCalendar);
  if (withdrawn === null) return null;
  const { document, holidays, workdays, by, on } = withdrawn;
  const restore = () => announcing.mutate({ year: String(year), document, holidays, workdays }, { onSuccess: () => onRestored(holidays.length, workdays.length) });
  const lines = [{ id: String(year), by, on, what: <><b>{t.form(year)}</b> {document}</>, restore }];
  return <WithdrawnLines title={t.withdrawnOne} lines={lines} busy={announcing.isPending} refusal={announcing.error?.refusal ?? null} />;
}

interface ActionProperties {
  readonly of: CalendarOfYear;
  readonly onEdit: () => void;
  readonly onWithdrawn: () => void;
}

function Actions({ of: { year, announced, offered }, onEdit, onWithdrawn }: ActionProperties) {
  const t = useTexts(texts);
  const withdrawing = useWrite(withdrawCalendar);
  const offerUndo = useUndo();
  if (!announced) return <Button type="primary" onClick={onEdit}>{offered ? t.takeOver : t.enter}</Button>;
  const { calendar, version, document, holidays, workdays } = announced;
  const withdraw = () => withdrawing.mutate({ calendar, version }, { onSuccess: () => {
    onWithdrawn();
    offerUndo(t.withdrawn(year), (key) => call(announceCalendar, { year: String(year), document, holidays, workdays }, { key }));
  } });
  return (
    <>
      {withdrawing.error ? <ErrorNote refusal={withdrawing.error.refusal} /> : null}
      <Button loading={withdrawing.isPending} onClick={withdraw}>{t.withdraw}</Button>
      <Button type="primary" onClick={onEdit}>{t.amend}</Button>
    </>
  );
}
