import { readFileSync } from 'node:fs';
import * as labels from '#domain/assessments/labels-contract.ts';
import * as scoreBoard from '#domain/assessments/board-contract.ts';
import * as assessments from '#domain/assessments/contract.ts';
import * as boards from '#domain/boards/contract.ts';
import * as followUps from '#domain/boards/follow-up-contract.ts';
import * as monthBoard from '#domain/boards/month-contract.ts';
import * as requirements from '#domain/boards/requirement-contract.ts';
import * as jobs from '#domain/jobs/contract.ts';
import * as care from '#domain/points/care-contract.ts';
import * as points from '#domain/points/contract.ts';
import * as trials from '#domain/points/trial-contract.ts';
import * as schemes from '#domain/schemes/contract.ts';
import { readGuides } from '#domain/schemes/guide-contract.ts';
import * as schemeTables from '#domain/schemes/table/contract.ts';
import * as columns from '#domain/tables/columns-contract.ts';
import * as tables from '#domain/tables/contract.ts';
import { enqueue } from '#server/platform/jobs.ts';
import { demandSound } from '#server/schemes/scheme-reads.ts';
import { tableOf } from '#server/schemes/scheme-table.ts';
import { dropWaitingJobs, runJobs } from '#test/run-jobs.ts';
import { accountNamed, asking, askingWith, type Asked, type Bench } from './bench.ts';

/** A job that waits, of the officer's. */
const job = async (bench: Bench): Promise<{ job: string }> => {
  const account = await accountNamed(bench.bureau, 'fangmin');
  return { job: await bench.bureau.within((call) => enqueue({ ...call, actor: { ...call.actor, account } }, 'nothingToDo', {})) };
};

const sample = readFileSync('schemes/dezhou.yaml', 'utf8');
/** The next version, with something in it that the one before has not. */
const nextVersion = (bench: Bench): string => {
  const version = 1 + bench.next();
  return `${sample.replace('version: 1\n', `version: ${version}\n`)}# ${version}\n`;
};

const trial = async (bench: Bench): Promise<{ trial: string }> => {
  const { id } = await bench.as('fangmin').call(trials.tryScheme, { text: sample, year: 2026 });
  return { trial: id };
};
/** One for each bench: a trial asks about everybody, and reading it uses nothing up. */
const carriedOutOn = new WeakMap<Bench, Promise<{ trial: string }>>();
const carriedOut = (bench: Bench): Promise<{ trial: string }> => {
  const known = carriedOutOn.get(bench) ?? dropWaitingJobs(bench.bureau).then(() => trial(bench)).then(async (it) => {
    await runJobs(bench.bureau);
    return it;
  });
  carriedOutOn.set(bench, known);
  return known;
};

export const otherRequests: readonly Asked[] = [
  asking(boards.readMyDesk, 'newcomer', () => ({})),
  asking(boards.readBranchDesk, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(boards.readProposals, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(requirements.readRequirements, 'dangwu', () => ({})),
  asking(followUps.readFollowUps, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(care.readCareBands, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(care.readCareScopes, 'luojian', () => ({})),
  asking(monthBoard.readMonthBoard, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(monthBoard.readMonthGrounds, 'luojian', (bench) => ({ organisation: bench.on('detention'), period: '2026-11' })),
  asking(assessments.readBranchScore, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(scoreBoard.readScoreBoard, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(labels.readLabels, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(labels.readLabelledFacts, 'luojian', (bench) => ({ label: 'loyalty', organisation: bench.on('detention') })),
  asking(assessments.readScoreScopes, 'luojian', () => ({})),
  asking(jobs.readJob, 'fangmin', job),
  asking(jobs.cancelJob, 'fangmin', job),
  asking(points.readPoints, 'luojian', (bench) => ({ person: bench.person('wenlan') })),
  asking(points.readBranchPoints, 'luojian', (bench) => ({ organisation: bench.on('detention') })),
  asking(points.readPointsScopes, 'luojian', () => ({})),
  asking(points.exportFacts, 'fangmin', () => ({})),
  asking(trials.tryScheme, 'fangmin', () => ({ text: sample, year: 2026 })),
  asking(trials.readSchemeTrial, 'fangmin', trial),
  asking(trials.readTrialGrounds, 'fangmin', async (bench) => ({ ...(await carriedOut(bench)), of: 'member' as const, subject: bench.person('wenlan') })),
  asking(columns.readKeptColumns, 'luojian', () => ({})),
  asking(columns.keepColumns, 'luojian', () => ({ table: 'people', away: ['group'] })),
  asking(tables.makeWorkbook, 'luojian', () => ({
    name: 'people', title: 'People', scope: '', language: 'en' as const, columns: [{ title: 'Number', format: 'text' as const }], rows: [['037001']], total: null })),
  asking(schemes.readSchemes, 'dangwu', () => ({})),
  asking(readGuides, 'dangwu', () => ({})),
  asking(schemes.readSchemeText, 'dangwu', async (bench) => {
    const { items } = await bench.as('dangwu').call(schemes.readSchemes, {});
    return { hash: items[0]?.hash ?? '' };
  }),
  asking(schemes.readSampleScheme, 'dangwu', () => ({})),
  asking(schemes.checkScheme, 'dangwu', () => ({ text: sample })),
  asking(schemeTables.exportSchemeTable, 'dangwu', () => ({ text: sample, language: 'zh' as const })),
  askingWith(schemeTables.readSchemeTable, 'dangwu', async () => ({ input: {}, file: await tableOf(sample, demandSound(sample).scheme, 'zh', '2026-11-16 09:00') })),
  asking(schemeTables.readSchemeItems, 'dangwu', () => ({ text: sample })),
  asking(schemeTables.amendSchemeItem, 'dangwu', () => ({ text: sample, tree: 'points' as const, id: 'lecture', cells: { label: '讲党课', way: '定额', each: '1.00', clause: '第九条', activities: '党课', part: '主讲' } })),
  asking(schemes.adoptScheme, 'dangwu', (bench) => ({ text: nextVersion(bench), from: '2026-01-01' })),
];
