import { Select } from 'antd';
import { lastOfMonth } from '#domain/calendar/civil-date.ts';
import { readPoints } from '#domain/points/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress, useField } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts } from '#web/shell/language.tsx';
import { PageFault } from '#web/shell/PageFault.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Paper } from '#web/ui/Paper.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { PointsSheet } from './PointsSheet.tsx';
import './points-sheet.css';

const texts = defineTexts({
  zh: { title: '积分明细单', back: '返回积分', period: '范围', whole: '全年', month: (month: string) => `${Number(month.slice(5))}月`, empty: '本年度没有积分', next: '本年度未启用考核方案，或本人不在考核范围内。' },
  en: { title: 'Sheet of points', back: 'Back to the points', period: 'Span', whole: 'The whole year', month: (month: string) => `Month ${Number(month.slice(5))}`, empty: 'No points this year', next: 'No scheme is in force in this year, or the person is outside it.' },
});

/** A member's points with their grounds on paper, for those who read no screen. */
export function PointsSheetPage() {
  const t = useTexts(texts);
  const person = useField('person');
  const { today, person: self } = useWhoAmI();
  const [{ year, month }, ask] = useAddress({ year: today.slice(0, 4), month: '' });
  const day = month === '' || lastOfMonth(month) > today ? {} : { day: lastOfMonth(month) };
  const points = useCall(readPoints, { person, year: Number(year), ...day }, { keep: true });
  if (points.error) return <PageFault refusal={points.error.refusal} onRetry={() => void points.refetch()} />;
  if (!points.data) return <PageSkeleton />;
  const { data } = points;
  const back = <PathLink to={person === self?.id ? paths.myPoints() : paths.points(person)} className="link-button">{t.back}</PathLink>;
  if (data.grounds === null) return <EmptyState title={t.empty} next={t.next} action={back} />;
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter((it) => it <= today.slice(0, 7));
  return (
    <Paper
      title={t.title} back={back} sheets={[<PointsSheet key="points" points={data} grounds={data.grounds} month={month === '' ? null : month} />]}
      choices={(
        <Select
          className="points-sheet-span" aria-label={t.period} value={month} onChange={(chosen) => ask({ month: chosen })}
          options={[{ value: '', label: t.whole }, ...months.map((it) => ({ value: it, label: t.month(it) }))]}
        />
      )}
    />
  );
}
