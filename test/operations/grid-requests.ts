import { writeXlsx } from 'hucre/xlsx';
import { recordSession } from '#domain/activities/contract.ts';
import * as grids from '#domain/activities/grid/grid-contract.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { accountNamed, asking, askingWith, recordOf, type Asked, type Bench } from './bench.ts';

const FILE = { fileName: '签到.xlsx', activity: 'mondayStudy' };
const grid = (bench: Bench): Promise<Uint8Array> => writeXlsx({ sheets: [{ name: '看守所党支部', rows: [['警号', '姓名', bench.pastDay()], ['wenlan', '温岚', '√']] }] });
const sent = async (bench: Bench): Promise<{ import: string }> => ({ import: (await bench.as('jiping').call(grids.checkAttendanceTable, FILE, { file: await grid(bench) })).id });
/** As a check leaves it behind; reading a file in a process of its own a hundred times over would take too long here. */
async function checked(bench: Bench): Promise<{ import: string }> {
  const [account, file, errors, check] = [await accountNamed(bench.bureau, 'jiping'), newId(), newId(), newId()];
  const bytes = Buffer.from(await grid(bench));
  const result = { checked: { sheets: [], marks: [], meanings: [], created: 1, there: 0, makeUps: 0, faulty: 1, problems: [], notices: [] }, errors };
  await bench.bureau.within(async ({ tx }) => {
    for (const id of [file, errors]) await tx.run(sql`INSERT INTO file (id, name, media_type, sha256, bytes, account_id) VALUES (${id}, 'a.xlsx', 'text/plain', '', ${bytes}, ${account})`);
    await tx.run(sql`INSERT INTO job (id, kind, account_id, input, state, result) VALUES (${check}, 'checkAttendanceTable', ${account}, ${JSON.stringify({ ...FILE, file })}, 'done', ${JSON.stringify(result)})`);
  });
  return { import: check };
}
/** A session of the recorder that came in with a batch. */
async function imported(bench: Bench): Promise<{ batch: string }> {
  const { session } = await bench.as('jiping').call(recordSession, recordOf(bench.on('detention'), bench.pastDay()));
  const [account, batch] = [await accountNamed(bench.bureau, 'jiping'), newId()];
  await bench.bureau.within(async ({ tx }) => {
    await tx.run(sql`INSERT INTO import_batch (id, kind, register, account_id, person_id, file_name, there, left_out, recorded_on)
      VALUES (${batch}, 'session', NULL, ${account}, ${bench.person('jiping')}, 'a.xlsx', 0, 0, '2026-11-17')`);
    await tx.run(sql`INSERT INTO import_batch_fact (fact_id, batch_id) VALUES (${session}, ${batch})`);
  });
  return { batch };
}

export const gridRequests: readonly Asked[] = [
  asking(grids.readAttendanceTemplate, 'jiping', (bench) => ({ organisation: bench.on('detention'), activity: 'mondayStudy', from: '2026-10', to: '2026-10' })),
  askingWith(grids.checkAttendanceTable, 'jiping', async (bench) => ({ input: FILE, file: await grid(bench) })),
  asking(grids.mapAttendanceMarks, 'jiping', async (bench) => ({ ...(await checked(bench)), marks: [{ written: '√', meaning: 'late' }] })),
  asking(grids.readAttendanceImport, 'jiping', sent),
  asking(grids.readAttendanceErrors, 'jiping', checked),
  asking(grids.carryOutAttendanceTable, 'jiping', async (bench) => ({ ...(await checked(bench)), skipFaulty: true })),
  asking(grids.listAttendanceBatches, 'jiping', () => ({})),
  asking(grids.withdrawAttendanceBatch, 'jiping', async (bench) => ({ ...(await imported(bench)), reason: '导错了文件' })),
];
