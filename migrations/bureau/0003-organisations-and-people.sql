-- Typed rows of organisations, membership and posts: the last state of their facts, rebuilt from the log at any time.
CREATE TABLE organisation (
  fact_id uuid NOT NULL,
  id uuid PRIMARY KEY,
  category text NOT NULL,
  number text NOT NULL UNIQUE,
  name text NOT NULL,
  short_name text NOT NULL,
  founded date NOT NULL,
  dissolved date,
  -- Where it hangs now; where it hung on another day is in its placements.
  parent_id uuid
);
CREATE INDEX organisation_by_parent ON organisation (parent_id);

CREATE TABLE organisation_placement (
  fact_id uuid NOT NULL,
  parent_id uuid,
  from_day date NOT NULL,
  PRIMARY KEY (fact_id, from_day)
);

CREATE TABLE membership (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid NOT NULL,
  group_id uuid,
  stage text NOT NULL,
  staff_kind text NOT NULL,
  from_day date NOT NULL,
  to_day date
);
CREATE INDEX membership_of_person ON membership (person_id, from_day);
CREATE INDEX membership_of_organisation ON membership (organisation_id, from_day);

CREATE TABLE post (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  organisation_id uuid NOT NULL,
  post text NOT NULL,
  from_day date NOT NULL,
  to_day date
);
CREATE INDEX post_of_organisation ON post (organisation_id, from_day);
CREATE INDEX post_of_person ON post (person_id, from_day);
