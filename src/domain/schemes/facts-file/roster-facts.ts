import { knownCycles } from '#domain/rota/known-cycles.ts';
import type { FactState } from '#domain/facts/contract.ts';
import type { FactDrafts } from './fact-drafts.ts';
import { type Choices, RowReader } from './row-reader.ts';
import type { Field, Report, Row } from './tables.ts';

type Category = FactState<'organisation'>['category'];

/** Where the file does not say since when something holds, it has held since long before any record. */
const longAgo = '2000-01-01';

const categories: Choices<Category> = {
  '611': ['党委'], '612': ['党组'], '621': ['党总支', '党总支部'], '631': ['党支部'], '632': ['联合党支部'], '911': ['临时党委'],
  '921': ['临时党总支', '临时党总支部'], '931': ['临时党支部'], '932': ['临时联合党支部'], '699': ['党小组'], '000': ['其他单位'],
};

/** Organisations refer to each other, so all are known before the first is read. */
export function readOrganisations(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  const readers = rows.map((row) => new RowReader('organisations', row, report));
  for (const row of readers) drafts.organisations.add(organisationId(drafts, row), [row.text('name'), row.text('number')]);
  for (const row of readers) {
    const founded = row.date('founded') ?? longAgo;
    const parent = drafts.organisations.find(row.field('parent'), row);
    const name = row.text('name');
    drafts.add(organisationKey(row), {
      kind: 'organisation', day: founded,
      state: {
        category: row.choice('category', categories, '631'), number: row.text('number'), name, shortName: name.slice(0, 40),
        founded, dissolved: null, placements: [{ parent, from: founded }],
      },
    }, row);
  }
}

const organisationKey = (row: RowReader<'organisations'>): string => `organisation ${row.text('number')}`;
const organisationId = (drafts: FactDrafts, row: RowReader<'organisations'>): string => drafts.idOf(organisationKey(row));

const stages: Choices<FactState<'membership'>['stage']> = { full: ['正式党员'], probationary: ['预备党员'], none: ['群众', '非党员'] };
const staffKinds: Choices<FactState<'membership'>['staffKind']> = {
  officer: ['民警'], auxiliary: ['辅警'], civilian: ['职员', '职工'], retired: ['离退休', '离退休人员'],
};

/** One row for each spell in a branch; somebody who was transferred has two, under the same number. */
export function readPeople(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('people', each, report);
    const person = drafts.idOf(`person ${row.text('number') || row.text('name')}`);
    drafts.persons.add(person, [row.text('name'), row.text('number')]);
    const organisation = drafts.organisations.find(row.field('organisation'), row) ?? '';
    const span = row.span('from', 'to', longAgo);
    drafts.add(`membership ${person} ${span.from}`, {
      kind: 'membership', day: span.from,
      state: {
        person, organisation, group: drafts.organisations.find(row.field('group'), row), ...span,
        stage: row.choice('stage', stages, 'full'), staffKind: row.choice('staffKind', staffKinds, 'officer'),
      },
    }, row);
  }
}

const posts: Choices<FactState<'post'>['post']> = {
  secretary: ['支部书记', '书记'], deputySecretary: ['支部副书记', '副书记'], organiser: ['组织委员'], publicist: ['宣传委员'],
  disciplineOfficer: ['纪检委员'], committeeMember: ['支部委员', '委员'], groupLeader: ['党小组长', '组长'],
};

export function readPosts(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('posts', each, report);
    const person = drafts.persons.find(row.field('person'), row) ?? '';
    const organisation = drafts.organisations.find(row.field('organisation'), row) ?? '';
    const post = row.choice('post', posts, 'committeeMember');
    const span = row.span('from', 'to', longAgo);
    drafts.add(`post ${person} ${organisation} ${post} ${span.from}`, { kind: 'post', day: span.from, state: { person, organisation, post, ...span } }, row);
  }
}

export function readShiftTeams(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('shiftTeams', each, report);
    const key = `team ${row.text('organisation')} ${row.text('name')}`;
    drafts.teams.add(drafts.idOf(key), [row.text('name')]);
    const organisation = drafts.organisations.find(row.field('organisation'), row) ?? '';
    const anchor = row.date('anchor') ?? longAgo;
    const span = row.span('from', 'to', longAgo);
    const known = knownCycles.find(({ id, label }) => id === row.text('cycle') || label.zh === row.text('cycle'));
    const cycle = known?.cycle ?? cycleIn(row.field('cycle'), row);
    const restHours = row.field('restHours') === null ? known?.restHours ?? 0 : row.whole('restHours', 48);
    drafts.add(key, { kind: 'shiftTeam', day: span.from, state: { organisation, anchor, cycle: cycle.map((day) => [...day]), restHours, ...span } }, row);
  }
}

/** `08:00+24 | 休 | 休`: the days of the cycle between bars, each with its shifts as beginning and hours. */
function cycleIn(field: Field | null, row: RowReader<'shiftTeams'>): FactState<'shiftTeam'>['cycle'] {
  if (field === null) return [];
  return field.text.split(/[|｜]/).map((day) => day.trim()).map((day) => {
    if (/^(休|休息|off|-|)$/i.test(day)) return [];
    return day.split(/[、,，]/).flatMap((written) => {
      const shift = /^(\d{2}:\d{2})\+(\d{1,2})$/.exec(written.trim());
      if (shift !== null) return [{ start: shift[1] ?? '', hours: Number(shift[2]) }];
      row.refuse(field, {
        zh: `看不懂周期里的“${written.trim()}”。每天写成“08:00+12”（开始时间+小时数）或“休”，各天之间用“|”隔开；也可写 ${knownCycles.map(({ label }) => label.zh).join('、')}。`,
        en: `“${written.trim()}” in the cycle cannot be read. Write each day as “08:00+12” (beginning and hours) or “off”, with “|” between days.`,
      });
      return [];
    });
  });
}

export function readTeamPlacements(rows: readonly Row[], drafts: FactDrafts, report: Report): void {
  for (const each of rows) {
    const row = new RowReader('teamPlacements', each, report);
    const person = drafts.persons.find(row.field('person'), row) ?? '';
    const team = drafts.teams.find(row.field('team'), row) ?? '';
    const span = row.span('from', 'to', longAgo);
    drafts.add(`placement ${person} ${team} ${span.from}`, { kind: 'teamPlacement', day: span.from, state: { person, team, ...span } }, row);
  }
}
