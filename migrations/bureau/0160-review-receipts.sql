-- 签收年度考核结果: which branch has received what a circulated review decided on it, by whom; a row is only added.
CREATE TABLE review_receipt (
  -- The review or its revision; each is signed for by itself.
  review_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  remark text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid REFERENCES person,
  signed_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (review_id, organisation_id)
);
