-- Bringing people along: what another program said of each when it was last read, so that reading the same again changes
-- nothing, and what changed there can be told from what was edited here.

CREATE TABLE source (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  format     TEXT NOT NULL,            -- vcard, linkedin, google, outlook, friends, monica
  source_id  TEXT NOT NULL,            -- what that program knows the person by
  card       TEXT NOT NULL,            -- what was told, as JSON
  original   TEXT NOT NULL DEFAULT '', -- of a vCard the lines that a journal has no place for, as they came
  read_on    TEXT NOT NULL,
  UNIQUE (format, source_id)
) STRICT;
CREATE INDEX source_by_contact ON source (contact_id);

-- What was taken over of another program's meetings, notes and tasks, so that it is never taken twice; not even when it was
-- deleted here since.
CREATE TABLE source_record (
  format    TEXT NOT NULL,
  source_id TEXT NOT NULL,
  PRIMARY KEY (format, source_id)
) STRICT, WITHOUT ROWID;

-- Two who look like one and are not.
CREATE TABLE distinct_pair (
  a_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  b_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  CHECK (a_id < b_id),
  PRIMARY KEY (a_id, b_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX distinct_pair_by_b ON distinct_pair (b_id);

-- Lines of an inbox file that were logged, and are not yet seen to be marked in it: the file and the journal can't be written in
-- one step, and a line must neither be lost nor logged twice.
CREATE TABLE inbox_line (
  file         TEXT NOT NULL,
  line         TEXT NOT NULL,
  encounter_id INTEGER NOT NULL,
  PRIMARY KEY (file, encounter_id)
) STRICT, WITHOUT ROWID;

-- Meetings of a calendar, to be confirmed before they are encounters; one that was taken or dropped is kept, so that it does not
-- come again.
CREATE TABLE draft (
  id        INTEGER PRIMARY KEY,
  uid       TEXT NOT NULL UNIQUE,
  source_id TEXT NOT NULL UNIQUE, -- the calendar's UID, with the day where it recurs
  on_date   TEXT NOT NULL,
  title     TEXT NOT NULL,
  place     TEXT,
  people    TEXT NOT NULL, -- JSON: [{name, email}]
  state     TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'taken', 'dropped'))
) STRICT;
CREATE INDEX draft_open ON draft (on_date) WHERE state = 'open';
