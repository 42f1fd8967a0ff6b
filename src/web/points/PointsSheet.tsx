import type { Grounds } from '#domain/engine/evaluation.ts';
import type { PointsOfPerson } from '#domain/points/contract.ts';
import { defineTexts, useLanguage, useTexts } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { GroundsPaper } from '#web/ui/GroundsPaper.tsx';
import { InclusionNote } from '#web/ui/InclusionNote.tsx';
import './points-sheet.css';

const texts = defineTexts({
  zh: {
    title: '党员积分明细单', of: (year: number, month: string | null) => (month === null ? `${year}年` : `${year}年${Number(month.slice(5))}月`), name: '姓名', number: '警号/内部编号', branch: '党支部', total: '积分合计', waiting: '待确认',
    asOf: (day: string, seq: number) => `截至 ${day}，根据工作记录（第 ${seq} 号）生成，供本人核对，不作为积分确认单。`, monthly: '本表只列当月事项；各项得分为年初至当月累计。', yearly: '每月逐次事项见各月明细单。',
    member: '党员（签名）：', secretary: '党支部（盖章）：', date: '　　　年　　月　　日',
  },
  en: {
    title: "Sheet of a member's points", of: (year: number, month: string | null) => (month === null ? `${year}` : `${year}, month ${Number(month.slice(5))}`), name: 'Name', number: 'Police or internal number', branch: 'Branch', total: 'Total', waiting: 'To be confirmed',
    asOf: (day: string, seq: number) => `As of ${day}, made from the record (no. ${seq}) for the member to check; it is no signed statement.`, monthly: 'Only what belongs to the month is listed; the points are those of the year so far.', yearly: 'The sheets of the months list each session.',
    member: 'Member (signature): ', secretary: 'Branch (seal): ', date: 'Date: ',
  },
});

interface Properties {
  readonly points: PointsOfPerson;
  readonly grounds: Grounds;
  /** Null: the whole year. */
  readonly month: string | null;
}

export function PointsSheet({ points, grounds, month }: Properties) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const { bureau } = useWhoAmI();
  const { person, branch, year, total, full, proposed, asOf } = points;
  const whole = { grounds, names: points.names };
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}<small>{t.of(year, month)}</small></h1>
      <p className="paper-lines">
        <span><b>{t.name}</b> {person.name}</span><span><b>{t.number}</b> {person.number}</span>{branch ? <span><b>{t.branch}</b> {branch.name}</span> : null}
        <span><b>{t.total}</b> <Figure value={total} full={full} bonus={points.bonus} grounds={whole} /></span>
        {proposed === 0 ? null : <span><b>{t.waiting}</b> <Figure value={proposed} grounds={whole} /></span>}
      </p>
      <GroundsPaper grounds={grounds} names={points.names} month={month} />
      <div className="paper-foot">
        <InclusionNote inclusion={points.inclusion} />
        <p className="points-sheet-note">{t.asOf(asOf.day, asOf.seq)}{language === 'zh' ? '' : ' '}{month === null ? t.yearly : t.monthly}</p>
        <p className="paper-lines"><span>{t.member}<span className="paper-blank" /></span><span>{t.secretary}<span className="paper-blank" /></span><span className="points-sheet-date">{t.date}</span></p>
      </div>
    </>
  );
}
