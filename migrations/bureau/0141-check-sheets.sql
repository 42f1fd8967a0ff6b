-- What a spot check found in a branch, who looked, who does not check which branch, and what is to be put right.
CREATE TABLE check_sheet (
  fact_id uuid PRIMARY KEY,
  draw_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  window_key text NOT NULL,
  stage text NOT NULL,
  day date NOT NULL,
  -- One team for a branch and draw, however often somebody clicks.
  UNIQUE (draw_id, organisation_id)
);
-- The sheets of a branch: its desk, its marks.
CREATE INDEX check_sheet_of_organisation ON check_sheet (organisation_id, window_key);

CREATE TABLE check_sheet_judge (
  fact_id uuid NOT NULL REFERENCES check_sheet,
  person_id uuid NOT NULL REFERENCES person,
  PRIMARY KEY (fact_id, person_id)
);
-- The desk of a member of a team.
CREATE INDEX check_sheet_of_judge ON check_sheet_judge (person_id);

CREATE TABLE recusal (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid NOT NULL,
  because text NOT NULL,
  from_day date NOT NULL,
  to_day date
);
-- Who may not check a branch on a day.
CREATE INDEX recusal_of_person ON recusal (person_id, organisation_id);

CREATE TABLE problem (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  sheet_id uuid,
  stage text NOT NULL,
  from_day date NOT NULL,
  due_day date NOT NULL,
  closed_on date
);
-- The list of a branch and of the office: what is open, the earliest due first.
CREATE INDEX problem_of_organisation ON problem (organisation_id, due_day);
