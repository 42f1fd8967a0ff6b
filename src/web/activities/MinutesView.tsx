import type { SessionRecord } from '#domain/activities/record-contract.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from './Section.tsx';
import { voteTexts } from './vote-texts.ts';
import './session-page.css';

const texts = defineTexts({
  zh: { title: '会议记录', agenda: '议题', first: '首要议题', resolutions: '决议事项', discussion: '讨论发言要点', none: '本次未记录议题、决议和发言', arranged: '活动尚未记录', next: '活动结束后，由记录员填写到会情况和会议记录。' },
  en: { title: 'Minutes', agenda: 'Agenda', first: 'First item', resolutions: 'Resolutions', discussion: 'Discussion', none: 'No agenda, resolution or discussion was noted', arranged: 'Not recorded yet', next: 'After the session the recorder fills in who was there and the minutes.' },
});

export function MinutesView({ record }: { readonly record: SessionRecord }) {
  const t = useTexts(texts);
  const v = useTexts(voteTexts);
  const { agenda, resolutions, discussion } = record;
  const empty = agenda.length === 0 && resolutions.length === 0 && discussion === '';
  return (
    <Section title={t.title}>
      {empty ? (record.counts || record.recorded ? <p className="activity-hint">{t.none}</p> : <EmptyState title={t.arranged} next={t.next} />) : null}
      {agenda.length > 0 ? (
        <>
          <h3 className="minutes-head">{t.agenda}</h3>
          <ol className="minutes-list">{agenda.map(({ title, firstItem }, at) => <li key={at}>{title}{firstItem ? <span className="status-tag outline">{t.first}</span> : null}</li>)}</ol>
        </>
      ) : null}
      {resolutions.length > 0 ? (
        <>
          <h3 className="minutes-head">{t.resolutions}</h3>
          <ol className="minutes-list">
            {resolutions.map(({ text, vote }, at) => (
              <li key={at}>
                {text}
                {vote ? (
                  <p className="minutes-vote">
                    {(['entitled', 'present', 'yes', 'no', 'abstained'] as const).map((name) => `${v[name]} ${vote[name]}`).join(' · ')}<br /><b>{v[vote.outcome]}</b>
                  </p>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {discussion === '' ? null : <><h3 className="minutes-head">{t.discussion}</h3><p className="minutes-text">{discussion}</p></>}
    </Section>
  );
}
