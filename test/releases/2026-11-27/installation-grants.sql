-- Who may do what with the shared tables. All other rights are taken back before these lines run.
GRANT SELECT ON bureau TO zhibu_app, zhibu_reader, zhibu_auditor;
