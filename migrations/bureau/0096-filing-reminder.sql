-- 催办: the last bundled reminder of the office to a branch for a month. No result rests on it, so it is no fact.
CREATE TABLE filing_reminder (
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  reminded_on date NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (period, organisation_id)
);
