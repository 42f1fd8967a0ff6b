-- Typed rows of sessions, for calendars and search; who was there stays in the state of the fact.
CREATE TABLE arrangement (
  fact_id uuid PRIMARY KEY,
  scope_id uuid NOT NULL,
  day date NOT NULL,
  activities text[] NOT NULL
);
CREATE INDEX arrangement_by_day ON arrangement (day);

CREATE TABLE session (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  arrangement_id uuid,
  stage text NOT NULL,
  activities text[] NOT NULL,
  day date NOT NULL,
  period text NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL
);
CREATE INDEX session_of_organisation ON session (organisation_id, day);
CREATE INDEX session_of_arrangement ON session (arrangement_id);

CREATE TABLE make_up (
  fact_id uuid PRIMARY KEY,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  day date NOT NULL,
  way text NOT NULL,
  -- A session is made up once (dezhou C.3).
  UNIQUE (session_id, person_id)
);

CREATE TABLE confirmation (
  fact_id uuid PRIMARY KEY,
  confirmed_id uuid NOT NULL,
  version integer NOT NULL
);
CREATE INDEX confirmation_of_fact ON confirmation (confirmed_id, version);

CREATE TABLE scheme_adoption (
  fact_id uuid PRIMARY KEY,
  scheme text NOT NULL,
  version integer NOT NULL,
  text_hash text NOT NULL,
  from_day date NOT NULL
);

-- Text of schemes as adopted, under the hash that the log names.
CREATE TABLE scheme_text (
  hash text PRIMARY KEY,
  text text NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now()
);
