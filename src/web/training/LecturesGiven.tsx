import type { LecturerRow } from '#domain/training/contract.ts';
import { paths } from '#web/paths.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';

const texts = defineTexts({
  zh: { none: '本年的活动记录里还没有他主讲的。', closed: '内容限该支部查看' },
  en: { none: 'No record of this year names him as speaker yet.', closed: 'what was said is for that branch' },
});

/** The sessions of the year behind the count of lectures. */
export function LecturesGiven({ row }: { readonly row: LecturerRow }) {
  const t = useTexts(texts);
  if (row.given.length === 0) return <p className="room-hint">{t.none}</p>;
  return (
    <ul className="room-lines">
      {row.given.map(({ session, day, organisation, topic }) => (
        <li key={session}><span className="date-text">{day}</span> {organisation.name} {topic === null ? <span className="faint">{t.closed}</span> : <PathLink to={paths.session(session)}>{topic}</PathLink>}</li>
      ))}
    </ul>
  );
}
