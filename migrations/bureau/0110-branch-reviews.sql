-- The review of a year with the grade of each branch, and what branches say of themselves.
CREATE TABLE branch_review (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  result text NOT NULL,
  year int NOT NULL,
  revision int NOT NULL,
  stage text NOT NULL,
  UNIQUE (year, result, organisation_id, revision)
);

CREATE TABLE branch_review_grade (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  score int,
  proposed text,
  grade text,
  PRIMARY KEY (fact_id, organisation_id)
);
-- The years of one branch.
CREATE INDEX branch_review_grade_of_organisation ON branch_review_grade (organisation_id);

CREATE TABLE self_review (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  result text NOT NULL,
  year int NOT NULL,
  filed_on date NOT NULL,
  UNIQUE (year, result, organisation_id)
);
