import type { GridCheck, GridSession } from '#domain/activities/grid/grid-contract.ts';
import { defineTexts, useLanguage, useTexts, useWords } from '#web/shell/language.tsx';
import { useTableView } from '#web/shell/table-view.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { Column } from '#web/ui/table-columns.ts';
import { dayText } from '#web/ui/day-words.ts';

type Counts = NonNullable<GridSession['counts']>;

const texts = defineTexts({
  zh: {
    title: '表中的活动', sheet: '工作表', organisation: '党组织', column: '列', day: '日期', activity: '活动', outcome: '处理', attendance: '出勤', counts: ({ expected, present, excused, absent }: Counts) => `应到名单 ${expected} 人：实到 ${present}，免计 ${excused}，缺席 ${absent}`, unknown: '不明', none: '没有活动',
    outcomes: { created: '新增', there: '已登记', faulty: '需改正' }, makeUps: (count: number) => `补学 ${count} 人次`,
  },
  en: {
    title: 'Sessions of the file', sheet: 'Sheet', organisation: 'Organisation', column: 'Column', day: 'Day', activity: 'Activity', outcome: 'What happens', attendance: 'Attendance', counts: ({ expected, present, excused, absent }) => `${expected} on the list: ${present} present, ${excused} excused, ${absent} absent`, unknown: 'not known', none: 'No session',
    outcomes: { created: 'New', there: 'There already', faulty: 'To correct' }, makeUps: (count) => (count === 1 ? '1 make-up' : `${count} make-ups`),
  },
});

type Line = GridSession & { readonly sheet: string; readonly organisation: string | null };

/** Every session that the check found in the file, with what it would come to. */
export function FoundSessions({ sheets }: { readonly sheets: GridCheck['sheets'] }) {
  const t = useTexts(texts);
  const columns = useColumns();
  const [view, setView] = useTableView(20);
  const rows = sheets.flatMap(({ sheet, organisation, sessions }): Line[] => sessions.map((it) => ({ ...it, sheet, organisation: organisation?.name ?? null })));
  return (
    <section className="room-section">
      <h2>{t.title}</h2>
      <DataTable
        name="grid-sessions" title={t.title} rows={rows} rowKey={(it) => `${it.sheet} ${it.column}`} columns={columns} view={view} onView={setView} empty={{ title: t.none }}
        card={(it) => (
          <div className="problem-card">
            <p><b>{columns[3].text(it)} {columns[4].text(it)}</b></p>
            <p className="room-hint">{it.organisation ?? it.sheet} · {t.column} {it.column} · {columns[5].text(it)}</p>
            {it.counts ? <p>{t.counts(it.counts)}</p> : null}
          </div>
        )}
      />
    </section>
  );
}

function useColumns() {
  const t = useTexts(texts);
  const say = useWords();
  const { language } = useLanguage();
  const first: readonly [Column<Line>, Column<Line>, Column<Line>, Column<Line>, Column<Line>] = [
    { key: 'sheet', title: t.sheet, text: (it) => it.sheet },
    { key: 'organisation', title: t.organisation, text: (it) => it.organisation ?? t.unknown },
    { key: 'column', title: t.column, text: (it) => it.column },
    { key: 'day', title: t.day, text: (it) => (it.day === null ? t.unknown : dayText(it.day, language)) },
    { key: 'activity', title: t.activity, text: (it) => (it.activity === null ? t.unknown : say(it.activity)) },
  ];
  return [
    ...first,
    { key: 'outcome', title: t.outcome, text: (it: Line) => [t.outcomes[it.outcome], ...(it.makeUps > 0 ? [t.makeUps(it.makeUps)] : [])].join(' · ') },
    { key: 'attendance', title: t.attendance, text: (it: Line) => (it.counts === null ? '' : t.counts(it.counts)) },
  ] as const;
}
