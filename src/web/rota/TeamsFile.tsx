import { defineTexts, useTexts, useWords } from '#web/shell/language.tsx';
import { SaveTable } from '#web/ui/SaveTable.tsx';
import { cycleWords } from './cycle-words.ts';
import type { Teams } from './teams.ts';

const texts = defineTexts({
  zh: { title: '班组', team: '班组', cycle: '倒班方式', name: '姓名', number: '警号/内部编号', from: '自何日起', to: '最后一日', noTeam: '常日班（不在班组）' },
  en: { title: 'Shift teams', team: 'Team', cycle: 'Cycle', name: 'Name', number: 'Police or internal number', from: 'From', to: 'Last day', noTeam: 'Days only (in no team)' },
});

interface Placed {
  readonly key: string;
  readonly team: string;
  readonly cycle: string;
  readonly name: string;
  readonly number: string;
  readonly from: string;
  readonly to: string;
}

/** Who is in which team, and who in none, one line for each. */
export function TeamsFile({ teams, unplaced }: { readonly teams: Teams; readonly unplaced: Teams['people'] }) {
  const t = useTexts(texts);
  const say = useWords();
  const rows: readonly Placed[] = [
    ...teams.items.flatMap((team) => team.people.map(({ placement, person, from, to }) => (
      { key: placement, team: team.name, cycle: say(cycleWords(team)), name: person.name, number: person.number, from, to: to ?? '' }))),
    ...unplaced.map(({ id, name, number }) => ({ key: id, team: t.noTeam, cycle: '', name, number, from: '', to: '' })),
  ];
  const column = (key: Exclude<keyof Placed, 'key'>) => ({ key, title: t[key], text: (row: Placed) => row[key] });
  return <SaveTable seen={{ name: 'shift-teams', title: t.title, rows, rowKey: (row) => row.key, asked: [], columns: (['team', 'cycle', 'name', 'number', 'from', 'to'] as const).map(column) }} />;
}
