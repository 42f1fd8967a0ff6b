import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Reaction, Route } from './platform/call.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import type { Finding } from './platform/examination/finding.ts';
import type { JobKind } from './platform/jobs.ts';
import { api } from './platform/http.ts';
import { mayReadMetrics, openMetrics } from './platform/metrics.ts';
import { pages } from './platform/pages.ts';
import { sealing } from './platform/sealed.ts';
import type { TicketDoor } from './platform/ticket-door.ts';
import { alwaysHttps } from './platform/transport.ts';
import { whoActs } from './access/access-reads.ts';
import { postEffects } from './points/post-effects.ts';
import { pointsJobs, pointsRoutes } from './points/routes.ts';
import { accessRoutes, type BureauCard } from './access/routes.ts';
import { makeUpCorrecting } from './activities/correct-make-up.ts';
import { sessionCorrecting } from './activities/correct-session.ts';
import { seenAssignment } from './assignments/assignment-rights.ts';
import { demandSightOfSession } from './activities/session-sight.ts';
import { activityJobs, activityRoutes } from './activities/routes.ts';
import { markAssessmentsDue } from './assessments/mark-assessments-due.ts';
import { assessmentRoutes } from './assessments/routes.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import { markDue } from './boards/mark-due.ts';
import { boardRoutes } from './boards/routes.ts';
import { bureauRoutes } from './bureau/routes.ts';
import { complaintRoutes } from './complaints/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { assignmentCorrecting } from './assignments/correct-assignment.ts';
import type { Correctings } from './facts/correcting.ts';
import { importJobs, importRoutes } from './imports/routes.ts';
import { jobRoutes } from './jobs/routes.ts';
import { demandOpenMonths } from './months/demand-open-months.ts';
import { evaluationRoutes } from './evaluations/routes.ts';
import { monthJobs, monthRoutes } from './months/routes.ts';
import { strikeNominee } from './selections/hold-selection.ts';
import { objectionRoutes } from './objections/routes.ts';
import { operationRoutes } from './operations/routes.ts';
import { organisationImporter } from './orgs/organisation-importer.ts';
import { organisationRoutes } from './orgs/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { demandSightOfEntry } from './registers/entry-sight.ts';
import { entryCorrecting } from './registers/correct-entry.ts';
import { registerJobs, registerRoutes } from './registers/routes.ts';
import { reviewRoutes } from './reviews/routes.ts';
import { spotCheckJobs } from './spot-checks/issue-circular.ts';
import { reviewJobs } from './reviews/score-review.ts';
import { leaveCorrecting } from './rota/correct-leave.ts';
import { dutyImporter } from './rota/duty-importer.ts';
import { leaveImporter } from './rota/leave-importer.ts';
import { rotaRoutes } from './rota/routes.ts';
import { teamImporter } from './rota/team-importer.ts';
import { selectionRoutes } from './selections/routes.ts';
import { drawCorrecting } from './spot-checks/correct-draw.ts';
import { sheetCorrecting } from './spot-checks/correct-sheet.ts';
import { spotCheckRoutes } from './spot-checks/routes.ts';
import { schemeRoutes } from './schemes/routes.ts';
import { tableRoutes } from './tables/routes.ts';
import { targetRoutes } from './targets/routes.ts';
import { trainingRoutes } from './training/routes.ts';

