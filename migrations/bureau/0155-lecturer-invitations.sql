-- A branch invites a lecturer of the register; that the lecture was held follows from the record of a session.
CREATE TABLE lecturer_invitation (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  -- The entry of the register of lecturers, and whom it names.
  entry_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  -- The day that the branch wishes for.
  day date NOT NULL,
  topic text NOT NULL,
  account_id uuid NOT NULL,
  asked_by uuid REFERENCES person,
  asked_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
-- What a branch asked for, and what waits for a lecturer.
CREATE INDEX lecturer_invitation_of_branch ON lecturer_invitation (organisation_id, asked_on);
CREATE INDEX lecturer_invitation_of_person ON lecturer_invitation (person_id, asked_on);

-- What was said to it, one after the other; the last holds.
CREATE TABLE invitation_answer (
  invitation_id uuid NOT NULL REFERENCES lecturer_invitation,
  number smallint NOT NULL,
  stage text NOT NULL CHECK (stage IN ('accepted', 'declined', 'withdrawn')),
  -- The day agreed on.
  day date CHECK ((day IS NOT NULL) = (stage = 'accepted')),
  reason text NOT NULL CHECK (stage = 'accepted' OR reason <> ''),
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  answered_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (invitation_id, number)
);
