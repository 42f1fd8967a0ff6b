import { writeXlsx } from 'hucre/xlsx';
import { rosterColumns, type RosterKey } from '#domain/imports/roster-columns.ts';
import type { DemoPost, DemoPerson } from './people.ts';

const POSTS: Readonly<Record<DemoPost, string>> = {
  secretary: '书记', deputySecretary: '副书记', organiser: '组织委员', publicist: '宣传委员', disciplineOfficer: '纪检委员', committeeMember: '委员',
  groupLeader: '党小组长',
};
const STAGES = { full: '正式党员', probationary: '预备党员', none: '非党员' } as const;
const STAFF = { officer: '民警', auxiliary: '辅警', civilian: '职员', retired: '离退休' } as const;

export interface RosterPlace {
  readonly branch: string;
  readonly group: string | null;
  readonly team: string | null;
}

/** The demo's people as the workbook that an office would send: the columns of the importer, one row a person. */
export function rosterFile(people: readonly DemoPerson[], placeOf: (person: DemoPerson) => RosterPlace): Promise<Uint8Array> {
  const rows = people.map((person) => {
    const cells = cellsOf(person, placeOf(person));
    return rosterColumns.map(({ key }) => cells[key] ?? null);
  });
  return writeXlsx({ sheets: [{ name: '花名册', rows: [rosterColumns.map((it) => it.title), ...rows] }] });
}

function cellsOf(it: DemoPerson, place: RosterPlace): Partial<Record<RosterKey, string | null>> {
  return {
    name: it.name, gender: it.gender === 'male' ? '男' : '女', ethnicity: '汉族', birthDate: it.birthDate, education: it.education,
    stage: STAGES[it.stage], branch: place.branch, joinedParty: it.joinedParty, becameFull: it.becameFull, staffKind: STAFF[it.staffKind],
    number: it.number, post: it.post === null ? null : POSTS[it.post], team: place.team, group: place.group,
  };
}
