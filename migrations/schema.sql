-- Written by npm run schema; nothing runs it.

-- Shared by all bureaus

CREATE TABLE bureau (
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT bureau_pkey PRIMARY KEY (code),
  CONSTRAINT bureau_code_check CHECK ((code ~ '^[a-z][a-z0-9]{1,29}$'::text)),
  CONSTRAINT bureau_kind_check CHECK ((kind = ANY (ARRAY['demo'::text, 'own'::text]))),
  CONSTRAINT bureau_name_en_check CHECK ((name_en <> ''::text)),
  CONSTRAINT bureau_name_zh_check CHECK ((name_zh <> ''::text))
);
GRANT SELECT ON bureau TO zhibu_app;
GRANT SELECT ON bureau TO zhibu_auditor;
GRANT SELECT ON bureau TO zhibu_reader;

CREATE TABLE migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

-- In every bureau

CREATE TABLE account (
  id uuid NOT NULL,
  user_name text NOT NULL,
  person_id uuid,
  password_hash text NOT NULL,
  must_change_password boolean NOT NULL DEFAULT true,
  closed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT account_person_id_key UNIQUE (person_id),
  CONSTRAINT account_user_name_key UNIQUE (user_name),
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT, UPDATE ON account TO zhibu_app;

CREATE TABLE arrangement (
  fact_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  day date NOT NULL,
  activities text[] NOT NULL,
  CONSTRAINT arrangement_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX arrangement_by_day ON arrangement USING btree (day);
GRANT DELETE, INSERT, SELECT, UPDATE ON arrangement TO zhibu_app;

CREATE TABLE assessment_due (
  seq bigint NOT NULL,
  organisation_id uuid,
  year integer
);
CREATE INDEX assessment_due_in_turn ON assessment_due USING btree (seq);
GRANT DELETE, INSERT, SELECT, UPDATE ON assessment_due TO zhibu_app;

CREATE TABLE assignment (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_day date NOT NULL,
  due_day date NOT NULL,
  stage text NOT NULL,
  handed_in_on date,
  CONSTRAINT assignment_pkey PRIMARY KEY (fact_id),
  CONSTRAINT assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX assignment_of_organisation ON assignment USING btree (organisation_id, due_day);
CREATE INDEX assignment_of_person ON assignment USING btree (person_id, due_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON assignment TO zhibu_app;

CREATE TABLE audit_entry (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL DEFAULT now(),
  account_id uuid,
  person_id uuid,
  operation text NOT NULL,
  request_id text NOT NULL,
  subject_kind text,
  subject_id text,
  organisation_id uuid,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  before jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_by_account ON audit_entry USING btree (account_id, id);
CREATE INDEX audit_entry_by_operation ON audit_entry USING btree (operation, id);
CREATE INDEX audit_entry_by_subject ON audit_entry USING btree (subject_id);
CREATE INDEX audit_entry_by_time ON audit_entry USING btree (at);
GRANT INSERT (account_id, before, details, operation, organisation_id, person_id, request_id, subject_id, subject_kind), SELECT ON audit_entry TO zhibu_app;
GRANT SELECT ON audit_entry TO zhibu_auditor;

CREATE TABLE award_nomination (
  selection_id uuid NOT NULL,
  nominee_id uuid NOT NULL,
  number smallint NOT NULL,
  organisation_id uuid NOT NULL,
  proposed boolean NOT NULL,
  minutes text NOT NULL,
  reason text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  proposed_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT award_nomination_pkey PRIMARY KEY (selection_id, nominee_id, number),
  CONSTRAINT award_nomination_nominee_id_fkey FOREIGN KEY (nominee_id) REFERENCES person(id),
  CONSTRAINT award_nomination_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT award_nomination_selection_id_fkey FOREIGN KEY (selection_id) REFERENCES award_selection(id)
);
GRANT INSERT, SELECT ON award_nomination TO zhibu_app;

CREATE TABLE award_selection (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  quota integer NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  opened_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT award_selection_pkey PRIMARY KEY (id),
  CONSTRAINT award_selection_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT award_selection_quota_check CHECK ((quota > 0))
);
CREATE INDEX award_selection_of_year ON award_selection USING btree (year);
GRANT INSERT, SELECT ON award_selection TO zhibu_app;

CREATE TABLE award_step (
  selection_id uuid NOT NULL,
  number smallint NOT NULL,
  stage text NOT NULL,
  persons uuid[] NOT NULL,
  from_day date,
  until_day date,
  words text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  taken_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT award_step_pkey PRIMARY KEY (selection_id, number),
  CONSTRAINT award_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT award_step_selection_id_fkey FOREIGN KEY (selection_id) REFERENCES award_selection(id),
  CONSTRAINT award_step_stage_check CHECK ((stage = ANY (ARRAY['noticed'::text, 'returned'::text, 'decided'::text])))
);
GRANT INSERT, SELECT ON award_step TO zhibu_app;

CREATE TABLE branch_item (
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  aspect text NOT NULL,
  item text NOT NULL,
  value integer,
  full_mark integer,
  state text NOT NULL,
  progress_to_date integer,
  lacks jsonb NOT NULL,
  CONSTRAINT branch_item_pkey PRIMARY KEY (organisation_id, year, item)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON branch_item TO zhibu_app;

CREATE TABLE branch_month (
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  activity text NOT NULL,
  arranged integer NOT NULL,
  held integer NOT NULL,
  not_held integer NOT NULL,
  stopped integer NOT NULL,
  to_confirm integer NOT NULL,
  late integer NOT NULL,
  to_record_from text[] NOT NULL,
  expected integer NOT NULL,
  present integer NOT NULL,
  made_up integer NOT NULL,
  excused integer NOT NULL,
  absent integer NOT NULL,
  CONSTRAINT branch_month_pkey PRIMARY KEY (organisation_id, period, activity)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON branch_month TO zhibu_app;

CREATE TABLE branch_result (
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  counted_on date NOT NULL,
  scheme text NOT NULL,
  scheme_version integer NOT NULL,
  evaluator integer NOT NULL,
  branch jsonb NOT NULL,
  CONSTRAINT branch_result_pkey PRIMARY KEY (year, organisation_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON branch_result TO zhibu_app;

CREATE TABLE branch_review (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  result text NOT NULL,
  year integer NOT NULL,
  revision integer NOT NULL,
  stage text NOT NULL,
  CONSTRAINT branch_review_year_result_organisation_id_revision_key UNIQUE (year, result, organisation_id, revision),
  CONSTRAINT branch_review_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON branch_review TO zhibu_app;

CREATE TABLE branch_review_grade (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  score integer,
  proposed text,
  grade text,
  CONSTRAINT branch_review_grade_pkey PRIMARY KEY (fact_id, organisation_id)
);
CREATE INDEX branch_review_grade_of_organisation ON branch_review_grade USING btree (organisation_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON branch_review_grade TO zhibu_app;

CREATE TABLE branch_year (
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  aspect text NOT NULL,
  value integer,
  full_mark integer,
  progress_to_date integer,
  quarter_value integer,
  counted_on date NOT NULL,
  CONSTRAINT branch_year_pkey PRIMARY KEY (organisation_id, year, aspect)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON branch_year TO zhibu_app;

CREATE TABLE bureau_name (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  zh text NOT NULL,
  en text NOT NULL,
  named_by uuid NOT NULL,
  named_at timestamp with time zone NOT NULL,
  CONSTRAINT bureau_name_pkey PRIMARY KEY (id),
  CONSTRAINT bureau_name_named_by_fkey FOREIGN KEY (named_by) REFERENCES account(id),
  CONSTRAINT bureau_name_en_check CHECK ((en <> ''::text)),
  CONSTRAINT bureau_name_zh_check CHECK ((zh <> ''::text))
);
GRANT INSERT (en, named_at, named_by, zh), SELECT ON bureau_name TO zhibu_app;

CREATE TABLE calendar_year (
  fact_id uuid NOT NULL,
  year integer NOT NULL,
  CONSTRAINT calendar_year_year_key UNIQUE (year),
  CONSTRAINT calendar_year_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_year TO zhibu_app;

CREATE TABLE check_sheet (
  fact_id uuid NOT NULL,
  draw_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  window_key text NOT NULL,
  stage text NOT NULL,
  day date NOT NULL,
  CONSTRAINT check_sheet_draw_id_organisation_id_key UNIQUE (draw_id, organisation_id),
  CONSTRAINT check_sheet_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX check_sheet_of_organisation ON check_sheet USING btree (organisation_id, window_key);
GRANT DELETE, INSERT, SELECT, UPDATE ON check_sheet TO zhibu_app;

CREATE TABLE check_sheet_judge (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT check_sheet_judge_pkey PRIMARY KEY (fact_id, person_id),
  CONSTRAINT check_sheet_judge_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES check_sheet(fact_id),
  CONSTRAINT check_sheet_judge_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX check_sheet_of_judge ON check_sheet_judge USING btree (person_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON check_sheet_judge TO zhibu_app;

CREATE TABLE closed_duty (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  study_at_post boolean NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  CONSTRAINT closed_duty_pkey PRIMARY KEY (fact_id, person_id),
  CONSTRAINT closed_duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON closed_duty TO zhibu_app;

CREATE TABLE closing (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  window_key text NOT NULL,
  stage text NOT NULL,
  CONSTRAINT closing_window_key_organisation_id_key UNIQUE (window_key, organisation_id),
  CONSTRAINT closing_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON closing TO zhibu_app;

CREATE TABLE complaint (
  id uuid NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  page text NOT NULL,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  filed_at timestamp with time zone NOT NULL,
  filed_on date NOT NULL,
  due date NOT NULL,
  CONSTRAINT complaint_pkey PRIMARY KEY (id),
  CONSTRAINT complaint_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT complaint_kind_check CHECK ((kind = ANY (ARRAY['complaint'::text, 'suggestion'::text])))
);
CREATE INDEX complaint_by_day ON complaint USING btree (filed_on, id);
CREATE INDEX complaint_of_account ON complaint USING btree (account_id, filed_on);
GRANT INSERT, SELECT ON complaint TO zhibu_app;

CREATE TABLE complaint_answer (
  complaint_id uuid NOT NULL,
  text text NOT NULL,
  answered_by uuid NOT NULL,
  answered_at timestamp with time zone NOT NULL,
  CONSTRAINT complaint_answer_pkey PRIMARY KEY (complaint_id),
  CONSTRAINT complaint_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  CONSTRAINT complaint_answer_complaint_id_fkey FOREIGN KEY (complaint_id) REFERENCES complaint(id)
);
GRANT INSERT, SELECT ON complaint_answer TO zhibu_app;

CREATE TABLE compliance_change (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  switch text NOT NULL,
  opened boolean NOT NULL,
  document text NOT NULL,
  decided_by text NOT NULL,
  decided_on date NOT NULL,
  until_day date,
  changed_by uuid NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT compliance_change_pkey PRIMARY KEY (id),
  CONSTRAINT compliance_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES account(id),
  CONSTRAINT compliance_change_decided_by_check CHECK ((decided_by <> ''::text)),
  CONSTRAINT compliance_change_document_check CHECK ((document <> ''::text))
);
GRANT INSERT (changed_at, changed_by, decided_by, decided_on, document, opened, switch, until_day), SELECT ON compliance_change TO zhibu_app;

CREATE TABLE confirmation (
  fact_id uuid NOT NULL,
  confirmed_id uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT confirmation_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX confirmation_of_fact ON confirmation USING btree (confirmed_id, version);
GRANT DELETE, INSERT, SELECT, UPDATE ON confirmation TO zhibu_app;

CREATE TABLE delegation (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  person_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  CONSTRAINT delegation_pkey PRIMARY KEY (fact_id),
  CONSTRAINT delegation_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES person(id),
  CONSTRAINT delegation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX delegation_of_organisation ON delegation USING btree (organisation_id, to_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON delegation TO zhibu_app;

CREATE TABLE draw (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  window_key text NOT NULL,
  stage text NOT NULL,
  CONSTRAINT draw_pkey PRIMARY KEY (fact_id)
);
CREATE UNIQUE INDEX draw_that_stands ON draw USING btree (organisation_id, window_key) WHERE (stage <> 'void'::text);
GRANT DELETE, INSERT, SELECT, UPDATE ON draw TO zhibu_app;

CREATE TABLE draw_branch (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  window_key text NOT NULL,
  CONSTRAINT draw_branch_pkey PRIMARY KEY (fact_id, organisation_id),
  CONSTRAINT draw_branch_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES draw(fact_id)
);
CREATE INDEX draw_of_branch ON draw_branch USING btree (organisation_id, window_key);
GRANT DELETE, INSERT, SELECT, UPDATE ON draw_branch TO zhibu_app;

CREATE TABLE fact (
  fact_id uuid NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  seq bigint NOT NULL,
  withdrawn boolean NOT NULL,
  standing text NOT NULL,
  organisation_id uuid,
  day date NOT NULL,
  period text NOT NULL,
  recorded_by uuid,
  recorded_on date NOT NULL,
  state jsonb NOT NULL,
  CONSTRAINT fact_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX fact_by_kind_day ON fact USING btree (kind, day);
CREATE INDEX fact_by_organisation ON fact USING btree (organisation_id, kind, day);
GRANT DELETE, INSERT, SELECT, UPDATE ON fact TO zhibu_app;

CREATE TABLE fact_log (
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  fact_id uuid NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  change text NOT NULL,
  state jsonb NOT NULL,
  day date NOT NULL,
  period text NOT NULL,
  standing text NOT NULL,
  recorded_by_account uuid,
  recorded_by uuid,
  recorded_on date NOT NULL,
  text_hash text,
  logged_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT fact_log_fact_id_version_key UNIQUE (fact_id, version),
  CONSTRAINT fact_log_pkey PRIMARY KEY (seq),
  CONSTRAINT fact_log_change_check CHECK ((change = ANY (ARRAY['recorded'::text, 'amended'::text, 'withdrawn'::text]))),
  CONSTRAINT fact_log_standing_check CHECK ((standing = ANY (ARRAY['counted'::text, 'proposed'::text])))
);
CREATE INDEX fact_log_by_moment ON fact_log USING btree (logged_at) WHERE (version > 1);
CREATE INDEX fact_log_of_belonging ON fact_log USING btree (logged_at) WHERE (kind = ANY (ARRAY['membership'::text, 'post'::text]));
GRANT INSERT (change, day, fact_id, kind, period, recorded_by, recorded_by_account, recorded_on, standing, state, text_hash, version), SELECT ON fact_log TO zhibu_app;
GRANT SELECT ON fact_log TO zhibu_auditor;
GRANT SELECT ON fact_log TO zhibu_reader;

CREATE TABLE fact_person (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT fact_person_pkey PRIMARY KEY (person_id, fact_id),
  CONSTRAINT fact_person_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES fact(fact_id) ON DELETE CASCADE
);
CREATE INDEX fact_person_of_fact ON fact_person USING btree (fact_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON fact_person TO zhibu_app;

CREATE TABLE fact_text (
  fact_id uuid NOT NULL,
  version integer NOT NULL,
  text jsonb,
  blanked_at timestamp with time zone,
  CONSTRAINT fact_text_pkey PRIMARY KEY (fact_id, version)
);
GRANT INSERT (fact_id, text, version), SELECT, UPDATE (blanked_at, text) ON fact_text TO zhibu_app;

CREATE TABLE file (
  id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  account_id uuid,
  stored_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone,
  CONSTRAINT file_pkey PRIMARY KEY (id)
);
CREATE INDEX file_by_expiry ON file USING btree (expires_at) WHERE (expires_at IS NOT NULL);
GRANT DELETE, INSERT (account_id, bytes, expires_at, id, media_type, name, sha256), SELECT ON file TO zhibu_app;

CREATE TABLE filing_reminder (
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  reminded_on date NOT NULL,
  account_id uuid NOT NULL,
  CONSTRAINT filing_reminder_pkey PRIMARY KEY (period, organisation_id)
);
GRANT INSERT, SELECT, UPDATE ON filing_reminder TO zhibu_app;

CREATE TABLE idempotency (
  account_id uuid NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  fingerprint text NOT NULL,
  status integer,
  answer text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_pkey PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_by_age ON idempotency USING btree (created_at);
GRANT DELETE, INSERT, SELECT, UPDATE (answer, status) ON idempotency TO zhibu_app;

CREATE TABLE import_batch (
  id uuid NOT NULL,
  kind text NOT NULL,
  register text,
  account_id uuid NOT NULL,
  person_id uuid,
  file_name text NOT NULL,
  there integer NOT NULL,
  left_out integer NOT NULL,
  recorded_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT import_batch_pkey PRIMARY KEY (id),
  CONSTRAINT import_batch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX import_batch_of_register ON import_batch USING btree (kind, register, recorded_at);
GRANT INSERT, SELECT ON import_batch TO zhibu_app;

CREATE TABLE import_batch_change (
  batch_id uuid NOT NULL,
  fact_id uuid NOT NULL,
  version integer NOT NULL,
  CONSTRAINT import_batch_change_pkey PRIMARY KEY (batch_id, fact_id),
  CONSTRAINT import_batch_change_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id)
);
GRANT INSERT, SELECT ON import_batch_change TO zhibu_app;

CREATE TABLE import_batch_fact (
  fact_id uuid NOT NULL,
  batch_id uuid NOT NULL,
  CONSTRAINT import_batch_fact_pkey PRIMARY KEY (fact_id),
  CONSTRAINT import_batch_fact_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id)
);
CREATE INDEX import_batch_fact_of_batch ON import_batch_fact USING btree (batch_id);
GRANT INSERT, SELECT ON import_batch_fact TO zhibu_app;

CREATE TABLE import_batch_person (
  batch_id uuid NOT NULL,
  person_id uuid NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  CONSTRAINT import_batch_person_pkey PRIMARY KEY (batch_id, person_id),
  CONSTRAINT import_batch_person_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  CONSTRAINT import_batch_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON import_batch_person TO zhibu_app;

CREATE TABLE import_batch_withdrawal (
  batch_id uuid NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  recorded_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT import_batch_withdrawal_pkey PRIMARY KEY (batch_id),
  CONSTRAINT import_batch_withdrawal_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES import_batch(id),
  CONSTRAINT import_batch_withdrawal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON import_batch_withdrawal TO zhibu_app;

CREATE TABLE inclusion (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  CONSTRAINT inclusion_organisation_id_key UNIQUE (organisation_id),
  CONSTRAINT inclusion_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON inclusion TO zhibu_app;

CREATE TABLE invitation_answer (
  invitation_id uuid NOT NULL,
  number smallint NOT NULL,
  stage text NOT NULL,
  day date,
  reason text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  answered_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT invitation_answer_pkey PRIMARY KEY (invitation_id, number),
  CONSTRAINT invitation_answer_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES lecturer_invitation(id),
  CONSTRAINT invitation_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT invitation_answer_check CHECK (((day IS NOT NULL) = (stage = 'accepted'::text))),
  CONSTRAINT invitation_answer_check1 CHECK (((stage = 'accepted'::text) OR (reason <> ''::text))),
  CONSTRAINT invitation_answer_stage_check CHECK ((stage = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])))
);
GRANT INSERT, SELECT ON invitation_answer TO zhibu_app;

CREATE TABLE job (
  id uuid NOT NULL,
  kind text NOT NULL,
  account_id uuid NOT NULL,
  input jsonb NOT NULL,
  state text NOT NULL,
  done integer NOT NULL DEFAULT 0,
  total integer,
  doing jsonb,
  result jsonb,
  cancel_asked boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  started_at timestamp with time zone,
  alive_at timestamp with time zone,
  ended_at timestamp with time zone,
  attempts integer NOT NULL DEFAULT 0,
  CONSTRAINT job_pkey PRIMARY KEY (id),
  CONSTRAINT job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX job_of_account ON job USING btree (account_id, kind, created_at);
CREATE INDEX job_to_take ON job USING btree (created_at) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
GRANT INSERT, SELECT, UPDATE ON job TO zhibu_app;

CREATE TABLE kept_columns (
  account_id uuid NOT NULL,
  table_name text NOT NULL,
  away text[] NOT NULL,
  kept_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT kept_columns_pkey PRIMARY KEY (account_id, table_name),
  CONSTRAINT kept_columns_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON kept_columns TO zhibu_app;

CREATE TABLE late_filing_grant (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  to_day date NOT NULL,
  CONSTRAINT late_filing_grant_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX late_filing_grant_of_period ON late_filing_grant USING btree (period, organisation_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON late_filing_grant TO zhibu_app;

CREATE TABLE leave (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  reason text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  CONSTRAINT leave_pkey PRIMARY KEY (fact_id),
  CONSTRAINT leave_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX leave_of_person ON leave USING btree (person_id, from_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON leave TO zhibu_app;

CREATE TABLE lecture_recommendation (
  session_id uuid NOT NULL,
  number smallint NOT NULL,
  recommended boolean NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  recommended_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT lecture_recommendation_pkey PRIMARY KEY (session_id, number),
  CONSTRAINT lecture_recommendation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON lecture_recommendation TO zhibu_app;

CREATE TABLE lecturer_invitation (
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  person_id uuid NOT NULL,
  day date NOT NULL,
  topic text NOT NULL,
  account_id uuid NOT NULL,
  asked_by uuid,
  asked_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT lecturer_invitation_pkey PRIMARY KEY (id),
  CONSTRAINT lecturer_invitation_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  CONSTRAINT lecturer_invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX lecturer_invitation_of_branch ON lecturer_invitation USING btree (organisation_id, asked_on);
CREATE INDEX lecturer_invitation_of_person ON lecturer_invitation USING btree (person_id, asked_on);
GRANT INSERT, SELECT ON lecturer_invitation TO zhibu_app;

CREATE TABLE ledger_entry (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  person_id uuid NOT NULL,
  kind text NOT NULL,
  of text NOT NULL,
  part text NOT NULL,
  window_key text NOT NULL,
  fact_id uuid,
  moved_by uuid NOT NULL,
  value integer NOT NULL,
  reverses bigint,
  for_period text NOT NULL,
  booked_in text NOT NULL,
  seq bigint NOT NULL,
  posted_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT ledger_entry_reverses_key UNIQUE (reverses),
  CONSTRAINT ledger_entry_pkey PRIMARY KEY (id),
  CONSTRAINT ledger_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES points_account(person_id),
  CONSTRAINT ledger_entry_reverses_fkey FOREIGN KEY (reverses) REFERENCES ledger_entry(id),
  CONSTRAINT ledger_entry_check CHECK (((kind = 'raw'::text) = (fact_id IS NOT NULL))),
  CONSTRAINT ledger_entry_kind_check CHECK ((kind = ANY (ARRAY['raw'::text, 'limit'::text, 'share'::text, 'base'::text, 'raise'::text]))),
  CONSTRAINT ledger_entry_value_check CHECK ((value <> 0))
);
CREATE INDEX ledger_entry_of_person ON ledger_entry USING btree (person_id, window_key);
GRANT INSERT (booked_in, fact_id, for_period, kind, moved_by, of, part, person_id, reverses, seq, value, window_key), SELECT ON ledger_entry TO zhibu_app;
GRANT SELECT ON ledger_entry TO zhibu_auditor;
GRANT SELECT ON ledger_entry TO zhibu_reader;

CREATE TABLE login_session (
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  device text,
  came_by text NOT NULL DEFAULT 'password'::text,
  CONSTRAINT login_session_pkey PRIMARY KEY (token_hash),
  CONSTRAINT login_session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT login_session_came_by_check CHECK ((came_by = ANY (ARRAY['password'::text, 'ticket'::text, 'strongTicket'::text])))
);
CREATE INDEX login_session_of_account ON login_session USING btree (account_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON login_session TO zhibu_app;

CREATE TABLE make_up (
  fact_id uuid NOT NULL,
  session_id uuid NOT NULL,
  person_id uuid NOT NULL,
  day date NOT NULL,
  way text NOT NULL,
  CONSTRAINT make_up_session_id_person_id_key UNIQUE (session_id, person_id),
  CONSTRAINT make_up_pkey PRIMARY KEY (fact_id),
  CONSTRAINT make_up_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX make_up_of_person ON make_up USING btree (person_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON make_up TO zhibu_app;

CREATE TABLE member_result (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  review_id uuid NOT NULL,
  year integer NOT NULL,
  grade text NOT NULL,
  stage text NOT NULL,
  CONSTRAINT member_result_person_id_year_key UNIQUE (person_id, year),
  CONSTRAINT member_result_pkey PRIMARY KEY (fact_id),
  CONSTRAINT member_result_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX member_result_of_review ON member_result USING btree (review_id);
CREATE INDEX member_result_of_year ON member_result USING btree (year, grade);
GRANT DELETE, INSERT, SELECT, UPDATE ON member_result TO zhibu_app;

CREATE TABLE member_review (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  stage text NOT NULL,
  CONSTRAINT member_review_year_organisation_id_key UNIQUE (year, organisation_id),
  CONSTRAINT member_review_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON member_review TO zhibu_app;

CREATE TABLE membership (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  group_id uuid,
  stage text NOT NULL,
  staff_kind text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT membership_pkey PRIMARY KEY (fact_id),
  CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX membership_of_group ON membership USING btree (group_id, from_day) WHERE (group_id IS NOT NULL);
CREATE INDEX membership_of_organisation ON membership USING btree (organisation_id, from_day);
CREATE INDEX membership_of_person ON membership USING btree (person_id, from_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON membership TO zhibu_app;

CREATE TABLE migration (
  number integer NOT NULL,
  name text NOT NULL,
  checksum text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT migration_pkey PRIMARY KEY (number)
);

CREATE TABLE objection (
  fact_id uuid NOT NULL,
  disputed_id uuid,
  item text,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  raised_by uuid NOT NULL,
  period text NOT NULL,
  stage text NOT NULL,
  verdict text,
  corrected_id uuid,
  corrected_version integer,
  CONSTRAINT objection_pkey PRIMARY KEY (fact_id),
  CONSTRAINT objection_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES person(id)
);
CREATE INDEX objection_by_corrected ON objection USING btree (corrected_id) WHERE (corrected_id IS NOT NULL);
CREATE INDEX objection_by_disputed ON objection USING btree (disputed_id) WHERE (disputed_id IS NOT NULL);
CREATE INDEX objection_of_organisation ON objection USING btree (organisation_id);
CREATE INDEX objection_of_subject ON objection USING btree (subject_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON objection TO zhibu_app;

CREATE TABLE organisation (
  fact_id uuid NOT NULL,
  id uuid NOT NULL,
  category text NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  founded date NOT NULL,
  dissolved date,
  parent_id uuid,
  CONSTRAINT organisation_number_key UNIQUE (number),
  CONSTRAINT organisation_pkey PRIMARY KEY (id)
);
CREATE INDEX organisation_by_parent ON organisation USING btree (parent_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON organisation TO zhibu_app;

CREATE TABLE organisation_placement (
  fact_id uuid NOT NULL,
  parent_id uuid,
  from_day date NOT NULL,
  CONSTRAINT organisation_placement_pkey PRIMARY KEY (fact_id, from_day)
);
CREATE INDEX organisation_placement_below ON organisation_placement USING btree (parent_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON organisation_placement TO zhibu_app;

CREATE TABLE particulars (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  joined_party date,
  missing integer NOT NULL,
  CONSTRAINT particulars_person_id_key UNIQUE (person_id),
  CONSTRAINT particulars_pkey PRIMARY KEY (fact_id),
  CONSTRAINT particulars_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON particulars TO zhibu_app;

CREATE TABLE person (
  id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  gender text,
  birth_date date,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  erased_at timestamp with time zone,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT person_number_key UNIQUE (number),
  CONSTRAINT person_pkey PRIMARY KEY (id)
);
GRANT INSERT, SELECT, UPDATE ON person TO zhibu_app;

CREATE TABLE points_account (
  person_id uuid NOT NULL,
  CONSTRAINT points_account_pkey PRIMARY KEY (person_id),
  CONSTRAINT points_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT, UPDATE ON points_account TO zhibu_app;

CREATE TABLE post (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  post text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT post_pkey PRIMARY KEY (fact_id),
  CONSTRAINT post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX post_of_organisation ON post USING btree (organisation_id, from_day);
CREATE INDEX post_of_person ON post USING btree (person_id, from_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON post TO zhibu_app;

CREATE TABLE problem (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  sheet_id uuid,
  stage text NOT NULL,
  from_day date NOT NULL,
  due_day date NOT NULL,
  closed_on date,
  CONSTRAINT problem_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX problem_of_organisation ON problem USING btree (organisation_id, due_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON problem TO zhibu_app;

CREATE TABLE projection_due (
  seq bigint NOT NULL,
  organisation_id uuid,
  period text
);
CREATE INDEX projection_due_in_turn ON projection_due USING btree (seq);
CREATE INDEX projection_due_of_month ON projection_due USING btree (organisation_id, period);
GRANT DELETE, INSERT, SELECT, UPDATE ON projection_due TO zhibu_app;

CREATE TABLE quarter_circular (
  draw_id uuid NOT NULL,
  number smallint NOT NULL,
  day date NOT NULL,
  as_of_seq bigint NOT NULL,
  content jsonb NOT NULL,
  reason text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  issued_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT quarter_circular_pkey PRIMARY KEY (draw_id, number),
  CONSTRAINT quarter_circular_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON quarter_circular TO zhibu_app;

CREATE TABLE record (
  fact_id uuid NOT NULL,
  register text NOT NULL,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT record_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX record_of_organisation ON record USING btree (organisation_id, register, from_day);
CREATE INDEX record_of_register ON record USING btree (register, from_day);
GRANT DELETE, INSERT, SELECT, UPDATE ON record TO zhibu_app;

CREATE TABLE record_person (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  part text,
  CONSTRAINT record_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX record_person_of_fact ON record_person USING btree (fact_id);
CREATE INDEX record_person_of_person ON record_person USING btree (person_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON record_person TO zhibu_app;

CREATE TABLE recovery_code (
  account_id uuid NOT NULL,
  code_hash text NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON recovery_code TO zhibu_app;

CREATE TABLE recusal (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  because text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT recusal_pkey PRIMARY KEY (fact_id),
  CONSTRAINT recusal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX recusal_of_person ON recusal USING btree (person_id, organisation_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON recusal TO zhibu_app;

CREATE TABLE review_receipt (
  review_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  remark text NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid,
  signed_on date NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT review_receipt_pkey PRIMARY KEY (review_id, organisation_id),
  CONSTRAINT review_receipt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT INSERT, SELECT ON review_receipt TO zhibu_app;

CREATE TABLE role_grant (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  role text NOT NULL,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  granted_by uuid,
  granted_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  CONSTRAINT role_grant_pkey PRIMARY KEY (id),
  CONSTRAINT role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT role_grant_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account(id),
  CONSTRAINT role_grant_check CHECK (((to_day IS NULL) OR (to_day >= from_day)))
);
CREATE INDEX role_grant_of_account ON role_grant USING btree (account_id);
GRANT INSERT, SELECT, UPDATE ON role_grant TO zhibu_app;

CREATE TABLE scheme_adoption (
  fact_id uuid NOT NULL,
  scheme text NOT NULL,
  version integer NOT NULL,
  text_hash text NOT NULL,
  from_day date NOT NULL,
  CONSTRAINT scheme_adoption_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON scheme_adoption TO zhibu_app;

CREATE TABLE scheme_text (
  hash text NOT NULL,
  text text NOT NULL,
  stored_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT scheme_text_pkey PRIMARY KEY (hash)
);
GRANT INSERT (hash, text), SELECT ON scheme_text TO zhibu_app;

CREATE TABLE second_factor (
  account_id uuid NOT NULL,
  sealed_secret text NOT NULL,
  enrolled_at timestamp with time zone NOT NULL,
  last_step bigint NOT NULL,
  CONSTRAINT second_factor_pkey PRIMARY KEY (account_id),
  CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON second_factor TO zhibu_app;

CREATE TABLE second_factor_demand (
  role text NOT NULL,
  demanded_by uuid NOT NULL,
  demanded_at timestamp with time zone NOT NULL,
  CONSTRAINT second_factor_demand_pkey PRIMARY KEY (role),
  CONSTRAINT second_factor_demand_demanded_by_fkey FOREIGN KEY (demanded_by) REFERENCES account(id)
);
GRANT DELETE, INSERT, SELECT ON second_factor_demand TO zhibu_app;

CREATE TABLE secondment (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT secondment_pkey PRIMARY KEY (fact_id),
  CONSTRAINT secondment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON secondment TO zhibu_app;

CREATE TABLE self_check (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  stage text NOT NULL,
  filed text,
  CONSTRAINT self_check_period_organisation_id_key UNIQUE (period, organisation_id),
  CONSTRAINT self_check_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON self_check TO zhibu_app;

CREATE TABLE self_review (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  result text NOT NULL,
  year integer NOT NULL,
  filed_on date NOT NULL,
  CONSTRAINT self_review_year_result_organisation_id_key UNIQUE (year, result, organisation_id),
  CONSTRAINT self_review_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON self_review TO zhibu_app;

CREATE TABLE session (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  arrangement_id uuid,
  stage text NOT NULL,
  activities text[] NOT NULL,
  day date NOT NULL,
  period text NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX session_of_arrangement ON session USING btree (arrangement_id);
CREATE INDEX session_of_organisation ON session USING btree (organisation_id, day);
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO zhibu_app;

CREATE TABLE session_study (
  fact_id uuid NOT NULL,
  of_id uuid NOT NULL,
  lesson integer
);
CREATE INDEX session_study_of_course ON session_study USING btree (of_id);
CREATE INDEX session_study_of_fact ON session_study USING btree (fact_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON session_study TO zhibu_app;

CREATE TABLE shift_team (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT shift_team_pkey PRIMARY KEY (fact_id)
);
CREATE INDEX shift_team_of_organisation ON shift_team USING btree (organisation_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON shift_team TO zhibu_app;

CREATE TABLE sign_in_tries (
  name_hash text NOT NULL,
  tries integer NOT NULL,
  delayed_until timestamp with time zone,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT sign_in_tries_pkey PRIMARY KEY (name_hash)
);
CREATE INDEX sign_in_tries_by_age ON sign_in_tries USING btree (last_at);
GRANT DELETE, INSERT, SELECT, UPDATE ON sign_in_tries TO zhibu_app;

CREATE TABLE standing (
  person_id uuid NOT NULL,
  part text NOT NULL,
  year integer NOT NULL,
  value integer NOT NULL,
  CONSTRAINT standing_pkey PRIMARY KEY (person_id, part, year),
  CONSTRAINT standing_person_id_fkey FOREIGN KEY (person_id) REFERENCES points_account(person_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON standing TO zhibu_app;

CREATE TABLE statement (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  period text NOT NULL,
  stage text NOT NULL,
  disputed_id uuid,
  verdict text,
  CONSTRAINT statement_person_id_period_key UNIQUE (person_id, period),
  CONSTRAINT statement_pkey PRIMARY KEY (fact_id),
  CONSTRAINT statement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX statement_by_disputed ON statement USING btree (disputed_id) WHERE (disputed_id IS NOT NULL);
CREATE INDEX statement_of_organisation ON statement USING btree (organisation_id, period);
GRANT DELETE, INSERT, SELECT, UPDATE ON statement TO zhibu_app;

CREATE TABLE study_stop (
  fact_id uuid NOT NULL,
  scope_id uuid NOT NULL,
  day date NOT NULL,
  moved_to date,
  CONSTRAINT study_stop_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON study_stop TO zhibu_app;

CREATE TABLE target_plan (
  fact_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  year integer NOT NULL,
  stage text NOT NULL,
  filed_on date,
  CONSTRAINT target_plan_year_organisation_id_key UNIQUE (year, organisation_id),
  CONSTRAINT target_plan_pkey PRIMARY KEY (fact_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE ON target_plan TO zhibu_app;

CREATE TABLE team_placement (
  fact_id uuid NOT NULL,
  person_id uuid NOT NULL,
  team_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  CONSTRAINT team_placement_pkey PRIMARY KEY (fact_id),
  CONSTRAINT team_placement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX team_placement_of_person ON team_placement USING btree (person_id);
CREATE INDEX team_placement_of_team ON team_placement USING btree (team_id);
GRANT DELETE, INSERT, SELECT, UPDATE ON team_placement TO zhibu_app;

CREATE TABLE used_ticket (
  ticket_hash text NOT NULL,
  good_until timestamp with time zone NOT NULL,
  CONSTRAINT used_ticket_pkey PRIMARY KEY (ticket_hash)
);
CREATE INDEX used_ticket_by_age ON used_ticket USING btree (good_until);
GRANT DELETE, INSERT, SELECT ON used_ticket TO zhibu_app;
