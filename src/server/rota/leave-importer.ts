import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { isReasonInWords, type KnownAbsentee, leaveColumns, planLeave } from '#domain/rota/leave-table.ts';
import { leaveReasonsOf } from '#domain/rota/leave-reasons.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import type { Tx } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { adoptedSchemes } from '#server/schemes/scheme-reads.ts';
import { peopleInScope, peopleOfTable } from './table-people-reads.ts';

/** Leave and closed duty from the register that an office kept before. */
export const leaveImporter: TableImporter = {
  table: 'leave',
  sheet: '请假勤务',
  columns: leaveColumns,
  notes: ['值班和下夜班休整由班组自动得出，不在本表登记。', '事由按考核方案中的名称填写；不写病情、案件等内容。', '本人的请假须由另一位同志审核后计入。'],
  marks: { key: 'reason', understood: isReasonInWords },
  choices: async (call) => {
    const scheme = (await adoptedSchemes(call.tx)).findLast((it) => it.from <= call.today)?.scheme;
    return { reason: scheme ? [...leaveReasonsOf(scheme).map(({ label }) => label.zh), '全封闭执勤'] : ['全封闭执勤'] };
  },
  plan: async (call, lines, hold) => {
    const named = lines.some((it) => it.text('number') === '') ? await peopleInScope(call, hold) : [];
    const numbered = await peopleOfTable(call, lines.map((it) => it.text('number')), hold);
    const people = [...numbered, ...named.filter(({ id }) => !numbered.some((it) => it.id === id))];
    const away = await awayOf(call.tx, people.map(({ id }) => id));
    const schemes = await adoptedSchemes(call.tx);
    const absentee = ({ id, name, homes }: (typeof people)[number]): KnownAbsentee => ({ id, name, here: homes, away: away.get(id) ?? [] });
    return planLeave(lines, {
      today: call.today, open: firstOpenDay(call.today), importer: call.actor.person,
      persons: new Map(people.map((it) => [it.number, absentee(it)])),
      called: (name) => named.filter((it) => it.name === name).map(absentee),
      reasonsOn: (day) => {
        const scheme = schemes.findLast((it) => it.from <= day)?.scheme;
        return scheme ? leaveReasonsOf(scheme).map(({ id, label }) => ({ id, zh: label.zh, en: label.en })) : null;
      },
    });
  },
};

type Away = KnownAbsentee['away'][number];

async function awayOf(tx: Tx, persons: readonly string[]): Promise<ReadonlyMap<string, readonly Away[]>> {
  const rows = await tx.many<Away & { person: string }>(sql`
    SELECT person_id AS person, 'leave' AS kind, reason, from_day AS "from", to_day AS "to" FROM leave WHERE person_id = ANY(${[...persons]}::uuid[])
    UNION ALL SELECT person_id, 'closedDuty', NULL, from_day, to_day FROM closed_duty WHERE person_id = ANY(${[...persons]}::uuid[]) ORDER BY 4`);
  const byPerson = new Map<string, Away[]>();
  for (const { person, ...it } of rows) byPerson.set(person, [...(byPerson.get(person) ?? []), it]);
  return byPerson;
}
