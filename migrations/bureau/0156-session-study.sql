-- What sessions took up: lessons of a course that the office announced, and lectures given in a branch.
CREATE TABLE session_study (
  fact_id uuid NOT NULL,
  of_id uuid NOT NULL,
  lesson integer
);
CREATE INDEX session_study_of_fact ON session_study (fact_id);
-- Who took up a course or a lecture.
CREATE INDEX session_study_of_course ON session_study (of_id);

-- Lectures that the office recommends to other branches; the last word holds.
CREATE TABLE lecture_recommendation (
  session_id uuid NOT NULL,
  number smallint NOT NULL,
  recommended boolean NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  recommended_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (session_id, number)
);
