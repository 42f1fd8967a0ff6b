import type pg from 'pg';
import { withConnection } from '#server/platform/connection.ts';
import { bureauSchema } from '#server/platform/database.ts';
import { BUREAU, type BenchBureau } from './bureau.ts';
import type { Target } from './load.ts';
import { boardCases, boardOfFloor, boardOfProduct, listCases, listOfFloor, listOfProduct, PAGE_SIZE, pointsOfFloor, pointsOfProduct } from './works.ts';

const ours = bureauSchema(BUREAU);
const SCOPES = 20;

interface Both {
  readonly product: Target;
  readonly floor: Target;
  readonly ownerUrl: string;
}

/** Speed never buys wrongness: without these no ratio is printed. */
function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`no ratio, because the answers differ: ${what}`);
}

const same = (left: unknown, right: unknown, what: string): void => demand(JSON.stringify(left) === JSON.stringify(right), what);

interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly total: number;
}

const idsOf = (text: string): { ids: string[]; total: number } => {
  const page = JSON.parse(text) as Page;
  return { ids: page.items.map((it) => it.id), total: page.total };
};

/** The same ids and totals on every page that is asked, and within a narrower scope nobody from outside it. */
export async function checkLists({ product, floor, ownerUrl }: Both, bureau: BenchBureau): Promise<string> {
  const cases = listCases(bureau);
  for (const it of cases) {
    same(idsOf(await product.ask(listOfProduct(it, bureau.officeToken))), idsOf(await floor.ask(listOfFloor(it))), `the list of ${it.organisation}, page ${it.page}`);
  }
  const scopes = [...bureau.generals, ...bureau.branches, ...bureau.committees];
  const asked = Array.from({ length: SCOPES }, (_, at) => ({
    scope: scopes[(at * 37) % scopes.length] ?? scopes[0], of: [bureau.root, bureau.committees[at % bureau.committees.length]?.id ?? bureau.root][at % 2] ?? bureau.root,
  }));
  await withConnection(ownerUrl, async (owner) => {
    for (const { scope, of } of asked) {
      if (!scope) continue;
      const seen = idsOf(await product.ask(listOfProduct({ organisation: of, page: 1 }, scope.token)));
      same(seen, await within(owner, scope.id, of), `what an officer of ${scope.number} sees below ${of}`);
    }
  });
  return `${cases.length} pages with the same ids and totals; ${SCOPES} narrower scopes with nobody from outside`;
}

async function within(owner: pg.Client, scope: string, of: string): Promise<{ ids: string[]; total: number }> {
  const { rows } = await owner.query<{ id: string; total: number }>(`
    SELECT m.id, count(*) OVER ()::int AS total FROM floor.member m JOIN floor.organisation o ON o.id = m.organisation_id
    WHERE o.path LIKE (SELECT path FROM floor.organisation WHERE id = $1) || '%' AND o.path LIKE (SELECT path FROM floor.organisation WHERE id = $2) || '%'
    ORDER BY m.number LIMIT $3`, [scope, of, PAGE_SIZE]);
  return { ids: rows.map((it) => it.id), total: rows[0]?.total ?? 0 };
}

/** Every member's total is the sum of his entries, before anything was written by the works. */
export async function checkPoints({ product, floor }: Both, bureau: BenchBureau): Promise<string> {
  for (const { id } of bureau.generals) {
    const live = JSON.parse(await product.ask(pointsOfProduct(id, bureau.officeToken))) as { items: { person: string; total: number | null }[] };
    const sums = JSON.parse(await floor.ask(pointsOfFloor(id))) as { items: { id: string; total: number }[] };
    same(live.items.map((it) => [it.person, it.total ?? 0]), sums.items.map((it) => [it.id, it.total]), `the points of ${id}`);
  }
  return `totals of all members of ${bureau.generals.length} subtrees equal to the sums of plain SQL`;
}

interface BoardRow {
  readonly held: number;
  readonly present: number;
  readonly absent: number;
  readonly excused: number;
}

