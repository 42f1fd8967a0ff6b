import type { CallRefusal } from '#web/shell/call-refused.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import './activities.css';

const texts = defineTexts({
  zh: {
    other: '打开那一次活动', latest: '打开最新的记录',
    topic: '主题', activities: '活动类型', sittings: '时间和地点', agenda: '议题', resolutions: '决议', period: '所属期',
  },
  en: {
    other: 'Open that session', latest: 'Open the latest record',
    topic: 'Topic', activities: 'Kind of activity', sittings: 'Time and place', agenda: 'Agenda', resolutions: 'Resolutions', period: 'Period',
  },
});

const places = ['topic', 'activities', 'sittings', 'agenda', 'resolutions', 'period'] as const;

interface Properties {
  readonly refusal: CallRefusal;
  readonly session: string | null;
}

/** Why a record was not accepted, with the way to the session that is in its way. */
export function RecordRefusal({ refusal, session }: Properties) {
  const t = useTexts(texts);
  const other = refusal.places.find(({ at }) => at.startsWith('session:'))?.at.slice('session:'.length);
  const overtaken = session !== null && ['FactChanged', 'AlreadyRecorded'].includes(refusal.name);
  const placeName = (at: string): string => places.flatMap((place) => (at.startsWith(place) ? [t[place]] : []))[0] ?? at;
  return (
    <div className="record-refusal">
      <ErrorNote refusal={{ ...refusal, places: refusal.places.filter(({ at }) => !at.startsWith('session:')) }} placeName={placeName} />
      {other ? <PathLink to={paths.session(other)} className="link-button">{t.other}</PathLink> : null}
      {overtaken ? <PathLink to={paths.session(session)} className="link-button">{t.latest}</PathLink> : null}
    </div>
  );
}
