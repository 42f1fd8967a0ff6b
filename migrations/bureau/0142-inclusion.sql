-- 启用日期: from which day an organisation and all below it is reckoned with; one for each organisation that has its own.
CREATE TABLE inclusion (
  fact_id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL UNIQUE,
  from_day date NOT NULL
);
