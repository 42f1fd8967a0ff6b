-- The append-only fact log (A-2): whatever can change a result is an entry with its complete new state.
CREATE TABLE fact_log (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  fact_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  change text NOT NULL CHECK (change IN ('recorded', 'amended', 'withdrawn')),
  state jsonb NOT NULL,
  day date NOT NULL,
  period text NOT NULL,
  standing text NOT NULL CHECK (standing IN ('counted', 'proposed')),
  recorded_by_account uuid,
  recorded_by uuid,
  recorded_on date NOT NULL,
  -- Hash of the free text that belongs to this version, so that the text cannot be changed behind the log.
  text_hash text,
  logged_at timestamptz NOT NULL DEFAULT now(),
  -- Two amendments of the same version: the second finds its number taken.
  UNIQUE (fact_id, version)
);

-- Free text of a fact's version; can be blanked (tombstone) without touching the log.
CREATE TABLE fact_text (
  fact_id uuid NOT NULL,
  version integer NOT NULL,
  text jsonb,
  blanked_at timestamptz,
  PRIMARY KEY (fact_id, version)
);

-- Last state of every fact, derived from the log, for reading and for foreign keys of typed rows.
CREATE TABLE fact (
  fact_id uuid PRIMARY KEY,
  kind text NOT NULL,
  version integer NOT NULL,
  seq bigint NOT NULL,
  withdrawn boolean NOT NULL,
  standing text NOT NULL,
  -- The organisation it happened in, when it has one.
  organisation_id uuid,
  day date NOT NULL,
  period text NOT NULL,
  recorded_by uuid,
  recorded_on date NOT NULL,
  state jsonb NOT NULL
);
CREATE INDEX fact_by_kind_day ON fact (kind, day);
CREATE INDEX fact_by_organisation ON fact (organisation_id, kind, day);

-- Whom a fact names, so that the live path finds all facts that concern a person without reading the rest.
CREATE TABLE fact_person (
  fact_id uuid NOT NULL REFERENCES fact ON DELETE CASCADE,
  person_id uuid NOT NULL,
  PRIMARY KEY (person_id, fact_id)
);
CREATE INDEX fact_person_of_fact ON fact_person (fact_id);
