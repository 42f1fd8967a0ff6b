-- Typed rows of registers (登记簿) that a scheme declares, of assigned tasks, and of what rules may know of a person.
CREATE TABLE record (
  fact_id uuid PRIMARY KEY,
  register text NOT NULL,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date
);
-- The list of one register of one organisation, newest first.
CREATE INDEX record_of_organisation ON record (organisation_id, register, from_day);
CREATE INDEX record_of_register ON record (register, from_day);

CREATE TABLE record_person (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  part text
);
CREATE INDEX record_person_of_fact ON record_person (fact_id);
CREATE INDEX record_person_of_person ON record_person (person_id);

CREATE TABLE assignment (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  from_day date NOT NULL,
  due_day date NOT NULL,
  stage text NOT NULL,
  handed_in_on date
);
CREATE INDEX assignment_of_organisation ON assignment (organisation_id, due_day);
CREATE INDEX assignment_of_person ON assignment (person_id, due_day);

CREATE TABLE particulars (
  fact_id uuid PRIMARY KEY,
  person_id uuid NOT NULL UNIQUE REFERENCES person,
  joined_party date,
  missing integer NOT NULL
);

-- A base (基础分) and what a missing sibling's mark adds (分摊) stand in the ledger as rows of their own.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_kind_check;
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_kind_check CHECK (kind IN ('raw', 'limit', 'share', 'base', 'raise'));
