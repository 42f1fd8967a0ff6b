-- Who may do what inside a bureau. All other rights are taken back before these lines run, so a table without a line
-- here is closed to every role but the owner.
-- Append-only tables grant INSERT on the columns that the application fills; number and time come from the database,
-- so nobody can backdate. Write it as INSERT (column, column): on Citus that becomes INSERT on the whole table.

-- Accounts, sessions, grants.
GRANT SELECT, INSERT, UPDATE ON person, account, role_grant TO zhibu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON login_session, sign_in_tries TO zhibu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor, recovery_code TO zhibu_app;
GRANT SELECT, INSERT, DELETE ON second_factor_demand, used_ticket TO zhibu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON kept_columns TO zhibu_app;
GRANT SELECT, INSERT, DELETE ON idempotency TO zhibu_app;
GRANT UPDATE (status, answer) ON idempotency TO zhibu_app;

-- Append-only: the audit trail, the fact log, the ledger. No role of ours may change or remove a row.
GRANT SELECT ON audit_entry TO zhibu_app, zhibu_auditor;
GRANT INSERT (account_id, person_id, operation, request_id, subject_kind, subject_id, organisation_id, details, before) ON audit_entry TO zhibu_app;
GRANT SELECT ON fact_log TO zhibu_app, zhibu_reader, zhibu_auditor;
GRANT INSERT (fact_id, version, kind, change, state, day, period, standing, recorded_by_account, recorded_by, recorded_on, text_hash) ON fact_log TO zhibu_app;
GRANT SELECT ON ledger_entry TO zhibu_app, zhibu_reader, zhibu_auditor;
GRANT INSERT (person_id, kind, of, part, window_key, fact_id, moved_by, value, reverses, for_period, booked_in, seq) ON ledger_entry TO zhibu_app;

-- Free text beside the log: written once, blanked with a tombstone.
GRANT SELECT, INSERT (fact_id, version, text) ON fact_text TO zhibu_app;
GRANT UPDATE (text, blanked_at) ON fact_text TO zhibu_app;
GRANT SELECT, INSERT (hash, text) ON scheme_text TO zhibu_app;
GRANT SELECT, DELETE, INSERT (id, name, media_type, sha256, bytes, account_id, expires_at) ON file TO zhibu_app;

-- Derived from the log; dropped and rebuilt at will.
GRANT SELECT, INSERT, UPDATE, DELETE ON fact, fact_person, organisation, organisation_placement, membership, post, shift_team, team_placement,
  leave, closed_duty, secondment, study_stop, arrangement, session, session_study, make_up, confirmation, scheme_adoption, calendar_year, standing,
  record, record_person, assignment, particulars, branch_month, projection_due, branch_item, branch_year, branch_result, assessment_due,
  closing, late_filing_grant, statement, self_check, delegation,
  branch_review, branch_review_grade, self_review,
  draw, draw_branch,
  member_review, member_result, objection,
  target_plan, inclusion TO zhibu_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON check_sheet, check_sheet_judge, recusal, problem TO zhibu_app;
GRANT SELECT, INSERT, UPDATE ON points_account TO zhibu_app;
GRANT SELECT, INSERT, UPDATE ON job TO zhibu_app;

-- What was imported together, and what of it was taken back together.
GRANT SELECT, INSERT ON import_batch, import_batch_fact, import_batch_change, import_batch_person, import_batch_withdrawal TO zhibu_app;
GRANT SELECT, INSERT, UPDATE ON filing_reminder TO zhibu_app;

-- What the bureau called itself, name after name.
GRANT SELECT, INSERT (zh, en, named_by, named_at) ON bureau_name TO zhibu_app;

-- Complaints and their answers are added and read.
GRANT SELECT, INSERT ON complaint, complaint_answer TO zhibu_app;
GRANT SELECT, INSERT (switch, opened, document, decided_by, decided_on, until_day, changed_by, changed_at) ON compliance_change TO zhibu_app;

-- Invitations of lecturers with what was said to them, and recommended lectures: nothing is changed afterwards.
GRANT SELECT, INSERT ON lecturer_invitation, invitation_answer, lecture_recommendation TO zhibu_app;

-- Selections for an award: what was proposed, noticed and decided stays as it was.
GRANT SELECT, INSERT ON award_selection, award_nomination, award_step TO zhibu_app;

-- Circulars of quarters: each revision beside what was issued before.
GRANT SELECT, INSERT ON quarter_circular TO zhibu_app;

-- A branch signs once for what a review decided on it.
GRANT SELECT, INSERT ON review_receipt TO zhibu_app;
