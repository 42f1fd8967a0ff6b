import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { announced } from './server-process.ts';

// The floor: plain parameterised SQL, prepared, behind Node's bare HTTP server. It asks nobody who he is, checks
// nothing, keeps no answer and no trace. Of two obvious ways to write a question the faster one stands here.

// Counts and sequences as numbers, as on our side.
pg.types.setTypeParser(20, Number);
const pool = new pg.Pool({ connectionString: process.env['BENCH_URL'], max: 10 });

const LIST = `
  SELECT m.id, m.number, m.name, m.gender, m.stage, m.staff_kind AS "staffKind", o.id AS "branchId", o.name AS "branchName", m.post, count(*) OVER () AS total
  FROM floor.member m JOIN floor.organisation o ON o.id = m.organisation_id
  WHERE o.path LIKE (SELECT path FROM floor.organisation WHERE id = $1) || '%' AND m.stage <> 'none'
  ORDER BY m.number LIMIT $2 OFFSET $3`;
const POINTS = `
  SELECT m.id, m.number, m.name, m.stage, sum(e.value) AS total
  FROM floor.entry e JOIN floor.member m ON m.id = e.member_id JOIN floor.organisation o ON o.id = m.organisation_id
  WHERE o.path LIKE (SELECT path FROM floor.organisation WHERE id = $1) || '%' AND e.period BETWEEN $2 AND $3
  GROUP BY m.id ORDER BY m.number`;
const BOARD = `
  SELECT o.id, o.number, o.name, count(DISTINCT s.id) AS held, count(*) FILTER (WHERE a.mark IN ('present', 'late')) AS present,
    count(*) FILTER (WHERE a.mark = 'absent') AS absent, count(*) FILTER (WHERE a.mark = 'excused') AS excused
  FROM floor.session s JOIN floor.organisation o ON o.id = s.organisation_id JOIN floor.attendance a ON a.session_id = s.id
  WHERE o.path LIKE (SELECT path FROM floor.organisation WHERE id = $1) || '%' AND s.day >= $2::date AND s.day < $2::date + interval '1 month'
  GROUP BY o.id ORDER BY o.number`;
const SCORES = `
  SELECT o.id, o.number, o.name, sum(s.value)::int AS value,
    json_agg(json_build_object('id', s.item, 'value', s.value, 'full', s.full_mark, 'state', s.state)) AS items
  FROM floor.score s JOIN floor.organisation o ON o.id = s.organisation_id
  WHERE o.path LIKE (SELECT path FROM floor.organisation WHERE id = $1) || '%'
  GROUP BY o.id ORDER BY o.number`;
const POST = 'INSERT INTO floor.entry (member_id, rule, session_id, period, value) VALUES ($1, $2, $3, $4, $5) RETURNING id';
const SESSION = 'INSERT INTO floor.session (organisation_id, day, from_time, to_time, activity, topic) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id';
const ATTENDANCE = 'INSERT INTO floor.attendance (session_id, member_id, mark, reason) SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[])';
const ENTRIES = 'INSERT INTO floor.entry (member_id, rule, session_id, period, value) SELECT member, $2, $3, $4, $5 FROM unnest($1::uuid[]) AS member';

const prepared = (name: string, text: string, values: unknown[]): pg.QueryConfig => ({ name, text, values });

async function list(query: URLSearchParams): Promise<unknown> {
  const size = Number(query.get('size'));
  const { rows } = await pool.query(prepared('list', LIST, [query.get('organisation'), size, (Number(query.get('page')) - 1) * size]));
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

async function points(query: URLSearchParams): Promise<unknown> {
  const year = query.get('year');
  const { rows } = await pool.query(prepared('points', POINTS, [query.get('organisation'), `${year}-01`, `${year}-12`]));
  return { items: rows };
}

async function board(query: URLSearchParams): Promise<unknown> {
  const { rows } = await pool.query(prepared('board', BOARD, [query.get('organisation'), `${query.get('period')}-01`]));
  return { items: rows };
}

async function scores(query: URLSearchParams): Promise<unknown> {
  const { rows } = await pool.query(prepared('scores', SCORES, [query.get('organisation')]));
  return { items: rows };
}

async function post(body: { member: string; rule: string; session: string; period: string; value: number }): Promise<unknown> {
  const { rows } = await pool.query(prepared('post', POST, [body.member, body.rule, body.session, body.period, body.value]));
  return { id: rows[0]?.id };
}

interface SessionBody {
  readonly organisation: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly activity: string;
  readonly topic: string;
  readonly rule: string;
  readonly value: number;
  readonly marks: readonly { person: string; mark: string; reason: string | null }[];
}

async function record(body: SessionBody): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(prepared('session', SESSION, [body.organisation, body.day, body.from, body.to, body.activity, body.topic]));
    const id = rows[0]?.id;
    const { marks } = body;
    const members = marks.map((it) => it.person);
    await client.query(prepared('attendance', ATTENDANCE, [id, members, marks.map((it) => it.mark), marks.map((it) => it.reason)]));
    await client.query(prepared('entries', ENTRIES, [members, body.rule, id, body.day.slice(0, 7), body.value]));
    await client.query('COMMIT');
    return { id };
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  } finally {
    client.release();
  }
}

async function bodyOf(request: IncomingMessage): Promise<never> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as never;
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '', 'http://floor');
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /members': return list(url.searchParams);
    case 'GET /points': return points(url.searchParams);
    case 'GET /board': return board(url.searchParams);
    case 'GET /scores': return scores(url.searchParams);
    case 'POST /entries': return post(await bodyOf(request));
    case 'POST /sessions': return record(await bodyOf(request));
    default: throw new Error(`the floor has no ${request.method} ${url.pathname}`);
  }
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const json = JSON.stringify(await answer(request));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(json) }).end(json);
  } catch (fault) {
    response.writeHead(500).end(String(fault));
  }
}

announced(createServer((request, response) => void serve(request, response)));
