import type { z } from 'zod';
import type { AttendanceGrid } from '#domain/activities/grid/attendance-grid.ts';
import { columnName } from '#domain/imports/column-name.ts';
import type { checkAttendanceTable as contract, GridCheck, GridImport, GridSession, mapAttendanceMarks as mapping } from '#domain/activities/grid/grid-contract.ts';
import { markKey, meaningOf, meaningsOf } from '#domain/activities/grid/mark-meaning.ts';
import { demandWords } from '#domain/activities/session-of-record.ts';
import { lexicon } from '#domain/activities/lexicon.ts';
import { refuse } from '#domain/contracts/common-refusals.ts';
import { refuseSheet } from '#domain/imports/sheet-refusals.ts';
import type { Scheme } from '#domain/schemes/scheme.ts';
import type { Words } from '#domain/words/words.ts';
import { takenBy } from '#server/access/taken-by-reads.ts';
import { jobsOf, lockedJobOf } from '#server/platform/account-jobs.ts';
import type { Call } from '#server/platform/call.ts';
import { storedFile } from '#server/platform/files.ts';
import { enqueue, type Finish, type Job } from '#server/platform/jobs.ts';
import { sql } from '#server/platform/sql.ts';
import { keepFaultyRows, sentBytes, takeTable } from '#server/platform/table-import.ts';
import { adoptedSchemes, demandScheme } from '#server/schemes/scheme-reads.ts';
import { faultyGridsWorkbook } from './faulty-grids-workbook.ts';
import { problemOf } from './grid-faults.ts';
import { recordingPlaces } from './grid-ground.ts';
import { gridImportOf } from './grid-import-reads.ts';
import { ATTENDANCE_TABLE, checkInput, type CheckResult, type GridAsked } from './grid-jobs.ts';
import { type ColumnPlan, marksWritten, planGrids, type SheetPlan } from './plan-grids.ts';
import { legendNotices, meaningByLegends } from './legend-notices.ts';
import type { PlannedMakeUp } from './plan-make-ups.ts';
import { readGrids } from './read-grids.ts';

/** Takes sheets of past attendance in and leaves them to be checked; nothing of them is entered yet. */
export async function checkAttendanceTable(call: Call, input: z.output<typeof contract.input>): Promise<GridImport> {
  await recordingPlaces(call);
  await demandScheme(call.tx);
  demandWords(lexicon(await adoptedSchemes(call.tx)).schemeOn(call.today), [input.activity], []);
  return gridImportOf(call, await takeTable(call, ATTENDANCE_TABLE, input));
}

/** The same file once more, with what its marks mean. @throws NotFound, SheetNotChecked, SheetCarriedOut, SheetExpired */
export async function mapAttendanceMarks(call: Call, input: z.output<typeof mapping.input>): Promise<GridImport> {
  const { tx, actor } = call;
  const before = await lockedJobOf(tx, actor.account, input.import);
  if (before?.kind !== ATTENDANCE_TABLE.check) throw refuse('NotFound', {});
  if (before.state !== 'done') throw refuseSheet('SheetNotChecked', {});
  const carried = await jobsOf(tx, actor.account, sql`kind = ${ATTENDANCE_TABLE.carryOut} AND input->>'check' = ${before.id} AND state IN ('waiting', 'running', 'done')`);
  if (carried.length > 0) throw refuseSheet('SheetCarriedOut', {});
  const asked = checkInput.parse(before.input);
  if (!(await storedFile(tx, asked.file))) throw refuseSheet('SheetExpired', {});
  const check = await enqueue(call, ATTENDANCE_TABLE.check, { ...asked, marks: input.marks.map(({ written, meaning }) => ({ written: markKey(written), meaning })) });
  call.audit({ kind: 'import', id: check });
  return gridImportOf(call, check);
}

const CHECKING: Words = { zh: '正在检查', en: 'Checking' };

/** The check itself: which sessions would be entered, which are there, and what is wrong with the others. */
export async function checkAttendanceFile(job: Job, input: unknown): Promise<Finish> {
  const asked = checkInput.parse(input);
  const { grids, passedOver } = await readGrids(job, await sentBytes(job, asked.file), asked.fileName);
  const { plans, scheme } = await job.read(async (call) => ({
    plans: await planGrids(call, grids, asked, (done) => job.progress(CHECKING, done, grids.length)),
    scheme: lexicon(await adoptedSchemes(call.tx)).schemeOn(call.today),
  }));
  const found = checkOf(plans, grids, asked, scheme);
  const checked = { ...found, notices: [...sheetsPassedOver(passedOver), ...found.notices] };
  const bytes = checked.faulty > 0 ? await faultyGridsWorkbook(plans, await job.read((call) => takenBy(call, 'zh'))) : undefined;
  return async (call): Promise<CheckResult> => {
    const errors = await keepFaultyRows(call, asked.fileName, bytes);
    call.audit({ kind: 'import', id: job.id });
    return { checked, errors };
  };
}

/** Problems that the page shows; all of them are in the file that comes back. */
const PROBLEMS_SHOWN = 200;

