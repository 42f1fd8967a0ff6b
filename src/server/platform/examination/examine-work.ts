import type { Database } from '#server/platform/database.ts';
import { sql } from '#server/platform/sql.ts';
import { examining, fail, ok, warn, type Finding } from './finding.ts';

const HOUR_MS = 3_600_000;
/** A nightly backup may be late by two hours (T16). */
const BACKUP_HOURS = 26;
const REHEARSAL_DAYS = 31;
const WAITING_MINUTES = 10;

const backupWords = { zh: '备份', en: 'Backup' };
const rehearsalWords = { zh: '恢复演练', en: 'Restore drill' };
const jobWords = { zh: '后台任务', en: 'Long work' };

interface Traces {
  readonly backup: Date | null;
  readonly rehearsal: Date | null;
}

interface Backlog {
  readonly waiting: number;
  readonly oldest: Date | null;
  readonly failed: number;
}

/** The last backup, the last drill (a restore in earnest is compared just so, and is one) and the long work, from what every bureau keeps of it. */
export const examineWork = (database: Database, now: Date): Promise<Finding[]> => examining(backupWords, async () => {
  const bureaus = await database.withInstallation(async (tx) => {
    const filled = await tx.one(sql`SELECT 1 WHERE to_regclass('bureau') IS NOT NULL`);
    return filled ? tx.many<{ code: string }>(sql`SELECT code FROM bureau ORDER BY code`) : [];
  });
  if (bureaus.length === 0) return [];
  const traces: Traces[] = [];
  const backlogs: Backlog[] = [];
  for (const { code } of bureaus) {
    await database.withBureau(code, {}, async (tx) => {
      const [trace, backlog] = [await tx.one<Traces>(TRACES), await tx.one<Backlog>(BACKLOG)];
      if (trace) traces.push(trace);
      if (backlog) backlogs.push(backlog);
    });
  }
  return [examineBackup(latest(traces.map(({ backup }) => backup)), now), examineRehearsal(latest(traces.map(({ rehearsal }) => rehearsal)), now), examineJobs(backlogs, now)];
});

const TRACES = sql`SELECT
  (SELECT at FROM audit_entry WHERE operation = 'takeBackup' ORDER BY id DESC LIMIT 1) AS backup,
  (SELECT at FROM audit_entry WHERE (operation = 'takeBackup' AND details @> '{"rehearsed": true}') OR operation = 'restoreBackup' ORDER BY id DESC LIMIT 1) AS rehearsal`;
const BACKLOG = sql`SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting, min(created_at) FILTER (WHERE state = 'waiting') AS oldest,
  count(*) FILTER (WHERE state = 'failed' AND ended_at > now() - interval '1 day') AS failed FROM job`;

const latest = (dates: readonly (Date | null)[]): Date | null => dates.reduce((last, date) => (date && (!last || date > last) ? date : last), null);

const minuteOf = (date: Date): string => date.toISOString().slice(0, 16).replace('T', ' ');

function examineBackup(last: Date | null, now: Date): Finding {
  const advice = { zh: '请每晚执行 npm run zhibu -- backup 文件名（见 docs/operations.zh-CN.md）。由数据库管理员另行备份的，请自行核对其时间。', en: 'Run npm run zhibu -- backup FILE every night (docs/operations.md). Where a DBA backs up by other means, look at his date.' };
  if (last === null) return warn(backupWords, { zh: '还没有用本程序备份过。', en: 'None was taken with this program yet.' }, advice);
  const hours = Math.floor((now.getTime() - last.getTime()) / HOUR_MS);
  const says = { zh: `最近一次备份在 ${hours} 小时前（${minuteOf(last)} UTC）。`, en: `The last one was taken ${hours} hours ago (${minuteOf(last)} UTC).` };
  return hours > BACKUP_HOURS ? fail(backupWords, says, advice) : ok(backupWords, says);
}

function examineRehearsal(last: Date | null, now: Date): Finding {
  const advice = { zh: '请在备份时加上 --rehearse：存好后恢复到临时数据库并逐表核对。', en: 'Add --rehearse to the backup: it is then restored into a database for this and compared table by table.' };
  if (last === null) return warn(rehearsalWords, { zh: '还没有演练过恢复。', en: 'No backup was restored and compared yet.' }, advice);
  const days = Math.floor((now.getTime() - last.getTime()) / (24 * HOUR_MS));
  const says = { zh: `最近一次演练在 ${days} 天前，核对一致。`, en: `The last one was restored and compared ${days} days ago.` };
  return days > REHEARSAL_DAYS ? warn(rehearsalWords, says, advice) : ok(rehearsalWords, says);
}

function examineJobs(backlogs: readonly Backlog[], now: Date): Finding {
  const waiting = backlogs.reduce((sum, it) => sum + it.waiting, 0);
  const failed = backlogs.reduce((sum, it) => sum + it.failed, 0);
  const minutes = Math.max(0, ...backlogs.map(({ oldest }) => (oldest ? Math.floor((now.getTime() - oldest.getTime()) / 60_000) : 0)));
  const says = waiting === 0 ? { zh: `没有等待的任务；一天内失败 ${failed} 个。`, en: `Nothing waits; ${failed} failed within a day.` }
    : { zh: `${waiting} 个等待，最久 ${minutes} 分钟；一天内失败 ${failed} 个。`, en: `${waiting} wait, the longest for ${minutes} minutes; ${failed} failed within a day.` };
  if (minutes > WAITING_MINUTES) return warn(jobWords, says, { zh: '请查看服务是否在运行、日志中有无“job failed”。', en: 'See that the server runs, and look for “job failed” in its log.' });
  if (failed > 0) return warn(jobWords, says, { zh: '请按任务编号在日志中查找原因。', en: 'Find the reason in the log by the number of the job.' });
  return ok(jobWords, says);
}
