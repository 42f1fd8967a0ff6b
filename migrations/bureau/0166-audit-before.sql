-- What the particulars of an entry were before, where the act changed something of the administration: words of ours, days and numbers, never a typed word.
ALTER TABLE audit_entry ADD COLUMN before jsonb NOT NULL DEFAULT '{}'::jsonb;
