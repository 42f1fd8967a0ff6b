-- Typed rows of what excuses somebody by itself: shift teams, leave, closed duty, secondment, 停学/顺延 (finding 7).
CREATE TABLE shift_team (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date
);
CREATE INDEX shift_team_of_organisation ON shift_team (organisation_id);

CREATE TABLE team_placement (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  team_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date
);
CREATE INDEX team_placement_of_team ON team_placement (team_id);

CREATE TABLE leave (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  reason text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL
);
CREATE INDEX leave_of_person ON leave (person_id, from_day);

CREATE TABLE closed_duty (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  study_at_post boolean NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  PRIMARY KEY (fact_id, person_id)
);

CREATE TABLE secondment (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid,
  from_day date NOT NULL,
  to_day date
);

CREATE TABLE study_stop (
  fact_id uuid PRIMARY KEY,
  scope_id uuid NOT NULL,
  day date NOT NULL,
  moved_to date
);
