import { readPoints, type PointsOfPerson } from '#domain/points/contract.ts';
import { paths } from '#web/paths.ts';
import { useAddress } from '#web/shell/address.ts';
import { useCall } from '#web/shell/calling.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { PathLink } from '#web/shell/PathLink.tsx';
import { SchemeWay } from '#web/shell/SchemeWay.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNote } from '#web/ui/ErrorNote.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { changeText } from '#web/ui/figure-format.ts';
import { InclusionNote } from '#web/ui/InclusionNote.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { LinesSkeleton } from '#web/ui/Skeletons.tsx';
import { groundsOf } from './grounds-of.ts';
import './points.css';

const texts = defineTexts({
  zh: {
    sheet: '打印明细单', of: (name: string) => `${name}的积分`, year: (year: number) => `${year}年`, total: '合计', asOf: (day: string) => `截至 ${day}`,
    open: '点按分值查看依据', waiting: (value: string) => `待确认 ${value}`, waitingWhy: '本人主讲、发言等须由他人审核后计入。',
    empty: '本年度没有积分', next: '本年度未启用考核方案，或本人不在考核范围内。',
  },
  en: {
    sheet: 'Print the sheet', of: (name: string) => `Points of ${name}`, year: (year: number) => `${year}`, total: 'Total', asOf: (day: string) => `as of ${day}`,
    open: 'Open a figure to see its grounds', waiting: (value: string) => `to be confirmed ${value}`,
    waitingWhy: 'Lectures and contributions of one\'s own count once somebody else has confirmed them.',
    empty: 'No points this year', next: 'No scheme is in force in this year, or the person is outside it.',
  },
});

interface Properties {
  readonly person: string;
  /** Null: named after the person. */
  readonly title: string | null;
}

export function PersonPoints({ person, title }: Properties) {
  const t = useTexts(texts);
  const [{ year }] = useAddress({ year: '' });
  const points = useCall(readPoints, { person, ...(year === '' ? {} : { year: Number(year) }) });
  if (points.error) return <ErrorNote refusal={points.error.refusal} onRetry={() => void points.refetch()} />;
  if (!points.data) return <LinesSkeleton count={6} />;
  const { data } = points;
  return (
    <>
      <PageHeader
        title={title ?? t.of(data.person.name)} beside={<span className="points-year">{t.year(data.year)} · {t.asOf(data.asOf.day)}</span>}
        actions={data.grounds === null ? undefined : <PathLink to={paths.pointsSheet(person)} search={{ year: String(data.year) }} className="link-button">{t.sheet}</PathLink>}
      />
      <InclusionNote inclusion={data.inclusion} />
      {data.grounds === null ? <EmptyState title={t.empty} next={t.next} action={<SchemeWay />} /> : <Breakdown points={data} />}
    </>
  );
}

function Breakdown({ points }: { readonly points: PointsOfPerson }) {
  const t = useTexts(texts);
  const say = useWords();
  const whole = groundsOf(points);
  if (!whole) return null;
  return (
    <section className="points-breakdown" aria-label={t.total}>
      <div className="points-total">
        <span className="points-total-label">{t.total}</span>
        <Figure value={points.total} full={points.full} bonus={points.bonus} grounds={whole} of={t.total} />
        {points.proposed === 0 ? null : (
          <span className="points-waiting" title={t.waitingWhy}>
            <Figure value={points.proposed} grounds={whole}>{t.waiting(changeText(points.proposed))}</Figure>
          </span>
        )}
      </div>
      {points.parts.map((part) => {
        const grounds = groundsOf(points, part.part);
        return grounds === null ? null : (
          <div key={part.part} className="points-part">
            <h2><span>{say(part.label)}</span><Figure value={part.value} full={part.full} grounds={grounds} of={say(part.label)} /></h2>
            <ul>
              {grounds.grounds.children.map((child) => (
                <li key={child.id}>
                  <span>{say(child.label)}</span>
                  <Figure value={child.value} full={child.full} grounds={{ grounds: child, names: points.names }} of={say(child.label)} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="points-hint">{t.open}</p>
    </section>
  );
}
