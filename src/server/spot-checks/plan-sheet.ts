import type { z } from 'zod';
import { addDays, type CivilDate } from '#domain/calendar/civil-date.ts';
import { lastDayOf } from '#domain/calendar/window.ts';
import { demand } from '#domain/access/policy.ts';
import type { changeTeam as teamContract, planSheet as planContract, readTeamForm as formContract } from '#domain/spot-checks/sheet-contract.ts';
import { refuseSpotCheck } from '#domain/spot-checks/refusals.ts';
import { organisationCards } from '#server/activities/name-reads.ts';
import { versionsOf } from '#server/facts/fact-reads.ts';
import { pinSeq } from '#server/facts/pin-seq.ts';
import { amendFact, recordFact } from '#server/facts/record-fact.ts';
import type { Call } from '#server/platform/call.ts';
import { sql } from '#server/platform/sql.ts';
import { numberedNames } from './draw-reads.ts';
import { type DrawEntry, drawFor } from './draw-rights.ts';
import { demandJudges, judgeCandidates } from './judge-reads.ts';
import { drawnItems, pinOf, standingOn } from './sheet-items.ts';
import { demandVersion, seenSheet } from './sheet-rights.ts';

/** A check of a quarter may be held until so many days after it. */
const DAYS_AFTER = 31;
const USUAL_DAYS = 7;

interface CheckDays {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

/** From the day on which branches were drawn until a month after the quarter. */
async function daysOf(call: Call, { factId, state }: Pick<DrawEntry, 'factId' | 'state'>): Promise<CheckDays> {
  const drawn = (await versionsOf(call.tx, factId)).find((it) => it.kind === 'draw' && it.state.stage === 'drawn');
  return { from: drawn?.recordedOn ?? call.today, until: addDays(lastDayOf(state.window), DAYS_AFTER) };
}

function demandDay(day: CivilDate, { from, until }: CheckDays): void {
  if (day < from || day > until) throw refuseSpotCheck('CheckDayUnfit', { from, until });
}

async function drawnBranch(call: Call, draw: string, organisation: string): Promise<DrawEntry> {
  const entry = await drawFor(call, 'drawSpotChecks', draw);
  if (!entry.state.drawn.some((one) => one.organisation === organisation)) throw refuseSpotCheck('NotDrawn', {});
  return entry;
}

/** Who may check a branch that was drawn, and who may not. @throws NotFound, NotAllowed, NotDrawn */
export async function readTeamForm(call: Call, { draw, organisation }: z.output<typeof formContract.input>): Promise<z.output<typeof formContract.output>> {
  const entry = await drawnBranch(call, draw, organisation);
  const days = await daysOf(call, entry);
  const wanted = addDays(call.today, USUAL_DAYS);
  const day = wanted > days.until ? days.until : wanted < days.from ? days.from : wanted;
  const [card] = await organisationCards(call.tx, [organisation]);
  return { organisation: card ?? { id: organisation, name: '' }, day, ...days, candidates: await judgeCandidates(call.tx, organisation, day) };
}

/**
 * 编成检查组: two or three who have no interest in the branch, and a day. Which items they look at follows from the draw.
 * @throws NotDrawn, TeamStands, CheckDayUnfit, JudgesAlike, JudgeWithoutRole, InterestedJudge
 */
export async function planSheet(call: Call, { draw, organisation, day, judges }: z.output<typeof planContract.input>): Promise<z.output<typeof planContract.output>> {
  const seq = await pinSeq(call.tx);
  const { state, factId } = await drawnBranch(call, draw, organisation);
  if (await call.tx.one(sql`SELECT 1 FROM check_sheet WHERE draw_id = ${draw} AND organisation_id = ${organisation}`)) throw refuseSpotCheck('TeamStands', {});
  demandDay(day, await daysOf(call, { factId, state }));
  await demandJudges(call.tx, judges, organisation, day);
  const standing = await standingOn(call.tx, organisation, state.window, call.today);
  const code = (await numberedNames(call.tx, [organisation])).get(organisation)?.number ?? '';
  const entry = await recordFact(call, {
    kind: 'checkSheet', text: { reasons: {}, looked: {}, opinion: '', problems: [], remark: '' },
    state: {
      organisation, draw, window: state.window, day, judges, stage: 'planned', markedBy: null, confirmedBy: null, items: drawnItems(standing, state, code), problems: [],
      ...pinOf(standing, seq, call.today),
    },
  });
  call.audit({ kind: 'checkSheet', id: entry.factId, organisation, details: { window: state.window, people: judges.length } });
  return { sheet: entry.factId, version: entry.version };
}

/** Another team or another day, while nothing has been marked. @throws SheetMarked, FactChanged, and what forming a team refuses */
export async function changeTeam(call: Call, { sheet, version, day, judges }: z.output<typeof teamContract.input>): Promise<z.output<typeof teamContract.output>> {
  const { entry, above } = await seenSheet(call, sheet);
  demand(call.actor, 'drawSpotChecks', above);
  demandVersion(entry, version);
  if (entry.state.stage !== 'planned') throw refuseSpotCheck('SheetMarked', {});
  const draw = await drawnBranch(call, entry.state.draw, entry.state.organisation);
  demandDay(day, await daysOf(call, draw));
  await demandJudges(call.tx, judges, entry.state.organisation, day);
  const next = await amendFact(call, { kind: 'checkSheet', factId: sheet, version, state: { ...entry.state, day, judges } });
  call.audit({ kind: 'checkSheet', id: sheet, organisation: entry.state.organisation, details: { window: entry.state.window, people: judges.length } });
  return { sheet, version: next.version };
}
