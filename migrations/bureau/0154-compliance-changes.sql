-- Switches of functions that rules on 指尖上的形式主义 restrict: who opened or closed which, on what document, until when. The newest row holds.
CREATE TABLE compliance_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  switch text NOT NULL,
  opened boolean NOT NULL, -- what the change is, not a state: each change is a row of its own
  document text NOT NULL CHECK (document <> ''),
  decided_by text NOT NULL CHECK (decided_by <> ''),
  decided_on date NOT NULL,
  until_day date,
  changed_by uuid NOT NULL REFERENCES account,
  changed_at timestamptz NOT NULL
);
