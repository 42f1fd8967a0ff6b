import type { SessionLine } from '#domain/activities/contract.ts';
import { paths } from '#web/paths.ts';
import { useLanguage, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { SessionTag } from './SessionTag.tsx';
import './sessions.css';

/** A session on a phone: what and where it stands first, then when, what about, who. */
export function SessionCard({ line }: { readonly line: SessionLine }) {
  const say = useWords();
  const { language } = useLanguage();
  return (
    <PathLink to={paths.session(line.session)} className="session-card">
      <span className="session-card-head"><b>{line.activities.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ')}</b><SessionTag status={line.status} /></span>
      {line.topic === '' ? null : <span>{line.topic}</span>}
      <span className="session-card-foot"><DateText day={line.day} short hours={`${line.from}–${line.to}`} /> · {line.organisation.name}{line.place === '' ? '' : ` · ${line.place}`}</span>
    </PathLink>
  );
}
