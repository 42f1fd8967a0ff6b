import { once } from 'node:events';
import { streamXlsxRows } from 'hucre/xlsx';

// A program of its own: somebody else's file is unpacked and parsed here, without database and secrets, so that a file
// that eats memory or time brings down this process and nothing else. Workbook in, lines of JSON out, each an array of
// [row number, cells]; the exit code says how it ended.

const [, , rowsMax = '0'] = process.argv;
const BATCH = 500;
const COLUMNS_MAX = 200;
const TOO_MANY_ROWS = 4;
const UNREADABLE = 3;

/** A date stands in the file as an instant of midnight UTC, whatever zone we are in. */
function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}

async function stdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

async function send(batch: readonly unknown[]): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(batch)}\n`)) await once(process.stdout, 'drain');
}

async function readSheet(): Promise<void> {
  let batch: unknown[] = [];
  let rows = 0;
  for await (const { index, values } of streamXlsxRows(await stdin())) {
    const cells = values.slice(0, COLUMNS_MAX).map(textOf);
    if (cells.every((it) => it.trim() === '')) continue;
    rows += 1;
    if (rows > Number(rowsMax)) process.exit(TOO_MANY_ROWS);
    batch.push([index + 1, cells]);
    if (batch.length === BATCH) {
      await send(batch);
      batch = [];
    }
  }
  await send(batch);
}

readSheet().catch(() => process.exit(UNREADABLE));