export interface AppOptions {
  readonly database: Database;
  readonly bureaus: readonly BureauCard[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly secret: string;
  /** Whether browsers reach us over https, so that cookies and later visits may demand it. */
  readonly secureCookies: boolean;
  /** Where the built pages lie; null for an API alone (tests). */
  readonly webFolder: string | null;
  /** Who shows it may read /metrics from anywhere; without one a program of this machine may. */
  readonly metricsToken?: string | null;
  /** The door for people whom the bureau's portal has proven; null or left out where none is set. */
  readonly tickets?: TicketDoor | null;
  /** How the installation stands, for the operator's page. */
  readonly examine?: () => Promise<readonly Finding[]>;
}

/** The only place that knows all rooms: their routes, and what reacts in the transaction when facts move. */
export function createApp(options: AppOptions): Hono {
  const { bureaus } = options;
  const codes = new Set(bureaus.map((it) => it.bureau.code));
  const single = bureaus.length === 1 ? bureaus[0]?.bureau.code : undefined;
  const bureauOf = (segment: string | undefined): string | undefined => (segment === undefined ? single : codes.has(segment) ? segment : undefined);
  const app = new Hono();
  if (options.secureCookies) app.use('*', alwaysHttps);
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', async (context) => ((await options.database.answers()) ? context.text('ok') : context.text('database away', 503)));
  const metrics = openMetrics();
  app.get('/metrics', async (context) => (mayReadMetrics(context, options.metricsToken ?? null)
    ? context.text(await metrics.text(options.database, [...codes]), 200, { 'content-type': 'text/plain; version=0.0.4' }) : context.text('not found', 404)));
  app.route('/', api({ ...options, answered: metrics.answered, routes: routes(bureaus, options.secret, options.examine, options.tickets), reactions, bureauOf, whoActs }));
  if (options.webFolder) app.route('/', pages(options.webFolder, { codes, single }));
  return app;
}

/** @param secret of the installation, from which the keys of what is sealed are derived. */
export function routes(bureaus: readonly BureauCard[], secret: string, examine: () => Promise<readonly Finding[]> = async () => [], tickets: TicketDoor | null = null): readonly Route[] {
  const cardOf = (code: string): BureauCard => {
    const card = bureaus.find((it) => it.bureau.code === code);
    if (!card) throw new Error(`no bureau ${code}`);
    return card;
  };
  const all: readonly Route[] = [
    ...accessRoutes(cardOf, sealing(secret, 'second factor'), tickets),
    ...activityRoutes,
    ...assessmentRoutes,
    ...assignmentRoutes,
    ...boardRoutes,
    ...bureauRoutes((code) => cardOf(code).bureau),
    ...auditRoutes(() => all.map((it) => it.contract), { session: demandSightOfSession, record: demandSightOfEntry, assignment: (call, { factId }) => seenAssignment(call, factId) }),
    ...operationRoutes(() => all.map((it) => it.contract), examine),
    ...calendarRoutes,
    ...complaintRoutes,
    ...importRoutes(tableImporters),
    ...jobRoutes,
    ...monthRoutes,
    ...evaluationRoutes,
    ...objectionRoutes({ correctings, strike: strikeNominee }),
    ...organisationRoutes,
    ...peopleRoutes,
    ...pointsRoutes,
    ...registerRoutes,
    ...reviewRoutes,
    ...rotaRoutes,
    ...schemeRoutes,
    ...selectionRoutes,
    ...spotCheckRoutes,
    ...tableRoutes,
    ...targetRoutes,
    ...trainingRoutes,
  ];
  return all;
}

/** In the order in which they run. */
export const reactions: readonly Reaction[] = [demandOpenMonths, postEffects, markDue, markAssessmentsDue];

/** How each room puts right what an upheld objection finds wrong. */
export const correctings: Correctings = {
  session: sessionCorrecting, makeUp: makeUpCorrecting, leave: leaveCorrecting, record: entryCorrecting, assignment: assignmentCorrecting, draw: drawCorrecting, checkSheet: sheetCorrecting,
};

/** The tables that a bureau brings along, each taken in by its room. */
const tableImporters = [organisationImporter, leaveImporter, teamImporter, dutyImporter];

/** The long work that the one job runner of a process does. */
export const jobKinds: readonly JobKind[] = [...activityJobs, ...importJobs(tableImporters), ...monthJobs, ...pointsJobs, ...registerJobs, ...reviewJobs, ...spotCheckJobs];
