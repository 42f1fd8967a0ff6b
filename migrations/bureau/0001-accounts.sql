-- Accounts, sessions and grants of one bureau; nobody outside the bureau's schema can sign in to it.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  -- 警号/内部编号: the key of the roster. The ID number is not asked for (finding 14).
  number text NOT NULL UNIQUE,
  name text NOT NULL,
  -- Pinyin and initials for search, written with the row because collations differ between servers.
  name_key text NOT NULL,
  gender text,
  birth_date date,
  details jsonb NOT NULL DEFAULT '{}',
  -- A person who asked to be erased leaves a tombstone: the row stays, name and details are blanked.
  erased_at timestamptz
);

CREATE TABLE account (
  id uuid PRIMARY KEY,
  user_name text NOT NULL UNIQUE,
  person_id uuid UNIQUE REFERENCES person,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT true,
  -- Growing delay after wrong passwords (T14): how many in a row, and until when nothing is even tried.
  wrong_tries integer NOT NULL DEFAULT 0,
  delayed_until timestamptz,
  closed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE login_session (
  -- SHA-256 of the token; the token itself is only in the browser.
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX login_session_of_account ON login_session (account_id);

CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account,
  role text NOT NULL,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  granted_by uuid REFERENCES account,
  granted_at timestamptz NOT NULL DEFAULT now(),
  CHECK (to_day IS NULL OR to_day >= from_day)
);
CREATE INDEX role_grant_of_account ON role_grant (account_id);

-- One row for each write that was carried out, with its answer: the same key gives the same answer (T3, T5).
CREATE TABLE idempotency (
  account_id uuid NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  answer text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  account_id uuid,
  person_id uuid,
  operation text NOT NULL,
  request_id text NOT NULL,
  subject_kind text,
  subject_id text,
  organisation_id uuid,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject_id);
CREATE INDEX audit_entry_by_account ON audit_entry (account_id, id);
