-- For the audit screen: the entries of some days, and the newest of one operation.
CREATE INDEX audit_entry_by_time ON audit_entry (at);
CREATE INDEX audit_entry_by_operation ON audit_entry (operation, id);
