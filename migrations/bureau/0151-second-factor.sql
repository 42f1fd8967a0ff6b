-- A second factor by time (RFC 6238) for whoever wants one, and for roles of which it is demanded.
CREATE TABLE second_factor (
  account_id uuid PRIMARY KEY REFERENCES account,
  -- Sealed under a key that is derived from the installation's secret and bound to the account.
  sealed_secret text NOT NULL,
  enrolled_at timestamptz NOT NULL,
  -- The newest time step whose code was taken: the same code, and an older one, is refused.
  last_step bigint NOT NULL
);

-- For a lost phone; each works once.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account,
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

-- Roles whose holders must have one.
CREATE TABLE second_factor_demand (
  role text PRIMARY KEY,
  demanded_by uuid NOT NULL REFERENCES account,
  demanded_at timestamptz NOT NULL
);
