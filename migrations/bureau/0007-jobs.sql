-- Long work with progress that goes on when the page is left; one row per job, taken with SKIP LOCKED.
CREATE TABLE job (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  account_id uuid NOT NULL,
  input jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'refused', 'failed', 'cancelled')),
  done integer NOT NULL DEFAULT 0,
  total integer,
  -- What it is doing right now, in words of both languages.
  doing jsonb,
  result jsonb,
  cancel_asked boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  -- A runner that stopped reporting has died; another may take the job again.
  alive_at timestamptz,
  ended_at timestamptz,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX job_to_take ON job (created_at) WHERE state IN ('waiting', 'running');

-- Files that people sent or that jobs made, kept by hash.
CREATE TABLE file (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  account_id uuid,
  stored_at timestamptz NOT NULL DEFAULT now()
);
