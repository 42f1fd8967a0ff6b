import { withConnection } from '#server/platform/connection.ts';
import { bureauSchema } from '#server/platform/database.ts';
import { BUREAU } from './bureau.ts';

const ours = bureauSchema(BUREAU);

/**
 * The tables that a careful engineer writes first: the state of today, no versions, no dates of belonging, the path of
 * an organisation kept beside it. Filled with the same rows as ours.
 */
const statements = [
  'CREATE SCHEMA floor',
  `CREATE TABLE floor.organisation (
    id uuid PRIMARY KEY, parent_id uuid REFERENCES floor.organisation, number text NOT NULL UNIQUE, name text NOT NULL, path text NOT NULL)`,
  `CREATE TABLE floor.member (
    id uuid PRIMARY KEY, number text NOT NULL UNIQUE, name text NOT NULL, gender text, stage text NOT NULL, staff_kind text NOT NULL,
    organisation_id uuid NOT NULL REFERENCES floor.organisation, post text)`,
  `CREATE TABLE floor.session (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), organisation_id uuid NOT NULL REFERENCES floor.organisation, day date NOT NULL,
    from_time text NOT NULL, to_time text NOT NULL, activity text NOT NULL, topic text NOT NULL)`,
  `CREATE TABLE floor.attendance (
    session_id uuid NOT NULL REFERENCES floor.session, member_id uuid NOT NULL REFERENCES floor.member, mark text NOT NULL, reason text,
    PRIMARY KEY (session_id, member_id))`,
  `CREATE TABLE floor.entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, member_id uuid NOT NULL REFERENCES floor.member, rule text NOT NULL, session_id uuid,
    period text NOT NULL, value integer NOT NULL, posted_at timestamptz NOT NULL DEFAULT now())`,

  `INSERT INTO floor.organisation
    WITH RECURSIVE placed AS (
      SELECT id, parent_id, number, short_name, '/' || number || '/' AS path FROM ${ours}.organisation WHERE parent_id IS NULL
      UNION ALL
      SELECT o.id, o.parent_id, o.number, o.short_name, placed.path || o.number || '/' FROM ${ours}.organisation o JOIN placed ON o.parent_id = placed.id)
    SELECT * FROM placed`,
  `INSERT INTO floor.member
    SELECT p.id, p.number, p.name, p.gender, m.stage, m.staff_kind, m.organisation_id, post.post
    FROM ${ours}.person p JOIN ${ours}.membership m ON m.person_id = p.id LEFT JOIN ${ours}.post post ON post.person_id = p.id`,
  `INSERT INTO floor.session
    SELECT s.fact_id, s.organisation_id, s.day, s.from_time, s.to_time, s.activities[1], t.text->>'topic'
    FROM ${ours}.session s JOIN ${ours}.fact_text t ON t.fact_id = s.fact_id`,
  `INSERT INTO floor.attendance
    SELECT f.fact_id, (mark->>'person')::uuid, mark->>'mark', mark->>'reason'
    FROM ${ours}.fact f CROSS JOIN LATERAL jsonb_array_elements(f.state->'marks') AS mark WHERE f.kind = 'session'`,
  `INSERT INTO floor.entry (member_id, rule, session_id, period, value)
    SELECT person_id, of, fact_id, for_period, value FROM ${ours}.ledger_entry ORDER BY id`,

  'CREATE INDEX ON floor.organisation (path text_pattern_ops)',
  'CREATE INDEX ON floor.member (organisation_id, number)',
  'CREATE INDEX ON floor.session (organisation_id, day)',
  'CREATE INDEX ON floor.attendance (member_id)',
  'CREATE INDEX ON floor.entry (member_id, period)',
];

/** Writes the floor's rows from ours, and leaves both with fresh statistics and no unfinished housekeeping. */
export const writeFloor = (ownerUrl: string): Promise<void> =>
  withConnection(ownerUrl, async (owner) => {
    for (const statement of statements) await owner.query(statement);
    await owner.query('VACUUM ANALYZE');
    await owner.query('CHECKPOINT').catch(() => {});
  });
