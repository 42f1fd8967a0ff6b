-- A grant can be ended at once: from the next request on, not from midnight on (A13). Who ended it stays known.
ALTER TABLE role_grant ADD COLUMN ended_at timestamptz, ADD COLUMN ended_by uuid REFERENCES account;
