-- 党员年度综合评价: the evaluation of a branch's members for a year, and what each of them was told.
CREATE TABLE member_review (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  stage text NOT NULL,
  UNIQUE (year, organisation_id)
);

CREATE TABLE member_result (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid NOT NULL,
  review_id uuid NOT NULL,
  year integer NOT NULL,
  grade text NOT NULL,
  stage text NOT NULL,
  UNIQUE (person_id, year)
);
-- The results of one evaluation, and those who reach a grade of a year.
CREATE INDEX member_result_of_review ON member_result (review_id);
CREATE INDEX member_result_of_year ON member_result (year, grade);