function checkOf(plans: readonly SheetPlan[], grids: readonly AttendanceGrid[], asked: GridAsked, scheme: Scheme | null): GridCheck {
  const all = plans.flatMap(({ columns }) => columns);
  const outcomes = (outcome: ColumnPlan['outcome']): number => all.filter((it) => it.outcome === outcome).length;
  const chosen = new Map(asked.marks.map(({ written, meaning }) => [written, meaning]));
  return {
    sheets: plans.map(({ grid, place, columns }) => ({
      sheet: grid.sheet, organisation: place === null ? null : { id: place.id, name: place.shortName }, people: grid.rows.length, sessions: columns.map(sessionIn),
    })),
    marks: [...marksWritten(grids)].sort(([, one], [, other]) => other - one).map(([written, cells]) => ({ written, cells, meaning: chosen.get(written) ?? (scheme ? meaningIn(grids, written, scheme) : null) })),
    meanings: scheme ? meaningsOf(scheme) : [],
    created: outcomes('created'), there: outcomes('there'), faulty: outcomes('faulty'),
    makeUps: all.reduce((sum, it) => sum + makeUpsOf(it).length, 0),
    problems: problemsIn(plans).slice(0, PROBLEMS_SHOWN), notices: [...(scheme ? legendNotices(grids, scheme) : []), ...noticesOf(plans)],
  };
}

/** Marks that sheets explain differently have no meaning for the whole file; each sheet goes by its own legend. */
function meaningIn(grids: readonly AttendanceGrid[], written: string, scheme: Scheme): string | null {
  const standing = grids.filter((it) => marksWritten([it]).has(written));
  const legends = meaningByLegends(standing, written, scheme);
  return legends === undefined ? meaningOf(written, scheme) : legends;
}

function sessionIn(plan: ColumnPlan): GridSession {
  const { column, activity, outcome } = plan;
  return { column: columnName(column.at), day: column.day, activity: activity?.label ?? null, outcome, counts: plan.outcome === 'created' ? countsOf(plan) : null, makeUps: makeUpsOf(plan).length };
}

const makeUpsOf = (plan: ColumnPlan): readonly PlannedMakeUp[] => (plan.outcome === 'created' ? plan.session.makeUps : plan.outcome === 'there' ? plan.makeUps : []);

function countsOf({ session, expected }: Extract<ColumnPlan, { outcome: 'created' }>): GridSession['counts'] {
  const count = (...marks: readonly string[]): number => session.state.marks.filter(({ mark }) => marks.includes(mark)).length;
  const [present, absent] = [count('present', 'late'), count('absent')];
  // Whoever a register accounts for is not marked.
  return { expected, present, absent, excused: expected - present - absent };
}

/** A name that is wrong is told once, however many sessions it concerns. */
function problemsIn(plans: readonly SheetPlan[]): GridCheck['problems'] {
  const told = new Set<unknown>();
  return plans.flatMap(({ grid, columns }) => columns.flatMap((plan) => (plan.outcome === 'faulty' ? plan.faults : [])).flatMap((fault) => {
    if (told.has(fault)) return [];
    told.add(fault);
    return [problemOf(grid.sheet, fault)];
  }));
}

/** Silence about a sheet would be taken for its import. */
const sheetsPassedOver = (names: readonly string[]): Words[] => (names.length === 0 ? [] : [{
  zh: `以下工作表没有读出姓名和日期，没有导入：${names.join('、')}。日期写在列名中（3月2日、2026-03-02）；一月一张表的，表名或标题写明几月，列名可以只写几日。`,
  en: `No names and days were found in these sheets, which were not taken over: ${names.join(', ')}. Days head the columns (3月2日, 2026-03-02); in a sheet of one month whose name or title says so, the number of the day will do.`,
}]);

function noticesOf(plans: readonly SheetPlan[]): Words[] {
  const others = [...new Set(plans.flatMap(({ grid }) => grid.others))];
  const differing = plans.flatMap(({ grid, columns }) => columns.flatMap((it) => (it.outcome === 'there' && it.differs ? [`${grid.sheet} ${columnName(it.column.at)}`] : [])));
  const empty = plans.reduce((sum, { grid, columns }) => sum + grid.columns.length - columns.length, 0);
  const onItsDay = plans.flatMap(({ columns }) => columns).reduce((sum, it) => sum + makeUpsOf(it).filter(({ day }) => day === it.column.day).length, 0);
  return [
    ...(others.length > 0 ? [{ zh: `以下列没有导入：${others.join('、')}。`, en: `These columns were not taken over: ${others.join(', ')}.` }] : []),
    ...(onItsDay > 0 ? [{
      zh: `${onItsDay} 处补学没有写日期，按当次活动的日期、随党小组长自学登记；知道日期的，请写成“补3月12日”。`,
      en: `${onItsDay} make-ups say no day; they are entered as reading on the day of their session. Where the day is known, write it as 补3月12日.`,
    }] : []),
    ...(empty > 0 ? [{ zh: `${empty} 列没有填写，不作为活动。`, en: `${empty} columns are empty and are no sessions.` }] : []),
    ...(differing.length > 0 ? [{
      zh: `以下各列的活动已经登记，但出勤与表中不同；导入不会改动，需要修改的请打开那次活动：${differing.slice(0, 10).join('、')}${differing.length > 10 ? '…' : ''}。`,
      en: `The sessions of these columns are recorded already with other attendance; an import changes nothing there: ${differing.slice(0, 10).join(', ')}${differing.length > 10 ? '…' : ''}.`,
    }] : []),
  ];
}
