import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { dutyColumns, planDuties } from '#domain/rota/duty-table.ts';
import { dutyWorkbook } from '#domain/rota/duty-workbook.ts';
import { reasonBroughtBy } from '#domain/rota/leave-reasons.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { peopleInScope } from './table-people-reads.ts';

/** Duty by days, where no cycle tells it; offices lay it out as grids of a month or a week as well. */
export const dutyImporter: TableImporter = {
  table: 'dutyDates',
  sheet: '值班表',
  columns: dutyColumns,
  notes: ['一行一天，或者一人一行都可以；同一格可以写几天、几个人。', '手头的值班表不必改成本模板：姓名 × 日期的方格（值、班、白、夜、休）、岗位 × 日期的周表、各岗位一列的表，都可以直接上传；检查发现的错误行按本模板返回，改正后原样上传。', '有固定倒班方式的，请用班组，不必逐日登记。', '值班当日的集中学习和会议免计；实际到会的，记录活动时改为实到。', '本人的值班须由另一位同志审核后计入。'],
  reshape: dutyWorkbook,
  choices: () => Promise.resolve({}),
  plan: async (call, lines, hold) => {
    const people = await peopleInScope(call, hold);
    const spells = await call.tx.many<{ person: string; reason: string; from: string; to: string }>(sql`
      SELECT person_id AS person, reason, from_day AS "from", to_day AS "to" FROM leave WHERE person_id = ANY(${people.map(({ id }) => id)}::uuid[]) ORDER BY from_day`);
    const away = new Map<string, typeof spells>();
    for (const it of spells) away.set(it.person, [...(away.get(it.person) ?? []), it]);
    const schemes = await adoptedSchemes(call.tx);
    return planDuties(lines, {
      open: firstOpenDay(call.today), importer: call.actor.person,
      persons: people.map(({ id, number, name, homes }) => ({ id, number, name, here: homes, away: away.get(id) ?? [] })),
      reasonOn: (day, kind) => {
        const scheme = schemes.findLast((it) => it.from <= day)?.scheme;
        return scheme ? reasonBroughtBy(scheme, kind) : null;
      },
    });
  },
};
