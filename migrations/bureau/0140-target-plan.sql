-- 年度任务分解: the one plan of a branch for a year, found by its year and its branch, and for the office by its year.
CREATE TABLE target_plan (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  stage text NOT NULL,
  filed_on date,
  UNIQUE (year, organisation_id)
);
