import type { RotaMonth } from '#domain/rota/contract.ts';
import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { cellLooks } from './cell-looks.ts';
import './month-grid.css';

const texts = defineTexts({
  zh: { legend: '图例', due: '应', dueWords: '应到', excused: '免', excusedWords: '免计（不计入应到）', off: '节', offWords: '法定节假日', work: '班', workWords: '调休上班' },
  en: { legend: 'Legend', due: 'due', dueWords: 'expected', excused: 'off', excusedWords: 'not counted', off: 'H', offWords: 'Statutory holiday', work: 'W', workWords: 'Make-up workday' },
});

const shown = [cellLooks.day, cellLooks.night, cellLooks.round, cellLooks.rest, cellLooks.duty, cellLooks.leave];

/** Each mark of the grid with its word. */
export function MonthLegend({ calendar }: { readonly calendar: RotaMonth['calendar'] }) {
  const t = useTexts(texts);
  const say = useWords();
  return (
    <ul className="rota-legend" aria-label={t.legend}>
      {shown.map(({ key, letter, words }) => <li key={key} className={`rota-mark ${key}`}><span aria-hidden="true">{say(letter)}</span> {say(words)}</li>)}
      {calendar.holidays.length === 0 ? null : <li className="month-mark off"><i>{t.off}</i> {t.offWords}</li>}
      {calendar.workdays.length === 0 ? null : <li className="month-mark work"><i>{t.work}</i> {t.workWords}</li>}
      <li className="rota-verdict"><b>{t.due}</b> {t.dueWords}</li>
      <li className="rota-verdict"><span className="faint">{t.excused}</span> {t.excusedWords}</li>
    </ul>
  );
}
