-- Objections (异议) to facts and marks: what is disputed, who answers, and which version put it right.
CREATE TABLE objection (
  fact_id uuid PRIMARY KEY,
  -- The fact in dispute; null where the mark of an item is, or where something is missing.
  disputed_id uuid,
  item text,
  subject_kind text NOT NULL,
  -- A person or a branch.
  subject_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  raised_by uuid NOT NULL REFERENCES person,
  period text NOT NULL,
  stage text NOT NULL,
  verdict text,
  corrected_id uuid,
  corrected_version integer
);
-- What is open about a fact, and whose numbers are under objection.
CREATE INDEX objection_by_disputed ON objection (disputed_id) WHERE disputed_id IS NOT NULL;
CREATE INDEX objection_of_subject ON objection (subject_id);
CREATE INDEX objection_of_organisation ON objection (organisation_id);
-- Whether an upheld objection opens a closed month for a version.
CREATE INDEX objection_by_corrected ON objection (corrected_id) WHERE corrected_id IS NOT NULL;
