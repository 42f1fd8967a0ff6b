-- The draw for the quarterly spot check: one for a committee and quarter, and whom it drew.
CREATE TABLE draw (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  -- '2026-Q4'.
  window_key text NOT NULL,
  stage text NOT NULL
);
-- Publishing twice at the same moment leaves one list.
CREATE UNIQUE INDEX draw_that_stands ON draw (organisation_id, window_key) WHERE stage <> 'void';

CREATE TABLE draw_branch (
  fact_id uuid NOT NULL REFERENCES draw,
  organisation_id uuid NOT NULL,
  window_key text NOT NULL,
  PRIMARY KEY (fact_id, organisation_id)
);
-- When a branch was drawn last.
CREATE INDEX draw_of_branch ON draw_branch (organisation_id, window_key);
