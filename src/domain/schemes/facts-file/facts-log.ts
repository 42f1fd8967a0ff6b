import type { LogEntry } from '#domain/facts/fact.ts';
import { inFileOrder, type Problem } from '#domain/schemes/format/problem.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { NamedTeam } from '#domain/schemes/most-per-team.ts';
import { readClosedDuty, readLeave, readSecondments, readStudyStops } from './absence-facts.ts';
import { readAttendance } from './attendance-grid.ts';
import type { TableId } from './columns.ts';
import { FactDrafts, type IdOf } from './fact-drafts.ts';
import { identified } from './identified-tables.ts';
import { readOrganisations, readPeople, readPosts, readShiftTeams, readTeamPlacements } from './roster-facts.ts';
import { readAssignments, readRegister } from './register-facts.ts';
import { nameSessions, readMakeUps, readSessions } from './session-facts.ts';
import { reportInto, type Table } from './tables.ts';

/** Facts with the names by which the file calls persons, organisations and shift teams; the log itself has only ids. */
export interface NamedFacts {
  readonly log: readonly LogEntry[];
  readonly names: ReadonlyMap<string, string>;
  /** Whom each name or number may mean; more than one where two persons share a name. */
  readonly persons: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Makes a fact log of the tables that a clerk wrote, or answers with every problem. Activities, contents and reasons
 * are words of `scheme`; ids come from `idOf`, so that the same file always gives the same log.
 */
export function factsLog(tables: readonly Table[], scheme: Scheme, idOf: IdOf): NamedFacts | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = reportInto(problems);
  const { known: byId, registers } = identified(tables, scheme, report);
  const rows = (id: TableId) => byId.get(id)?.rows ?? [];
  const drafts = new FactDrafts(idOf);

  readOrganisations(rows('organisations'), drafts, report);
  readPeople(rows('people'), drafts, report);
  readPosts(rows('posts'), drafts, report);
  readShiftTeams(rows('shiftTeams'), drafts, report);
  readTeamPlacements(rows('teamPlacements'), drafts, report);
  readLeave(rows('leave'), scheme, drafts, report);
  readClosedDuty(rows('closedDuty'), drafts, report);
  readSecondments(rows('secondments'), drafts, report);
  readStudyStops(rows('studyStops'), scheme, drafts, report);
  nameSessions(rows('sessions'), drafts);
  const grid = readAttendance(byId.get('attendance') ?? null, scheme, drafts, report);
  readSessions(rows('sessions'), grid, scheme, drafts, report);
  readMakeUps(rows('makeUps'), drafts, report);
  readAssignments(rows('assignments'), drafts, report);
  for (const [register, table] of registers) readRegister(register, table, drafts, report);

  if (problems.length > 0) return { problems: inFileOrder(problems) };
  return {
    log: drafts.log,
    names: new Map([...drafts.organisations.names(), ...drafts.persons.names(), ...drafts.teams.names()]),
    persons: drafts.persons.called(),
  };
}

/** The shift teams of a log under their names, for what a scheme lets each of them reach. */
export const teamsIn = ({ log, names }: NamedFacts): NamedTeam[] =>
  log.flatMap((entry) => (entry.kind === 'shiftTeam' ? [{ name: names.get(entry.factId) ?? entry.factId, team: entry.state }] : []));
