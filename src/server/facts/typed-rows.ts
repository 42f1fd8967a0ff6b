import type { FactKind, FactState } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';

/** A row of a room's typed table, columns by name; every typed table begins with `fact_id`. */
export interface TypedRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

type RowsOf<S> = (state: S, factId: string) => readonly TypedRow[];
type TypedTables = { readonly [K in FactKind]: { readonly tables: readonly string[]; readonly rows: RowsOf<FactState<K>> } };

const spell = (it: { from: string; to: string | null }): object => ({ from_day: it.from, to_day: it.to });

/** Which table shows the last state of which kind; kinds that nobody searches have none. */
const typed: TypedTables = {
  organisation: {
    tables: ['organisation_placement', 'organisation'],
    rows: (it, fact_id) => [
      { table: 'organisation', row: {
        fact_id, id: fact_id, category: it.category, number: it.number, name: it.name, short_name: it.shortName,
        founded: it.founded, dissolved: it.dissolved, parent_id: it.placements.at(-1)?.parent ?? null } },
      ...it.placements.map((place) => ({ table: 'organisation_placement', row: { fact_id, parent_id: place.parent, from_day: place.from } })),
    ],
  },
  membership: {
    tables: ['membership'],
    rows: (it, fact_id) => [{ table: 'membership', row: {
      fact_id, person_id: it.person, organisation_id: it.organisation, group_id: it.group, stage: it.stage, staff_kind: it.staffKind, ...spell(it) } }],
  },
  post: {
    tables: ['post'],
    rows: (it, fact_id) => [{ table: 'post', row: { fact_id, person_id: it.person, organisation_id: it.organisation, post: it.post, ...spell(it) } }],
  },
  shiftTeam: {
    tables: ['shift_team'],
    rows: (it, fact_id) => [{ table: 'shift_team', row: { fact_id, organisation_id: it.organisation, ...spell(it) } }],
  },
  teamPlacement: {
    tables: ['team_placement'],
    rows: (it, fact_id) => [{ table: 'team_placement', row: { fact_id, person_id: it.person, team_id: it.team, ...spell(it) } }],
  },
  leave: {
    tables: ['leave'],
    rows: (it, fact_id) => [{ table: 'leave', row: { fact_id, person_id: it.person, reason: it.reason, ...spell(it) } }],
  },
  closedDuty: {
    tables: ['closed_duty'],
    rows: (it, fact_id) => it.persons.map((person_id) => ({ table: 'closed_duty', row: { fact_id, person_id, study_at_post: it.studyAtPost, ...spell(it) } })),
  },
  secondment: {
    tables: ['secondment'],
    rows: (it, fact_id) => [{ table: 'secondment', row: { fact_id, person_id: it.person, organisation_id: it.organisation, ...spell(it) } }],
  },
  studyStop: {
    tables: ['study_stop'],
    rows: (it, fact_id) => [{ table: 'study_stop', row: { fact_id, scope_id: it.scope, day: it.day, moved_to: it.movedTo } }],
  },
  arrangement: {
    tables: ['arrangement'],
    rows: (it, fact_id) => [{ table: 'arrangement', row: { fact_id, scope_id: it.scope, day: it.sitting.day, activities: it.activities } }],
  },
  session: {
    tables: ['session_study', 'session'],
    rows: (it, fact_id) => [
      { table: 'session', row: {
        fact_id, organisation_id: it.organisation, arrangement_id: it.arrangement, stage: it.stage, activities: it.activities,
        day: it.day, period: it.period, from_time: it.sittings[0]?.from, to_time: it.sittings[0]?.to } },
      ...(it.studied ?? []).map(({ of, lesson }) => ({ table: 'session_study', row: { fact_id, of_id: of, lesson } })),
    ],
  },
  makeUp: {
    tables: ['make_up'],
    rows: (it, fact_id) => [{ table: 'make_up', row: { fact_id, session_id: it.session, person_id: it.person, day: it.day, way: it.way } }],
  },
  record: {
    tables: ['record_person', 'record'],
    rows: (it, fact_id) => [
      { table: 'record', row: { fact_id, register: it.register, organisation_id: it.organisation, from_day: it.day, to_day: it.until } },
      ...it.persons.map(({ person, as }) => ({ table: 'record_person', row: { fact_id, person_id: person, part: as } })),
    ],
  },
  assignment: {
    tables: ['assignment'],
    rows: (it, fact_id) => [{ table: 'assignment', row: {
      fact_id, organisation_id: it.organisation, person_id: it.person, from_day: it.day, due_day: it.until, stage: it.stage, handed_in_on: it.handedInOn } }],
  },
  particulars: {
    tables: ['particulars'],
    rows: (it, fact_id) => [{ table: 'particulars', row: { fact_id, person_id: it.person, joined_party: it.joinedParty, missing: it.missing } }],
  },
  confirmation: {
    tables: ['confirmation'],
    rows: (it, fact_id) => [{ table: 'confirmation', row: { fact_id, confirmed_id: it.fact, version: it.version } }],
  },
  schemeAdoption: {
    tables: ['scheme_adoption'],
    rows: (it, fact_id) => [{ table: 'scheme_adoption', row: { fact_id, scheme: it.scheme, version: it.version, text_hash: it.textHash, from_day: it.from } }],
  },
  inclusion: {
    tables: ['inclusion'],
    rows: (it, fact_id) => [{ table: 'inclusion', row: { fact_id, organisation_id: it.organisation, from_day: it.from } }],
  },
  calendarYear: {
    tables: ['calendar_year'],
    rows: (it, fact_id) => [{ table: 'calendar_year', row: { fact_id, year: it.year } }],
  },
  closing: {
    tables: ['closing'],
    rows: (it, fact_id) => [{ table: 'closing', row: { fact_id, organisation_id: it.organisation, window_key: it.window, stage: it.stage } }],
  },
  lateFilingGrant: {
    tables: ['late_filing_grant'],
    rows: (it, fact_id) => [{ table: 'late_filing_grant', row: { fact_id, organisation_id: it.organisation, period: it.period, to_day: it.until } }],
  },
  statement: {
    tables: ['statement'],
    rows: (it, fact_id) => [{ table: 'statement', row: {
      fact_id, person_id: it.person, organisation_id: it.organisation, period: it.period, stage: it.stage, disputed_id: it.disputed, verdict: it.verdict } }],
  },
  selfCheck: {
    tables: ['self_check'],
    rows: (it, fact_id) => [{ table: 'self_check', row: { fact_id, organisation_id: it.organisation, period: it.period, stage: it.stage, filed: it.filed } }],
  },
  delegation: {
    tables: ['delegation'],
    rows: (it, fact_id) => [{ table: 'delegation', row: { fact_id, organisation_id: it.organisation, person_id: it.person, deputy_id: it.deputy, ...spell(it) } }],
  },
  branchReview: {
    tables: ['branch_review_grade', 'branch_review'],
    rows: (it, fact_id) => [
      { table: 'branch_review', row: { fact_id, organisation_id: it.organisation, result: it.result, year: it.year, revision: it.revision, stage: it.stage } },
      ...it.branches.map(({ organisation, score, proposed, grade }) => ({ table: 'branch_review_grade', row: { fact_id, organisation_id: organisation, score, proposed, grade } })),
    ],
  },
  selfReview: {
    tables: ['self_review'],
    rows: (it, fact_id) => [{ table: 'self_review', row: { fact_id, organisation_id: it.organisation, result: it.result, year: it.year, filed_on: it.filedOn } }],
  },
  checkSheet: {
    tables: ['check_sheet_judge', 'check_sheet'],
    rows: (it, fact_id) => [
      { table: 'check_sheet', row: { fact_id, draw_id: it.draw, organisation_id: it.organisation, window_key: it.window, stage: it.stage, day: it.day } },
      ...it.judges.map((person_id) => ({ table: 'check_sheet_judge', row: { fact_id, person_id } })),
    ],
  },
  problem: {
    tables: ['problem'],
    rows: (it, fact_id) => [{ table: 'problem', row: { fact_id, organisation_id: it.organisation, sheet_id: it.sheet, stage: it.stage, from_day: it.day, due_day: it.until, closed_on: it.closedOn } }],
  },
  recusal: {
    tables: ['recusal'],
    rows: (it, fact_id) => [{ table: 'recusal', row: { fact_id, person_id: it.person, organisation_id: it.organisation, because: it.because, ...spell(it) } }],
  },
  draw: {
    tables: ['draw_branch', 'draw'],
    rows: (it, fact_id) => [
      { table: 'draw', row: { fact_id, organisation_id: it.organisation, window_key: it.window, stage: it.stage } },
      ...it.drawn.map(({ organisation }) => ({ table: 'draw_branch', row: { fact_id, organisation_id: organisation, window_key: it.window } })),
    ],
  },
  memberReview: {
    tables: ['member_review'],
    rows: (it, fact_id) => [{ table: 'member_review', row: { fact_id, organisation_id: it.organisation, year: it.year, stage: it.stage } }],
  },
  memberResult: {
    tables: ['member_result'],
    rows: (it, fact_id) => [{ table: 'member_result', row: {
      fact_id, person_id: it.person, organisation_id: it.organisation, review_id: it.review, year: it.year, grade: it.grade, stage: it.stage } }],
  },
  objection: {
    tables: ['objection'],
    rows: (it, fact_id) => [{ table: 'objection', row: {
      fact_id, disputed_id: it.about.kind === 'fact' ? it.about.fact : null, item: it.about.kind === 'item' ? it.about.item : null,
      subject_kind: it.subject.kind, subject_id: it.subject.id, organisation_id: it.organisation, raised_by: it.raisedBy, period: it.period,
      stage: it.stage, verdict: it.verdict, corrected_id: it.correction?.fact ?? null, corrected_version: it.correction?.version ?? null } }],
  },
  targetPlan: {
    tables: ['target_plan'],
    rows: (it, fact_id) => [{ table: 'target_plan', row: { fact_id, organisation_id: it.organisation, year: it.year, stage: it.stage, filed_on: it.filedOn } }],
  },
};

/** Tables of a kind, in the order in which rows may be deleted. */
export const tablesOf = (kind: FactKind): readonly string[] => typed[kind].tables;

export const typedTables: readonly string[] = Object.values(typed).flatMap((it) => it.tables);

/** The typed rows of an entry's state. */
export const typedRowsOf = (entry: LogEntry): readonly TypedRow[] =>
  // Kind and state belong together in every entry; TypeScript cannot see that through the table.
  (typed[entry.kind].rows as RowsOf<unknown>)(entry.state, entry.factId);
