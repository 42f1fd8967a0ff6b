import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { cellLooks } from './cell-looks.ts';
import './month-grid.css';

const texts = defineTexts({
  zh: { legend: '图例', due: '应', dueWords: '应到', excused: '免', excusedWords: '免计（不计入应到）' },
  en: { legend: 'Legend', due: 'due', dueWords: 'expected', excused: 'off', excusedWords: 'not counted' },
});

const shown = [cellLooks.day, cellLooks.night, cellLooks.round, cellLooks.rest, cellLooks.duty, cellLooks.leave];

/** Each mark of the grid with its word. */
export function MonthLegend() {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <ul className="rota-legend" aria-label={t.legend}>
      {shown.map(({ key, letter, words }) => <li key={key} className={`rota-mark ${key}`}><span aria-hidden="true">{say(letter)}</span> {say(words)}</li>)}
      <li className="rota-verdict"><b>{t.due}</b> {t.dueWords}</li>
      <li className="rota-verdict"><span className="faint">{t.excused}</span> {t.excusedWords}</li>
    </ul>
  );
}
