import pg from 'pg';
import { addMonths } from '#domain/calendar/civil-date.ts';
import { accountActs } from '#server/access/access-reads.ts';
import { recordFacts } from '#server/facts/record-fact.ts';
import { projectScores } from '#server/assessments/project-scores.ts';
import { rebuild } from '#server/facts/rebuild.ts';
import { bureauSchema, type Database } from '#server/platform/database.ts';
import { newId } from '#server/platform/ids.ts';
import { sql } from '#server/platform/sql.ts';
import { openReview } from '#server/reviews/open-review.ts';
import { putIntoForce } from '#server/schemes/put-into-force.ts';
import { BUREAU, FOUNDED, within, YEAR } from './bureau.ts';
import { copyIn } from './copy-in.ts';

/** The January after the year, when its branches are scored. */
export const YEAR_END = `${YEAR + 1}-01-20T09:00:00+08:00`;
/** By turns, so that eight thousand branches have a hundred thousand members. */
const MEMBERS = [12, 13] as const;
const MONTHS = Array.from({ length: 12 }, (_, at) => addMonths(`${YEAR}-01`, at));

/** Theme days by the month and how many came to them: one figure of windows, one of pooled attendance, and grades. */
const scheme = `
scheme: bench
version: 1
label: { zh: 年终 }
takesEffect: ${YEAR}-01-01
activities:
  - { id: themePartyDay, label: { zh: 主题党日 }, audience: members, heldBy: branch, from: '14:30', to: '16:30' }
indicators:
  kind: part
  id: daily
  label: { zh: 日常 }
  clause: 第一条
  full: 100.00
  missing: required
  children:
    - { kind: rule, id: months, label: { zh: 按月开展 }, clause: 第一条, match: { activities: [themePartyDay] }, value: { kind: duty, full: 40.00, per: month } }
    - { kind: rule, id: came, label: { zh: 参加率 }, clause: 第一条, match: { activities: [themePartyDay], part: attendance }, value: { kind: share, full: 60.00 } }
results:
  - id: year
    label: { zh: 年度得分 }
    of: branch
    clause: 第二条
    missing: required
    parts:
      - { kind: total, id: everyday, label: { zh: 日常 }, of: indicators }
    grades:
      - { id: best, label: { zh: 优秀 }, atLeast: 90.00, clause: 第二条 }
      - { id: good, label: { zh: 良好 }, atLeast: 80.00, clause: 第二条 }
      - { id: passed, label: { zh: 合格 }, atLeast: 60.00, clause: 第二条 }
      - { id: failed, label: { zh: 不合格 }, atLeast: 0.00, clause: 第二条 }
`;

export interface YearEnd {
  readonly account: string;
  readonly review: string;
  readonly version: number;
  readonly members: number;
  /** How long the night took that counted every branch before the office came, in milliseconds. */
  readonly night: number;
}

/** A bureau whose year is over and locked, its review opened. The log comes by COPY; all that follows from it is rebuilt. */
export async function writeYearEnd(database: Database, ownerUrl: string, branches: number): Promise<YearEnd> {
  const [root, account] = [newId(), newId()];
  const organisations = Array.from({ length: branches }, () => newId());
  const people = organisations.map((_, at) => Array.from({ length: MEMBERS[at % MEMBERS.length] ?? 0 }, () => newId()));
  await within(database, `${YEAR}-01-01T08:00:00+08:00`, (call) => putIntoForce(call, { text: scheme, from: `${YEAR}-01-01` }));
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`SET search_path TO ${bureauSchema(BUREAU)}`);
  await copyIn(owner, 'COPY person (id, number, name, name_key) FROM STDIN', people.flat().map((id, at) => [id, `N${at}`, '某', `n${at}`].join('\t')));
  await copyIn(owner, 'COPY fact_log (fact_id, version, kind, change, state, day, period, standing, recorded_on) FROM STDIN', linesOf(root, organisations, people));
  await owner.query('ANALYZE');
  await owner.end();
  await within(database, YEAR_END, ({ tx }) => rebuild(tx));
  const opened = await within(database, YEAR_END, async (call) => {
    await call.tx.run(sql`INSERT INTO account (id, user_name, password_hash, must_change_password) VALUES (${account}, 'office', '', false)`);
    await call.tx.run(sql`INSERT INTO role_grant (id, account_id, role, organisation_id, from_day) VALUES (${newId()}, ${account}, 'partyAffairsOfficer', ${root}, ${FOUNDED})`);
    await recordFacts(call, MONTHS.map((window) => ({ kind: 'closing', state: { organisation: root, window, stage: 'closed', asOfSeq: 0 } })));
    const actor = await accountActs(call.tx, account, call.now);
    if (!actor) throw new Error('the office has no account');
    return openReview({ ...call, actor }, { organisation: root, year: YEAR, selfUntil: `${YEAR + 1}-01-25` });
  });
  const dusk = performance.now();
  await projectScores(database, BUREAU, () => YEAR_END.slice(0, 10));
  return { account, members: people.flat().length, ...opened, night: performance.now() - dusk };
}

function* linesOf(root: string, organisations: readonly string[], people: readonly (readonly string[])[]): Generator<string> {
  yield line(root, 'organisation', organisation('A', '611', null), FOUNDED);
  for (const [at, id] of organisations.entries()) {
    yield line(id, 'organisation', organisation(`B${at}`, '631', root), FOUNDED);
    for (const person of people[at] ?? []) {
      yield line(newId(), 'membership', { person, organisation: id, group: null, stage: 'full', staffKind: 'officer', from: FOUNDED, to: null }, FOUNDED);
    }
    // One branch in seven left a month out; of eleven marks one is an absence.
    for (const [month, period] of MONTHS.entries()) if ((at + month) % 84 !== 0 && !(at % 7 === 0 && month === 6)) yield line(newId(), 'session', themeDay(id, people[at] ?? [], at + month, period), `${period}-18`);
  }
}

const organisation = (number: string, category: '611' | '631', parent: string | null) =>
  ({ category, number, name: number, shortName: number, founded: FOUNDED, dissolved: null, placements: [{ parent, from: FOUNDED }] });

const themeDay = (id: string, people: readonly string[], turn: number, period: string) => ({
  organisation: id, arrangement: null, stage: 'held', activities: ['themePartyDay'], contents: [], day: `${period}-18`, period,
  sittings: [{ day: `${period}-18`, from: '14:30', to: '16:30' }], host: null, minuteTaker: null, speakers: [], exchanges: [], attendees: [],
  marks: people.map((person, at) => ({ person, mark: (at + turn) % 11 === 0 ? 'absent' : 'present', reason: null, sitting: 0 })),
  allPresent: false, agenda: [], resolutions: [],
});

const line = (factId: string, kind: string, state: object, day: string): string =>
  [factId, 1, kind, 'recorded', JSON.stringify(state), day, day.slice(0, 7), 'counted', day].join('\t');
