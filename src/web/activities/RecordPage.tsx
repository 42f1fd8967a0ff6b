import { useState } from 'react';
import { readActivityWords, readRecordForm, type RecordForm, type SessionSaved } from '#domain/activities/contract.ts';
import { dayOf } from '#domain/activities/sittings.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { GuideLinks } from '#web/shell/GuideLinks.tsx';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { NonClassifiedNotice } from '#web/ui/NonClassifiedNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { ActivityBlock } from './ActivityBlock.tsx';
import { ArrangedSummary } from './ArrangedSummary.tsx';
import { begunWith, lastDayAsked } from './begun-with.ts';
import { MinutesBlock } from './MinutesBlock.tsx';
import { OrganisationChoice } from './OrganisationChoice.tsx';
import { PartsBlock } from './PartsBlock.tsx';
import { useKeptDraft } from './record-draft.ts';
import { RecordFooter } from './RecordFooter.tsx';
import { RecordRefusal } from './RecordRefusal.tsx';
import { RosterBlock } from './RosterBlock.tsx';
import { SavedView } from './SavedView.tsx';
import { countsOf, standingOf } from './standing-of-person.ts';
import { StudyBlock } from './StudyBlock.tsx';
import { TimeBlock } from './TimeBlock.tsx';
import { useListedRoster } from './use-listed-roster.ts';
import { useSubmitRecord } from './use-submit-record.ts';
import './activities.css';

const texts = defineTexts({
  zh: {
    title: '记一次活动', amend: '修改活动记录', restored: (at: string) => `已恢复本机上 ${at} 未提交的内容。`, discard: '不用，重新填写',
  },
  en: {
    title: 'Record a session', amend: 'Amend the record', restored: (at: string) => `Taken up again: what was typed on this device at ${at} and not submitted.`, discard: 'Begin anew',
  },
});

/** 记一次活动: one page, five blocks, filled in beforehand as far as anybody knows. */
export function RecordPage() {
  const organisation = useField('organisation');
  const { today } = useWhoAmI();
  const [{ session, activity, window, invitation }] = useAddress({ session: '', activity: '', window: '', invitation: '' });
  const wanted = session === '' && activity !== '';
  const words = useCall(readActivityWords, { day: lastDayAsked(window, today) }, { enabled: wanted });
  const form = useCall(readRecordForm, { organisation, ...(session === '' ? {} : { session }), ...(invitation === '' ? {} : { invitation }) });
  const [saved, setSaved] = useState<SessionSaved | null>(null);
  const t = useTexts(texts);
  if (saved) return <><PageHeader title={t.title} /><SavedView saved={saved} /></>;
  if (form.error) return <PageFault refusal={form.error.refusal} onRetry={() => void form.refetch()} />;
  if (!form.data || (wanted && words.isPending)) return <PageSkeleton />;
  const begun = wanted && words.data ? begunWith(form.data, words.data, activity, lastDayAsked(window, today)) : form.data;
  return <FilledForm key={`${organisation} ${session} ${activity} ${window} ${invitation} ${form.data.version}`} form={begun} onSaved={setSaved} />;
}

function FilledForm({ form, onSaved }: { readonly form: RecordForm; readonly onSaved: (saved: SessionSaved) => void }) {
  const t = useTexts(texts);
  const { today } = useWhoAmI();
  const { draft, change, since, discard } = useKeptDraft(form);
  const day = draft.sittings.length === 0 ? today : dayOf(draft.sittings) || today;
  const words = useCall(readActivityWords, { day }, { keep: true });
  const { roster, error, ready } = useListedRoster(form.organisation.id, draft);
  const submit = useSubmitRecord(form, (saved) => { discard(); onSaved(saved); });
  const changeList: typeof change = (changed) => { submit.forget(); change(changed); };
  const [asArranged, setAsArranged] = useState(form.session !== null && !form.recorded && draft.topic !== '');
  const marks = new Map(draft.marks.map((it) => [it.person, it]));
  const standings = new Map((roster?.items ?? []).map((it) => [it.person.id, standingOf(it, marks.get(it.person.id), draft)]));
  const counts = roster ? countsOf([...standings.values()]) : null;
  if (!words.data) return <PageSkeleton />;
  return (
    <div className="record-page">
      <PageHeader
        title={form.recorded ? t.amend : t.title}
        beside={<><OrganisationChoice form={form} />{form.session === null ? null : <DateText day={day} />}</>}
      />
      {since === null ? null : <p className="record-restored" role="status">{t.restored(clockOf(since))} <button type="button" className="text-button" onClick={discard}>{t.discard}</button></p>}
      <NonClassifiedNotice />
      <GuideLinks activities={draft.activities} />
      {asArranged ? <ArrangedSummary words={words.data} draft={draft} onChange={() => setAsArranged(false)} /> : (
        <>
          <ActivityBlock words={words.data} draft={draft} change={change} today={today} usualPlace={form.usualPlace} />
          <TimeBlock draft={draft} change={change} today={today} />
        </>
      )}
      <StudyBlock studies={form.studies} draft={draft} change={change} />
      <RosterBlock words={words.data} roster={roster} error={error} ready={ready} self={form.self} withheld={form.withheld} draft={draft} change={changeList} />
      <PartsBlock form={form} draft={draft} change={change} standings={standings} />
      <MinutesBlock draft={draft} change={change} entitled={counts ? counts.expected + counts.excused : 0} present={counts?.present ?? 0} />
      <RecordFooter counts={counts} amending={form.recorded} busy={submit.busy} onSubmit={() => submit.send(draft)}>
        {submit.refusal ? <RecordRefusal refusal={submit.refusal} session={form.session} /> : null}
      </RecordFooter>
    </div>
  );
}

const clockOf = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant)).replace('/', '-');
