-- What a branch came to in a year that is over, as the scoring of its review takes it over: kept beside the score board, by the
-- day on which it was counted and by the evaluator that counted it.
CREATE TABLE branch_result (
  organisation_id uuid NOT NULL,
  year int NOT NULL,
  counted_on date NOT NULL,
  scheme text NOT NULL,
  scheme_version int NOT NULL,
  evaluator int NOT NULL,
  branch jsonb NOT NULL,
  PRIMARY KEY (year, organisation_id)
);
