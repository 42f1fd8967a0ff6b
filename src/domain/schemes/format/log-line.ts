import { z } from 'zod';
import { civilDate, factStates, id, period, type FactKind } from '#domain/facts/contract.ts';
import type { LogEntry } from '#domain/facts/fact.ts';

const entryOf = <K extends FactKind>(kind: K) => z.strictObject({
  seq: z.int().min(1), factId: id, version: z.int().min(1), kind: z.literal(kind), change: z.enum(['recorded', 'amended', 'withdrawn']),
  state: factStates[kind], day: civilDate, period, recordedBy: id.nullable(), recordedOn: civilDate, standing: z.enum(['counted', 'proposed']),
});

const logLine = z.discriminatedUnion('kind', [
  entryOf('organisation'), entryOf('membership'), entryOf('post'), entryOf('shiftTeam'), entryOf('teamPlacement'), entryOf('leave'),
  entryOf('closedDuty'), entryOf('secondment'), entryOf('studyStop'), entryOf('arrangement'), entryOf('session'), entryOf('makeUp'),
  entryOf('record'), entryOf('assignment'), entryOf('particulars'), entryOf('confirmation'), entryOf('schemeAdoption'), entryOf('inclusion'), entryOf('calendarYear'),
  entryOf('closing'), entryOf('lateFilingGrant'), entryOf('statement'), entryOf('selfCheck'), entryOf('delegation'),
  entryOf('branchReview'), entryOf('selfReview'),
  entryOf('draw'), entryOf('checkSheet'), entryOf('recusal'), entryOf('problem'),
  entryOf('memberReview'), entryOf('memberResult'), entryOf('objection'),
  entryOf('targetPlan'),
]);

/** One line of an exported fact log, or the place inside the line that is wrong. */
export function readLogLine(line: unknown): { readonly entry: LogEntry } | { readonly wrongAt: string } {
  const read = logLine.safeParse(line);
  return read.success ? { entry: read.data } : { wrongAt: read.error.issues[0]?.path.join('.') ?? '' };
}
