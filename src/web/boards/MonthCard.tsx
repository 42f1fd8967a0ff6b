import type { BoardLine, MonthBoard } from '#domain/boards/month-contract.ts';
import { useTexts, useWords } from '#web/shell/language.tsx';
import { activityOf, Count, Held, Persons, Rate, Standing } from './month-columns.tsx';
import { monthBoardTexts } from './month-board-texts.ts';
import './month-board.css';

interface Properties {
  readonly board: MonthBoard;
  readonly line: BoardLine;
  readonly name: string;
  /** '' for all together. */
  readonly organisation: string;
}

/** A branch on a phone: where it stands, what it held of what was due, what waits, and who came. */
export function MonthCard({ board: { period, activities }, line, name, organisation }: Properties) {
  const t = useTexts(monthBoardTexts);
  const say = useWords();
  const waiting = (['toRecord', 'toConfirm'] as const).filter((it) => line[it] > 0);
  return (
    <article className="month-card">
      <div className="month-card-head"><h3>{name}</h3><Standing line={line} /></div>
      <p className="month-card-held">
        {activities.filter(({ id }) => (activityOf(line, id)?.arranged ?? 0) > 0).map(({ id, label }) => (
          <span key={id}>{say(label)} <Held of={activityOf(line, id)} listed={{ period, organisation, activity: id }} /></span>
        ))}
      </p>
      <div className="month-card-foot">
        <span>{t.rate} <Rate line={line} period={period} organisation={organisation} />{line.excused > 0 ? <small> {t.excused} <Persons line={line} of="excused" period={period} organisation={organisation} /></small> : null}</span>
        {waiting.map((it) => <Count key={it} of={{ period, organisation, status: it }} value={line[it]}>{t.of(t[it], String(line[it]))}</Count>)}
      </div>
    </article>
  );
}