/** Every branch held as much in every month, with as many present, absent and excused, as plain SQL counts. */
export async function checkBoards({ product, floor }: Both, bureau: BenchBureau): Promise<string> {
  const counts = ({ held, present, absent, excused }: BoardRow): number[] => [held, present, absent, excused];
  const cases = boardCases(bureau);
  for (const it of cases) {
    const ours = JSON.parse(await product.ask(boardOfProduct(it, bureau.officeToken))) as { items: (BoardRow & { organisation: { id: string } })[]; asOf: { behind: boolean } };
    const plain = JSON.parse(await floor.ask(boardOfFloor(it))) as { items: (BoardRow & { id: string })[] };
    demand(!ours.asOf.behind, 'the boards are behind');
    same(ours.items.map((row) => [row.organisation.id, ...counts(row)]), plain.items.map((row) => [row.id, ...counts(row)]), `the board of ${it.organisation} in ${it.period}`);
  }
  return `every branch on ${cases.length} month boards with the same counts`;
}

export interface Answered {
  readonly post: number;
  readonly record: number;
}

/** Every write that was answered is there, and shares and standings are what plain SQL makes of the facts themselves. */
export async function checkWrites(ownerUrl: string, before: Counts, answered: { product: Answered; floor: Answered }): Promise<string> {
  return withConnection(ownerUrl, async (owner) => {
    const after = await countsOf(owner);
    same(after.makeUps - before.makeUps, answered.product.post, 'make-ups that were answered and those that are there');
    same(after.sessions - before.sessions, answered.product.record, 'sessions that were answered and those that are there');
    same(after.floorSessions - before.floorSessions, answered.floor.record, 'sessions of the floor');
    same(after.floorEntries - before.floorEntries, answered.floor.post + 50 * answered.floor.record, 'entries of the floor');
    const { rows: wrong } = await owner.query(SHARES_THAT_DIFFER);
    same(wrong, [], 'the share of Monday study, by plain SQL over sessions and make-ups');
    const { rows: off } = await owner.query(STANDINGS_THAT_DIFFER);
    same(off, [], 'standings and the sums of the ledger');
    const writes = answered.product.post + answered.product.record;
    return `all ${writes} writes there, ${after.entries - before.entries} entries posted by them; everybody's Monday share equal to plain SQL over the facts, standings to the ledger`;
  });
}

export interface Counts {
  readonly makeUps: number;
  readonly sessions: number;
  readonly entries: number;
  readonly floorSessions: number;
  readonly floorEntries: number;
}

export async function countsOf(owner: pg.Client): Promise<Counts> {
  const { rows } = await owner.query<Counts>(`SELECT
    (SELECT count(*)::int FROM ${ours}.make_up) AS "makeUps", (SELECT count(*)::int FROM ${ours}.session) AS sessions,
    (SELECT count(*)::int FROM ${ours}.ledger_entry) AS entries,
    (SELECT count(*)::int FROM floor.session) AS "floorSessions", (SELECT count(*)::int FROM floor.entry) AS "floorEntries"`);
  const [counts] = rows;
  if (!counts) throw new Error('nothing was counted');
  return counts;
}

/** 16.00 × attended ÷ expected: excused leave the denominator, whoever came late counts half, a make-up counts whole. */
const SHARES_THAT_DIFFER = `
  WITH mark AS (
    SELECT (mark->>'person')::uuid AS person, mark->>'mark' AS mark, made.person_id IS NOT NULL AS made
    FROM ${ours}.fact f CROSS JOIN LATERAL jsonb_array_elements(f.state->'marks') AS mark
    LEFT JOIN ${ours}.make_up made ON made.session_id = f.fact_id AND made.person_id = (mark->>'person')::uuid
    WHERE f.kind = 'session' AND NOT f.withdrawn AND f.state->'activities' ? 'mondayStudy'),
  share AS (
    SELECT person, round(1600 * sum(CASE WHEN mark = 'present' OR made THEN 100 WHEN mark = 'late' THEN 50 ELSE 0 END)
      / (100.0 * count(*) FILTER (WHERE mark <> 'excused')))::int AS value
    FROM mark GROUP BY person),
  booked AS (SELECT person_id AS person, sum(value)::int AS value FROM ${ours}.ledger_entry WHERE of = 'mondayStudyShare' GROUP BY person_id)
  SELECT person, share.value AS share, booked.value AS booked FROM share FULL JOIN booked USING (person)
  WHERE share.value IS DISTINCT FROM booked.value LIMIT 3`;

const STANDINGS_THAT_DIFFER = `
  SELECT person_id, part, s.value AS standing, l.value AS ledger FROM ${ours}.standing s
  FULL JOIN (SELECT person_id, part, sum(value)::int AS value FROM ${ours}.ledger_entry GROUP BY person_id, part) AS l USING (person_id, part)
  WHERE s.value IS DISTINCT FROM l.value LIMIT 3`;
