-- 评选优秀共产党员: opened with a quota, proposed by branches, noticed, decided by a document. Rows that are only added to.
CREATE TABLE award_selection (
  id uuid PRIMARY KEY,
  -- The committee under which it is held.
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  quota integer NOT NULL CHECK (quota > 0),
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  opened_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX award_selection_of_year ON award_selection (year);

-- A branch proposes a member by its minutes, or takes that back; the last word holds.
CREATE TABLE award_nomination (
  selection_id uuid NOT NULL REFERENCES award_selection,
  nominee_id uuid NOT NULL REFERENCES person,
  number smallint NOT NULL,
  organisation_id uuid NOT NULL,
  proposed boolean NOT NULL,
  minutes text NOT NULL,
  reason text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  proposed_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (selection_id, nominee_id, number)
);

-- The steps of the office, one after the other; the last says where the selection stands.
CREATE TABLE award_step (
  selection_id uuid NOT NULL REFERENCES award_selection,
  number smallint NOT NULL,
  stage text NOT NULL CHECK (stage IN ('noticed', 'returned', 'decided')),
  -- Who is named in a notice, or chosen.
  persons uuid[] NOT NULL,
  from_day date,
  until_day date,
  -- The document of a decision; why a notice was taken back.
  words text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  taken_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (selection_id, number)
);
