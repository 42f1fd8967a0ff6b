-- The bureaus of this installation: the one table outside them, which says where each path segment leads.
CREATE TABLE bureau (
  code text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9]{1,29}$'),
  name_zh text NOT NULL CHECK (name_zh <> ''),
  name_en text NOT NULL CHECK (name_en <> ''),
  kind text NOT NULL CHECK (kind IN ('demo', 'own')),
  created_at timestamptz NOT NULL DEFAULT now()
);
