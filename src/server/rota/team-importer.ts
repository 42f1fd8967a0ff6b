import { firstOpenDay } from '#domain/calendar/open-year.ts';
import { placeKey } from '#domain/imports/called-by.ts';
import { byNumber } from '#domain/orgs/number-order.ts';
import { type KnownPlace, planTeams, teamColumns } from '#domain/rota/team-table.ts';
import type { TableImporter } from '#server/facts/table-importer.ts';
import { lineage, organisationsOn } from '#server/orgs/organisation-reads.ts';
import type { Call } from '#server/platform/call.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { placementsWhere, teamsOf } from './rota-reads.ts';
import { peopleOfTable, rotaScope } from './table-people-reads.ts';

/** Shift teams with the people in them. */
export const teamImporter: TableImporter = {
  table: 'shiftTeams',
  sheet: '班组',
  columns: teamColumns,
  notes: ['每人一行；系统中没有的班组由本表建立，倒班方式和轮班首日只须在其中一行填写。', '值班日期由倒班方式和轮班首日自动得出，不必逐日填写。', '已在班组中的人员不会因导入而调整。', '本人的编组须由另一位同志确认后计入。'],
  choices: async (call) => {
    const scope = await rotaScope(call);
    return { organisation: (await organisationsOn(call.tx, call.today)).filter(({ id }) => scope.has(id)).toSorted(byNumber).map(({ shortName }) => shortName) };
  },
  plan: async (call, lines, hold) => {
    const places = await placesOf(call, hold);
    const people = await peopleOfTable(call, lines.map((it) => it.text('number')), hold);
    const placements = await placementsWhere(call.tx, sql`p.person_id = ANY(${people.map(({ id }) => id)}::uuid[])`);
    const above = new Map<string, readonly string[]>();
    for (const it of new Set(people.flatMap(({ homes }) => homes.map(({ organisation }) => organisation)))) above.set(it, await lineage(call.tx, it, call.today));
    return planTeams(lines, {
      open: firstOpenDay(call.today), importer: call.actor.person, places, newId: () => newId(call.now.getTime()),
      persons: new Map(people.map(({ id, number, name, homes }) => [number, {
        id, name, placements: placements.filter(({ person }) => person === id),
        homes: homes.map(({ organisation, group, from, to }) => ({ from, to, places: [...(above.get(organisation) ?? []), ...(group === null ? [] : [group])] })),
      }])),
    });
  },
};

/** Organisations whose rota the asker keeps, with their teams, by every name they have. */
async function placesOf(call: Call, hold: boolean): Promise<ReadonlyMap<string, KnownPlace>> {
  const scope = await rotaScope(call);
  const organisations = (await organisationsOn(call.tx, call.today)).filter(({ id }) => scope.has(id));
  const ids = organisations.map(({ id }) => id);
  // Two teams of one name made at the same moment would not see each other.
  if (hold) await call.tx.many(sql`SELECT id FROM organisation WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
  const teams = await teamsOf(call.tx, ids, firstOpenDay(call.today));
  return new Map(organisations.flatMap(({ id, number, name, shortName }) => {
    const own = teams.filter(({ state }) => state.organisation === id);
    const place = { id, name: shortName, teams: new Map(own.map((it) => [it.name, { team: it.team, from: it.state.from, to: it.state.to }])) };
    return [number, name, shortName].map((it) => [placeKey(it), place] as const);
  }));
}
