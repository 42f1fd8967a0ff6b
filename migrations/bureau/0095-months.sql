-- Closed months and years (锁定), grants to file late, monthly statements, self-checks, and who acts for whom.
CREATE TABLE closing (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  -- '2026-11', or '2026' for a year that is final.
  window_key text NOT NULL,
  stage text NOT NULL,
  UNIQUE (window_key, organisation_id)
);

CREATE TABLE late_filing_grant (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  to_day date NOT NULL
);
CREATE INDEX late_filing_grant_of_period ON late_filing_grant (period, organisation_id);

CREATE TABLE statement (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  stage text NOT NULL,
  disputed_id uuid,
  verdict text,
  UNIQUE (person_id, period)
);
-- The list of a branch's month, and whether an upheld objection opens a fact.
CREATE INDEX statement_of_organisation ON statement (organisation_id, period);
CREATE INDEX statement_by_disputed ON statement (disputed_id) WHERE disputed_id IS NOT NULL;

CREATE TABLE self_check (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  stage text NOT NULL,
  filed text,
  UNIQUE (period, organisation_id)
);

CREATE TABLE delegation (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  deputy_id uuid NOT NULL REFERENCES person,
  from_day date NOT NULL,
  to_day date NOT NULL
);
CREATE INDEX delegation_of_organisation ON delegation (organisation_id, to_day);
