import { addDays, type CivilDate, weekday } from '#domain/calendar/civil-date.ts';
import { dutyAtSession, type ShiftTeam } from '#domain/rota/duty-on-sitting.ts';
import { teamCell } from '#domain/rota/team-cell.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { shortDayText, weekdayOf } from '#web/ui/day-words.ts';
import { lookOf } from './cell-looks.ts';
import './month-grid.css';

const texts = defineTexts({
  zh: { title: '预览', team: '班组', free: (free: number, all: number) => `可参学 ${free} / ${all}`, hint: (from: string, to: string) => `可参学：今后 12 次周一集中学习（${from}–${to}）中不值班、不休整的次数。` },
  en: { title: 'Preview', team: 'Team', free: (free, all) => `can come ${free} / ${all}`, hint: (from, to) => `Can come: of the next 12 Monday studies (${from}–${to}), those on which the team neither works nor rests.` },
});

const DAYS = 14;
const STUDIES = 12;
const STUDY = { from: '19:00', to: '21:00' };

interface Properties {
  readonly teams: readonly { readonly name: string; readonly team: ShiftTeam }[];
  readonly from: CivilDate;
}

/** Two weeks of a cycle before it is kept, and how often its people could study on a Monday. */
export function CyclePreview({ teams, from }: Properties) {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const days = Array.from({ length: DAYS }, (_, at) => addDays(from, at));
  const always = { from: addDays(from, -7), to: null };
  const mondays = Array.from({ length: STUDIES }, (_, at) => addDays(from, (8 - weekday(from)) % 7 + at * 7));
  const canCome = (team: ShiftTeam) => mondays.filter((day) => dutyAtSession(team, always, [{ day, ...STUDY }]) === null).length;
  return (
    <figure className="cycle-preview">
      <div className="month-grid" role="region" aria-label={t.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.team}</th>
              {days.map((day) => <th key={day} scope="col" className={weekday(day) === 1 ? 'study' : undefined}>{Number(day.slice(8))}<small>{weekdayOf(day, language)}</small></th>)}
            </tr>
          </thead>
          <tbody>
            {teams.map(({ name, team }, row) => (
              <tr key={row}>
                <th scope="row">{name}<small>{t.free(canCome(team), STUDIES)}</small></th>
                {days.map((day) => {
                  const cell = teamCell(team, always, day);
                  const look = lookOf(cell);
                  return (
                    <td key={day} className={look.key} title={`${shortDayText(day, language)} ${say(look.words)}${cell.kind === 'shift' ? ` ${cell.from}–${cell.to}` : ''}`}>
                      <span aria-hidden="true">{say(look.letter)}</span><span className="spoken">{say(look.words)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className="rota-hint">{t.hint(STUDY.from, STUDY.to)}</figcaption>
    </figure>
  );
}
