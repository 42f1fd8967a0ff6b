-- Kept answers older than some weeks are dropped (dropOldAnswers, the sweep of the job runner): "the oldest first".
CREATE INDEX idempotency_by_age ON idempotency (created_at);
