import pino from 'pino';
import { signIn } from '#domain/access/contract.ts';
import { readSessionRecord } from '#domain/activities/record-contract.ts';
import { readAssignment } from '#domain/assignments/contract.ts';
import { readBranchScore } from '#domain/assessments/contract.ts';
import type { Contract } from '#domain/contracts/contract.ts';
import { pathFields } from '#domain/contracts/contract.ts';
import type { FactLeaf, Grounds } from '#domain/engine/evaluation.ts';
import { readSelfCheck } from '#domain/months/self-check-contract.ts';
import { readBranchPoints, readPoints } from '#domain/points/contract.ts';
import { readRegisterEntry } from '#domain/registers/contract.ts';
import { readProblem } from '#domain/spot-checks/problem-contract.ts';
import { readSheet } from '#domain/spot-checks/sheet-contract.ts';
import { readTargetPlan } from '#domain/targets/contract.ts';
import type { z } from 'zod';
import { createApp } from '#server/app.ts';
import { sampleAccounts } from '#server/demo/accounts.ts';
import type { Database } from '#server/platform/database.ts';
import { BUREAU, NOW, YEAR } from './found-year.ts';
import type { Expected, Reckoned } from './reckon.ts';

/** What the interface said of the year, and what it should not have. */
export interface Asked {
  /** Totals of branches and members that were asked for and compared. */
  readonly compared: number;
  readonly wrong: readonly string[];
  /** Facts under the figures of one branch and some of its members that could be opened, and those that could not. */
  readonly opened: number;
  readonly closed: readonly string[];
}

type Ask = <C extends Contract>(contract: C, input: z.input<C['input']>) => Promise<z.output<C['output']>>;

/** Kinds of facts that a leaf may be, with the operation that opens one. */
const opening: Readonly<Record<string, (ask: Ask, leaf: FactLeaf, branch: string) => Promise<unknown>>> = {
  session: (ask, { factId }) => ask(readSessionRecord, { session: factId }),
  record: (ask, { factId }) => ask(readRegisterEntry, { entry: factId }),
  assignment: (ask, { factId }) => ask(readAssignment, { assignment: factId }),
  selfCheck: (ask, { period }, organisation) => ask(readSelfCheck, { organisation, period }),
  targetPlan: (ask, _, organisation) => ask(readTargetPlan, { organisation, year: YEAR }),
  checkSheet: (ask, { factId }) => ask(readSheet, { sheet: factId }),
  problem: (ask, { factId }) => ask(readProblem, { problem: factId }),
};

/** The sample officer of the Party office signs in, reads every branch, and opens what stands under the figures of one. */
export async function askByApi(database: Database, reckoned: Reckoned, detention: string): Promise<Asked> {
  const officer = await signedIn(database, 'ganshi');
  const branches = reckoned.branches.filter(({ figure }) => figure === 'branchScore');
  const wrong: string[] = [];
  for (const { subject, value } of branches) {
    const { total } = await officer(readBranchScore, { organisation: subject, year: YEAR });
    if (total !== value) wrong.push(`branch ${subject}: reckoned ${value}, shown ${String(total)}`);
    wrong.push(...await wrongMembers(officer, subject, reckoned.members));
  }
  const secretary = await signedIn(database, 'shuji');
  const facts = await factsUnder(secretary, detention);
  const closed: string[] = [];
  for (const leaf of facts.values()) await (opening[leaf.kind] ?? refuseKind(leaf.kind))(secretary, leaf, detention).catch((fault: unknown) => closed.push(`${leaf.kind} ${leaf.factId}: ${String(fault)}`));
  return { compared: branches.length + reckoned.members.filter(({ figure }) => figure === 'memberPoints').length, wrong, opened: facts.size - closed.length, closed };
}

const refuseKind = (kind: string) => async () => { throw new Error(`nothing opens a ${kind}`); };

async function wrongMembers(ask: Ask, organisation: string, members: readonly Expected[]): Promise<string[]> {
  const { items } = await ask(readBranchPoints, { organisation, year: YEAR });
  const reckoned = new Map(members.filter(({ figure }) => figure === 'memberPoints').map(({ subject, value }) => [subject, value]));
  return items.filter(({ person, total }) => reckoned.has(person) && reckoned.get(person) !== total)
    .map(({ number, total, person }) => `member ${number}: reckoned ${String(reckoned.get(person))}, shown ${String(total)}`);
}

/** Every fact under the branch's score and under the points of its first members, each once. */
async function factsUnder(ask: Ask, organisation: string): Promise<ReadonlyMap<string, FactLeaf>> {
  const score = await ask(readBranchScore, { organisation, year: YEAR });
  const { items } = await ask(readBranchPoints, { organisation, year: YEAR });
  const found = new Map<string, FactLeaf>();
  collect(score.grounds, found);
  for (const { person } of items.slice(0, 3)) collect((await ask(readPoints, { person, year: YEAR })).grounds, found);
  return found;
}

function collect(grounds: Grounds | null, found: Map<string, FactLeaf>): void {
  if (grounds === null) return;
  if (grounds.how.kind === 'fact') found.set(grounds.how.fact.factId, grounds.how.fact);
  for (const child of grounds.children) collect(child, found);
}

async function signedIn(database: Database, userName: string): Promise<Ask> {
  const app = createApp({
    database, bureaus: [{ bureau: { code: BUREAU, zh: '示例市公安局', en: 'Sample bureau', kind: 'demo' }, samples: sampleAccounts }], clock: () => new Date(NOW),
    log: pino({ level: 'silent' }), secret: 'acceptance', secureCookies: false, webFolder: null,
  });
  const password = sampleAccounts.find((it) => it.userName === userName)?.password ?? '';
  const answer = await app.request('/api/session', { method: signIn.method, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ userName, password }) });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (contract, input) => {
    const given = input as Record<string, unknown>;
    const fields = pathFields(contract.path);
    const path = fields.reduce((text, name) => text.replace(`:${name}`, encodeURIComponent(String(given[name]))), contract.path as string);
    const query = new URLSearchParams(Object.entries(given).filter(([name]) => !fields.includes(name)).map(([name, value]): [string, string] => [name, String(value)]));
    const found = await app.request(`/api${path}?${query}`, { method: contract.method, headers: { cookie } });
    if (!found.ok) throw new Error(`${contract.name}: ${found.status} ${(await found.text()).slice(0, 200)}`);
    return (await found.json()) as never;
  };
}
