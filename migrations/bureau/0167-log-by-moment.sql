-- Versions that followed another, by the moment of their transaction: the audit trail asks which facts one of its entries moved.
CREATE INDEX fact_log_by_moment ON fact_log (logged_at) WHERE version > 1;
