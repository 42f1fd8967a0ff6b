import type { RotaMonth, RotaPersonRow } from '#domain/rota/contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { shortDayText } from '#web/ui/day-words.ts';
import { SaveTable } from '#web/ui/SaveTable.tsx';
import { classWords, lookOf } from './cell-looks.ts';

const texts = defineTexts({
  zh: { title: '值班表', name: '姓名', number: '警号/内部编号', team: '班组', noTeam: '常日班', sum: '应到次数', expected: '应到', excused: '免计', notListed: '' },
  en: { title: 'Rota', name: 'Name', number: 'Police or internal number', team: 'Team', noTeam: 'Days only', sum: 'Expected', expected: 'expected', excused: 'not counted', notListed: '' },
});

/** People × days as a file: a word for each day, of a reason as much as the grid tells its reader. */
export function RotaMonthFile({ month, place }: { readonly month: RotaMonth; readonly place: string }) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const cellText = (row: RotaPersonRow, at: number): string => {
    const cell = row.cells[at];
    if (!cell) return '';
    const known = cell.reason === undefined ? undefined : month.reasons.find((it) => it.id === cell.reason);
    const what = known ? say(known) : cell.kind === 'away' ? say(classWords[cell.shownAs ?? 'other']) : cell.kind === 'free' ? '' : say(lookOf(cell).words);
    const study = month.studies.findIndex((it) => it.day === month.days[at] && !it.stopped);
    return [what, t[row.studies[study]?.state ?? 'notListed']].filter((it) => it !== '').join(' ');
  };
  const sumText = (row: RotaPersonRow): string => {
    const listed = row.studies.filter(({ state }, at) => state !== 'notListed' && !month.studies[at]?.stopped);
    return listed.length === 0 ? '' : `${listed.filter(({ state }) => state === 'expected').length} / ${listed.length}`;
  };
  return (
    <SaveTable
      seen={{
        name: 'rota', title: t.title, rows: month.people, rowKey: (row: RotaPersonRow) => row.person.id, asked: [place, month.days[0]?.slice(0, 7) ?? ''],
        columns: [
          { key: 'name', title: t.name, text: (row) => row.person.name },
          { key: 'number', title: t.number, text: (row) => row.person.number },
          { key: 'team', title: t.team, text: (row) => month.teams.find((it) => it.team === row.team)?.name ?? t.noTeam },
          ...month.days.map((day, at) => ({ key: day, title: shortDayText(day, language), text: (row: RotaPersonRow) => cellText(row, at) })),
          { key: 'sum', title: t.sum, text: sumText },
        ],
      }}
    />
  );
}
