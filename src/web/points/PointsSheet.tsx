import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import type { PointsOfPerson } from '#domain/points/contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useWhoAmI } from '#web/shell/session.tsx';
import { changeText, pointsText } from '#web/ui/figure-format.ts';
import { groundsTexts } from '#web/ui/grounds-texts.ts';
import { counts, workings } from '#web/ui/grounds-workings.ts';
import { statuses } from '#web/ui/statuses.ts';
import { pointsLines, type PointsLine } from './points-lines.ts';
import './points-sheet.css';

const texts = defineTexts({
  zh: {
    title: '党员积分明细单', of: (year: number, month: string | null) => (month === null ? `${year}年` : `${year}年${Number(month.slice(5))}月`), name: '姓名', number: '警号/内部编号', branch: '党支部', total: '积分合计', waiting: '待确认',
    item: '项目', grounds: '依据', full: '满分', value: '得分', noBasis: '依据不足', ofFull: (value: string, full: string) => `${value}（满分 ${full}）`,
    asOf: (day: string, seq: number) => `截至 ${day}，根据工作记录（第 ${seq} 号）生成，供本人核对，不作为积分确认单。`, monthly: '本表只列当月事项；各项得分为年初至当月累计。', yearly: '每月逐次事项见各月明细单。',
    member: '党员（签名）：', secretary: '党支部（盖章）：', date: '　　　年　　月　　日', away: { duty: '勤务', leave: '请假', other: '其他', absent: '未参加' }, join: ' · ',
  },
  en: {
    title: "Sheet of a member's points", of: (year: number, month: string | null) => (month === null ? `${year}` : `${year}, month ${Number(month.slice(5))}`), name: 'Name', number: 'Police or internal number', branch: 'Branch', total: 'Total', waiting: 'To be confirmed',
    item: 'Item', grounds: 'Grounds', full: 'Full', value: 'Points', noBasis: 'No basis', ofFull: (value: string, full: string) => `${value} (of ${full})`,
    asOf: (day: string, seq: number) => `As of ${day}, made from the record (no. ${seq}) for the member to check; it is no signed statement.`, monthly: 'Only what belongs to the month is listed; the points are those of the year so far.', yearly: 'The sheets of the months list each session.',
    member: 'Member (signature): ', secretary: 'Branch (seal): ', date: 'Date: ', away: { duty: 'duty', leave: 'leave', other: 'other', absent: 'did not attend' }, join: ' · ',
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
  const shown = total === null ? t.noBasis : pointsText(total);
  return (
    <>
      <h1><small>{bureau[language]}</small>{t.title}<small>{t.of(year, month)}</small></h1>
      <p className="paper-lines">
        <span><b>{t.name}</b> {person.name}</span><span><b>{t.number}</b> {person.number}</span>{branch ? <span><b>{t.branch}</b> {branch.name}</span> : null}
        <span><b>{t.total}</b> {total !== null && full !== null ? t.ofFull(shown, pointsText(full)) : shown}</span>
        {proposed === 0 ? null : <span><b>{t.waiting}</b> {changeText(proposed)}</span>}
      </p>
      <table className="points-sheet">
        <colgroup><col className="points-sheet-item" /><col /><col className="points-sheet-figure" /><col className="points-sheet-figure" /></colgroup>
        <thead><tr>{[t.item, t.grounds, t.full, t.value].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{pointsLines(grounds, month).map((line, at) => <Line key={`${at} ${line.grounds.id}`} line={line} names={points.names} />)}</tbody>
      </table>
      <div className="paper-foot">
        <p className="points-sheet-note">{t.asOf(asOf.day, asOf.seq)}{language === 'zh' ? '' : ' '}{month === null ? t.yearly : t.monthly}</p>
        <p className="paper-lines"><span>{t.member}<span className="paper-blank" /></span><span>{t.secretary}<span className="paper-blank" /></span><span className="points-sheet-date">{t.date}</span></p>
      </div>
    </>
  );
}

function Line({ line: { depth, grounds }, names }: { readonly line: PointsLine; readonly names: PointsOfPerson['names'] }) {
  const t = useTexts(texts);
  const g = useTexts(groundsTexts);
  const say = useWords();
  const why = useFactWords(names);
  const { how, value, full, label, rule } = grounds;
  const fact = how.kind === 'fact' ? how.fact : null;
  const valued = how.kind !== 'window' && (fact === null || (value !== null && counts(fact)));
  const lines = fact ? [why(fact)] : how.kind === 'window' ? [g.counts(how)] : [...workings(grounds, g), ...(rule?.clause ? [rule.clause] : [])];
  return (
    <tr className={fact ? 'points-sheet-fact' : how.kind === 'window' ? 'points-sheet-window' : `points-sheet-rule depth-${Math.min(depth, 2)}`}>
      <th scope="row" style={{ paddingInlineStart: `${1.5 + Math.min(depth, 4) * 3}mm` }}>{say(label)}</th>
      <td>{lines.map((text) => <p key={text}>{text}</p>)}</td>
      <td className="paper-figure">{full === null ? null : pointsText(full)}</td>
      <td className="paper-figure">{!valued ? null : value === null ? t.noBasis : how.kind === 'limit' || fact ? changeText(value) : pointsText(value)}</td>
    </tr>
  );
}

/** What a fact counted as, who recorded and who confirmed it; of a reason its class, because paper goes from hand to hand. */
function useFactWords(names: PointsOfPerson['names']): (leaf: FactLeaf) => string {
  const t = useTexts(texts);
  const g = useTexts(groundsTexts);
  const say = useWords();
  const nameOf = (id: string | null): string | null => (id !== null && names[id] ? say(names[id]) : null);
  return ({ status, reasonClass, minutes, recordedBy, recordedOn, confirmedBy }) => {
    const confirmer = nameOf(confirmedBy);
    return [
      say(statuses[status].words), reasonClass === null ? null : t.away[reasonClass], minutes === null ? null : g.minutes(minutes), g.recorded(nameOf(recordedBy), recordedOn), confirmer === null ? null : g.confirmed(confirmer),
    ].filter((text) => text !== null).join(t.join);
  };
}
