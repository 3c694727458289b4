-- The journal: people, what happened between them, what was promised and learned, and a log of every change.
--
-- Dates are civil dates as text (YYYY-MM-DD; "partial" ones may be --03-15, 2019-05 or 2019). `folded` columns hold a
-- name as domain/names.ts folds it, for finding. Every record has an integer key for people and a UUIDv7 `uid` for
-- exchange. The triggers that write the change log are made by store/changes.ts from the tables found here.

CREATE TABLE contact (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL CHECK (name <> ''),
  folded        TEXT NOT NULL,
  org           TEXT,
  role          TEXT,
  place         TEXT,
  cadence_days  INTEGER CHECK (cadence_days > 0),
  met_on        TEXT, -- partial
  met_at        TEXT,
  note          TEXT NOT NULL DEFAULT '',
  added_on      TEXT NOT NULL,
  let_go_on     TEXT,
  snoozed_until TEXT
) STRICT;
CREATE INDEX contact_by_name ON contact (folded);
CREATE INDEX contact_by_place ON contact (place) WHERE place IS NOT NULL;
CREATE INDEX contact_by_org ON contact (org) WHERE org IS NOT NULL;

CREATE TABLE alias (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  name       TEXT NOT NULL CHECK (name <> ''),
  folded     TEXT NOT NULL,
  UNIQUE (contact_id, folded)
) STRICT;
CREATE INDEX alias_by_name ON alias (folded);

-- The folded words of every name and alias: what makes "Hopper" find Grace Hopper without reading all names.
CREATE TABLE name_word (
  word       TEXT NOT NULL,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  PRIMARY KEY (word, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_by_contact ON name_word (contact_id);

-- Ways to reach a person: vCard's EMAIL, TEL, URL, ADR, IMPP.
CREATE TABLE reach (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  kind       TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'url', 'address', 'handle')),
  label      TEXT,
  value      TEXT NOT NULL CHECK (value <> '')
) STRICT;
CREATE INDEX reach_by_contact ON reach (contact_id);
CREATE INDEX reach_by_value ON reach (kind, value);

-- Days to remember: vCard's BDAY and ANNIVERSARY, and others by name.
CREATE TABLE special_date (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  label      TEXT NOT NULL CHECK (label <> ''),
  date       TEXT NOT NULL -- partial
) STRICT;
CREATE INDEX special_date_by_contact ON special_date (contact_id);
CREATE INDEX special_date_by_day ON special_date (label, substr(date, -5)); -- the day of any year

CREATE TABLE circle (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL CHECK (name <> ''),
  folded       TEXT NOT NULL UNIQUE,
  cadence_days INTEGER CHECK (cadence_days > 0)
) STRICT;

