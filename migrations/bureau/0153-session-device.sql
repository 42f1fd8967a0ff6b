-- What kind of device a session was opened on, so that its owner recognises a foreign one; a kind, never an address or a fingerprint.
ALTER TABLE login_session ADD COLUMN device text;
