import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { createApp } from '#server/app.ts';
import { projectScores } from '#server/assessments/project-scores.ts';
import { projectDue } from '#server/boards/project-months.ts';
import { DEMO_PASSWORD } from '#server/demo/accounts.ts';
import { civilDay } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/database.ts';
import type { Ask } from './asked.ts';
import { BUREAU } from './kept.ts';

export interface Served {
  /** Undefined where the path is not known. @throws with what was answered. */
  readonly ask: Ask;
  /** Sends bytes as a file and anything else as JSON; `POST` unless told otherwise. */
  write(path: string, body: unknown, method?: string): Promise<unknown>;
}

/** Brings the boards up to date, as the server does beside its pages. */
export async function projected(database: Database, at: string): Promise<void> {
  await projectDue(database, BUREAU);
  await projectScores(database, BUREAU, () => civilDay(new Date(at)));
}

/** The bureau of a kept release at its own moment, to somebody who signs in with the password of the demo. */
export async function served(database: Database, at: string, userName: string): Promise<Served> {
  const app = createApp({
    database, bureaus: [{ bureau: { code: BUREAU, zh: '', en: '', kind: 'own' }, samples: [] }], clock: () => new Date(at), log: pino({ level: 'warn' }), secret: 'of no worth', secureCookies: false, webFolder: null,
  });
  let cookie = '';
  const request = async (path: string, method: string, body?: unknown): Promise<Response> => {
    const headers = { 'idempotency-key': randomUUID(), cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await app.request(`/api${path}`, { method, headers, ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }) });
    if (!answer.ok && answer.status !== 404) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  };
  const signedIn = await request('/session', 'POST', { userName, password: DEMO_PASSWORD });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    ask: async (path) => {
      const answer = await request(path, 'GET');
      return answer.ok ? answer.json() : undefined;
    },
    write: async (path, body, method = 'POST') => (await request(path, method, body)).json(),
  };
}
