-- 投诉建议 of anybody about the system, the work or its burden, with the day by which it is answered. Words of persons: no facts.
CREATE TABLE complaint (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('complaint', 'suggestion')),
  text text NOT NULL,
  -- Address of the page below which it was written.
  page text NOT NULL,
  -- The home of who wrote, or the top of the bureau: whose office answers.
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  filed_at timestamptz NOT NULL,
  filed_on date NOT NULL,
  due date NOT NULL
);
-- What is open, oldest first; and one's own.
CREATE INDEX complaint_by_day ON complaint (filed_on, id);
CREATE INDEX complaint_of_account ON complaint (account_id, filed_on);

CREATE TABLE complaint_answer (
  complaint_id uuid PRIMARY KEY REFERENCES complaint,
  text text NOT NULL,
  answered_by uuid NOT NULL REFERENCES account,
  answered_at timestamptz NOT NULL
);