CREATE TABLE circle_member (
  circle_id  INTEGER NOT NULL REFERENCES circle ON DELETE CASCADE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  PRIMARY KEY (contact_id, circle_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX circle_member_by_circle ON circle_member (circle_id);

CREATE TABLE contact_tag (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  folded     TEXT NOT NULL,
  tag        TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (contact_id, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_tag_by_tag ON contact_tag (folded);

-- Days that do not count for staleness. Without a contact: a pause of the whole journal. Without an end: until resumed.
CREATE TABLE pause (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  contact_id INTEGER REFERENCES contact ON DELETE CASCADE,
  from_on    TEXT NOT NULL,
  until_on   TEXT CHECK (until_on >= from_on), -- the last day of it
  why        TEXT
) STRICT;
CREATE INDEX pause_by_contact ON pause (contact_id);

CREATE TABLE event (
  id     INTEGER PRIMARY KEY,
  uid    TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL CHECK (name <> ''),
  folded TEXT NOT NULL,
  on_date TEXT
) STRICT;
CREATE INDEX event_by_name ON event (folded);

CREATE TABLE encounter (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE,
  on_date  TEXT NOT NULL,
  kind     TEXT NOT NULL,
  place    TEXT,
  text     TEXT NOT NULL DEFAULT '',
  event_id INTEGER REFERENCES event ON DELETE SET NULL,
  UNIQUE (id, on_date)
) STRICT;
CREATE INDEX encounter_by_date ON encounter (on_date);
CREATE INDEX encounter_by_event ON encounter (event_id) WHERE event_id IS NOT NULL;

-- The date stands here too, held equal by the foreign key, so that "when did we last meet" is one step in one index.
CREATE TABLE encounter_contact (
  contact_id   INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  on_date      TEXT NOT NULL,
  encounter_id INTEGER NOT NULL,
  PRIMARY KEY (contact_id, on_date, encounter_id),
  FOREIGN KEY (encounter_id, on_date) REFERENCES encounter (id, on_date) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX encounter_contact_by_encounter ON encounter_contact (encounter_id, contact_id);

CREATE TABLE encounter_tag (
  encounter_id INTEGER NOT NULL REFERENCES encounter ON DELETE CASCADE,
  folded       TEXT NOT NULL,
  tag          TEXT NOT NULL CHECK (tag <> ''),
  PRIMARY KEY (encounter_id, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX encounter_tag_by_tag ON encounter_tag (folded);

-- A favour counts once, however many people it was for.
CREATE TABLE favour (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  encounter_id INTEGER REFERENCES encounter ON DELETE CASCADE,
  direction    TEXT NOT NULL CHECK (direction IN ('gave', 'got')),
  what         TEXT NOT NULL CHECK (what <> ''),
  kind         TEXT NOT NULL,
  weight       INTEGER NOT NULL CHECK (weight IN (1, 3, 9)),
  on_date      TEXT NOT NULL
) STRICT;
CREATE INDEX favour_by_date ON favour (on_date, direction, weight);
CREATE INDEX favour_by_encounter ON favour (encounter_id);

CREATE TABLE favour_contact (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  favour_id  INTEGER NOT NULL REFERENCES favour ON DELETE CASCADE,
  PRIMARY KEY (contact_id, favour_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX favour_contact_by_favour ON favour_contact (favour_id, contact_id);

-- A promise, mine or theirs. `done_on` with `kept` 1: kept; 0: let off.
CREATE TABLE follow_up (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  encounter_id INTEGER REFERENCES encounter ON DELETE CASCADE,
  whose        TEXT NOT NULL CHECK (whose IN ('mine', 'theirs')),
  what         TEXT NOT NULL CHECK (what <> ''),
  made_on      TEXT NOT NULL,
  due_on       TEXT,
  done_on      TEXT,
  kept         INTEGER CHECK (kept IN (0, 1)),
  CHECK ((done_on IS NULL) = (kept IS NULL))
) STRICT;
CREATE INDEX follow_up_open ON follow_up (due_on) WHERE done_on IS NULL;
CREATE INDEX follow_up_by_due ON follow_up (due_on, done_on, kept);
CREATE INDEX follow_up_by_encounter ON follow_up (encounter_id);

CREATE TABLE follow_up_contact (
  contact_id   INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  follow_up_id INTEGER NOT NULL REFERENCES follow_up ON DELETE CASCADE,
  PRIMARY KEY (contact_id, follow_up_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_contact_by_follow_up ON follow_up_contact (follow_up_id, contact_id);

-- Something learned about a person.
CREATE TABLE fact (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  encounter_id INTEGER REFERENCES encounter ON DELETE CASCADE,
  what         TEXT NOT NULL CHECK (what <> ''),
  on_date      TEXT NOT NULL
) STRICT;
CREATE INDEX fact_by_encounter ON fact (encounter_id);

CREATE TABLE fact_contact (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  fact_id    INTEGER NOT NULL REFERENCES fact ON DELETE CASCADE,
  PRIMARY KEY (contact_id, fact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_contact_by_fact ON fact_contact (fact_id, contact_id);

-- Three parties, one of whom may be me: NULL as `introducer_id` says that I introduced, NULL as `b_id` that I was introduced.
CREATE TABLE introduction (
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE,
  encounter_id  INTEGER REFERENCES encounter ON DELETE CASCADE,
  favour_id     INTEGER REFERENCES favour ON DELETE CASCADE,
  introducer_id INTEGER REFERENCES contact ON DELETE CASCADE,
  a_id          INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  b_id          INTEGER REFERENCES contact ON DELETE CASCADE,
  on_date       TEXT NOT NULL,
  CHECK (introducer_id IS NOT NULL OR b_id IS NOT NULL),
  CHECK (a_id <> b_id),
  CHECK (introducer_id <> a_id AND introducer_id <> b_id)
) STRICT;
CREATE INDEX introduction_by_introducer ON introduction (introducer_id);
CREATE INDEX introduction_by_a ON introduction (a_id);
CREATE INDEX introduction_by_b ON introduction (b_id);
CREATE INDEX introduction_by_favour ON introduction (favour_id);
CREATE INDEX introduction_by_encounter ON introduction (encounter_id);
CREATE INDEX introduction_by_date ON introduction (on_date);

-- Two contacts know each other; the smaller id stands first, so that a tie is one row.
CREATE TABLE tie (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE,
  a_id            INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  b_id            INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  since_on        TEXT,
  introduction_id INTEGER REFERENCES introduction ON DELETE SET NULL,
  CHECK (a_id < b_id),
  UNIQUE (a_id, b_id)
) STRICT;
CREATE INDEX tie_by_b ON tie (b_id);
CREATE INDEX tie_by_introduction ON tie (introduction_id);

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What `net find` reads: the folded text of each record that has words in it.
CREATE TABLE search_text (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK (kind IN ('contact', 'encounter', 'favour', 'follow-up', 'fact')),
  record_id INTEGER NOT NULL,
  folded    TEXT NOT NULL,
  UNIQUE (kind, record_id)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  folded, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
CREATE TRIGGER search_text_in AFTER INSERT ON search_text BEGIN
  INSERT INTO search (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
CREATE TRIGGER search_text_out AFTER DELETE ON search_text BEGIN
  INSERT INTO search (search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
END;
CREATE TRIGGER search_text_change AFTER UPDATE ON search_text BEGIN
  INSERT INTO search (search, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
  INSERT INTO search (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
CREATE TRIGGER contact_unsearch AFTER DELETE ON contact BEGIN
  DELETE FROM search_text WHERE kind = 'contact' AND record_id = OLD.id;
END;
CREATE TRIGGER encounter_unsearch AFTER DELETE ON encounter BEGIN
  DELETE FROM search_text WHERE kind = 'encounter' AND record_id = OLD.id;
END;
CREATE TRIGGER favour_unsearch AFTER DELETE ON favour BEGIN
  DELETE FROM search_text WHERE kind = 'favour' AND record_id = OLD.id;
END;
CREATE TRIGGER follow_up_unsearch AFTER DELETE ON follow_up BEGIN
  DELETE FROM search_text WHERE kind = 'follow-up' AND record_id = OLD.id;
END;
CREATE TRIGGER fact_unsearch AFTER DELETE ON fact BEGIN
  DELETE FROM search_text WHERE kind = 'fact' AND record_id = OLD.id;
END;

-- What one command changed: the unit of undo. `what` and `about` are the facts that a sentence of `net history` is made of.
CREATE TABLE operation (
  id     INTEGER PRIMARY KEY,
  uid    TEXT NOT NULL UNIQUE,
  at     TEXT NOT NULL, -- local date and time with its offset
  what   TEXT NOT NULL, -- the command, e.g. log
  about  TEXT NOT NULL, -- JSON: what it was about, for a sentence
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1, 2)) -- 1: taken back; 2: and other work has gone on from there
) STRICT;
CREATE INDEX operation_to_redo ON operation (id) WHERE undone = 1;

CREATE TABLE change (
  id           INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation ON DELETE CASCADE,
  table_name   TEXT NOT NULL,
  uid          TEXT,
  before       TEXT, -- the row as JSON, NULL when it was inserted
  after        TEXT  -- NULL when it was deleted
) STRICT;
CREATE INDEX change_by_operation ON change (operation_id);

-- One row while a command writes: the operation that changes belong to. Empty while `undo` and `redo` replay.
CREATE TABLE recording (
  operation_id INTEGER NOT NULL REFERENCES operation
) STRICT;
