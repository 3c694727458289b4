-- The network: the course of introductions, endorsements, offers and needs, events and how they were, outcomes and how they came
-- about, stages, favours passed on; and whom to leave out of what is said about one-sidedness.

-- The course of an introduction: offered, agreed to by each, made or declined, what came of it, the introducer thanked. Until
-- it is made, `on_date` is the day it was offered.
ALTER TABLE introduction ADD COLUMN made INTEGER NOT NULL DEFAULT 1 CHECK (made IN (0, 1));
ALTER TABLE introduction ADD COLUMN purpose TEXT;
ALTER TABLE introduction ADD COLUMN offered_on TEXT;
ALTER TABLE introduction ADD COLUMN a_agreed_on TEXT;
ALTER TABLE introduction ADD COLUMN b_agreed_on TEXT;
ALTER TABLE introduction ADD COLUMN declined_on TEXT CHECK (declined_on IS NULL OR made = 0);
ALTER TABLE introduction ADD COLUMN result TEXT;
ALTER TABLE introduction ADD COLUMN result_on TEXT;
ALTER TABLE introduction ADD COLUMN thanked_on TEXT;

CREATE INDEX tie_by_since ON tie (since_on, introduction_id);

-- An event is one occasion: a name and a day. Those of one series, or else of one name, are visits to the same thing.
ALTER TABLE event ADD COLUMN series TEXT;
ALTER TABLE event ADD COLUMN format TEXT;
ALTER TABLE event ADD COLUMN place TEXT;
ALTER TABLE event ADD COLUMN cost INTEGER CHECK (cost >= 0); -- minor units of `currency`
ALTER TABLE event ADD COLUMN currency TEXT;
ALTER TABLE event ADD COLUMN minutes INTEGER CHECK (minutes >= 0);
CREATE INDEX event_by_date ON event (on_date);

-- Until now everything at events of one name hung on one event. What was more than three days from it, and from what came
-- before, was another occasion. The uid is a UUIDv7, as store/uid.ts makes them.
INSERT INTO event (uid, name, folded, on_date)
SELECT printf('%08x-%04x-7%03x-%04x-%012x', now >> 16, now & 0xffff, random() & 0xfff, 0x8000 | (random() & 0x3fff),
    random() & 0xffffffffffff), name, folded, began
FROM (SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) AS now),
  (SELECT DISTINCT event.id, name, folded, encounter.on_date AS began FROM event JOIN encounter ON event_id = event.id
    WHERE abs(julianday(encounter.on_date) - julianday(event.on_date)) > 3
      AND NOT EXISTS (SELECT 1 FROM encounter AS earlier WHERE earlier.event_id = event.id
        AND earlier.on_date < encounter.on_date AND earlier.on_date >= date(encounter.on_date, '-3 days'))
    ORDER BY began);
UPDATE encounter SET event_id = (SELECT occasion.id FROM event AS old JOIN event AS occasion USING (folded)
    WHERE old.id = encounter.event_id AND occasion.on_date <= encounter.on_date
    ORDER BY occasion.on_date DESC, occasion.id DESC LIMIT 1)
  WHERE event_id IS NOT NULL AND EXISTS (SELECT 1 FROM event
    WHERE event.id = event_id AND abs(julianday(encounter.on_date) - julianday(event.on_date)) > 3);

-- Three questions after an event.
CREATE TABLE event_review (
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE,
  event_id INTEGER NOT NULL UNIQUE REFERENCES event ON DELETE CASCADE,
  on_date  TEXT NOT NULL,
  contacts INTEGER NOT NULL CHECK (contacts IN (0, 1)), -- did I make contacts that matter?
  insight  INTEGER NOT NULL CHECK (insight IN (0, 1)),  -- did I learn something?
  fun      INTEGER NOT NULL CHECK (fun IN (0, 1)),      -- did I enjoy it?
  note     TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who is expected at an event. Who was there is told by its encounters.
CREATE TABLE event_guest (
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  event_id   INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  PRIMARY KEY (event_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_guest_by_contact ON event_guest (contact_id);

-- What somebody can do, or looks for. Without a contact: what I can do, or might need.
CREATE TABLE offering (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  contact_id   INTEGER REFERENCES contact ON DELETE CASCADE,
  encounter_id INTEGER REFERENCES encounter ON DELETE CASCADE,
  kind         TEXT NOT NULL CHECK (kind IN ('offer', 'need')),
  what         TEXT NOT NULL CHECK (what <> ''),
  on_date      TEXT NOT NULL,
  closed_on    TEXT -- no longer offered, or found
) STRICT;
CREATE INDEX offering_by_contact ON offering (contact_id, kind);
CREATE INDEX offering_by_encounter ON offering (encounter_id);

-- `by_id` speaks for `for_id`; without that for me.
CREATE TABLE endorsement (
  id      INTEGER PRIMARY KEY,
  uid     TEXT NOT NULL UNIQUE,
  by_id   INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  for_id  INTEGER REFERENCES contact ON DELETE CASCADE,
  topic   TEXT,
  story   TEXT,
  on_date TEXT NOT NULL,
  CHECK (by_id <> for_id)
) STRICT;
CREATE INDEX endorsement_by_endorser ON endorsement (by_id);
CREATE INDEX endorsement_by_endorsed ON endorsement (for_id);
CREATE INDEX endorsement_by_date ON endorsement (on_date);

-- An order, a job, a lead: what came of it, and how it came.
CREATE TABLE outcome (
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE,
  title        TEXT NOT NULL CHECK (title <> ''),
  on_date      TEXT NOT NULL,
  value        INTEGER CHECK (value >= 0), -- minor units of `currency`
  currency     TEXT,
  from_network INTEGER NOT NULL CHECK (from_network IN (0, 1)),
  via_id       INTEGER REFERENCES contact ON DELETE SET NULL,  -- who brought it
  customer_id  INTEGER REFERENCES contact ON DELETE SET NULL,  -- whom it is for, where that is somebody else
  event_id     INTEGER REFERENCES event ON DELETE SET NULL,    -- where it came from, where no person brought it
  note         TEXT NOT NULL DEFAULT '',
  CHECK ((value IS NULL) = (currency IS NULL))
) STRICT;
CREATE INDEX outcome_by_date ON outcome (on_date);
CREATE INDEX outcome_by_via ON outcome (via_id);
CREATE INDEX outcome_by_customer ON outcome (customer_id);
CREATE INDEX outcome_by_event ON outcome (event_id);

-- contact → interested → customer → recommender: when each was reached. The newest is where a contact stands.
CREATE TABLE stage (
  id         INTEGER PRIMARY KEY,
  uid        TEXT NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contact ON DELETE CASCADE,
  stage      TEXT NOT NULL CHECK (stage IN ('contact', 'interested', 'customer', 'recommender')),
  on_date    TEXT NOT NULL,
  UNIQUE (contact_id, stage, on_date)
) STRICT;
CREATE INDEX stage_by_date ON stage (on_date);

-- What one gave me that I passed on to another.
CREATE TABLE favour_passed (
  got_id  INTEGER NOT NULL REFERENCES favour ON DELETE CASCADE,
  gave_id INTEGER NOT NULL REFERENCES favour ON DELETE CASCADE,
  PRIMARY KEY (got_id, gave_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX favour_passed_by_gave ON favour_passed (gave_id);

-- A promise that is closed without having been kept was let off, or broken.
ALTER TABLE follow_up ADD COLUMN broken INTEGER NOT NULL DEFAULT 0 CHECK (broken IN (0, 1));

-- Whether a contact may be named where the report speaks of one-sidedness.
ALTER TABLE contact ADD COLUMN one_sided_hints INTEGER NOT NULL DEFAULT 1 CHECK (one_sided_hints IN (0, 1));

-- `net find` reads more kinds of records. Which there are is the program's to know: a list here would need a new table each time.
DROP TRIGGER contact_unsearch;
DROP TRIGGER encounter_unsearch;
DROP TRIGGER favour_unsearch;
DROP TRIGGER follow_up_unsearch;
DROP TRIGGER fact_unsearch;
DROP TRIGGER search_text_in; -- the index keeps what it has
DROP TRIGGER search_text_out;
DROP TRIGGER search_text_change;
CREATE TABLE search_text_kept AS SELECT id, kind, record_id, folded FROM search_text;
DROP TABLE search_text;
CREATE TABLE search_text (
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  folded    TEXT NOT NULL,
  UNIQUE (kind, record_id)
) STRICT;
INSERT INTO search_text SELECT id, kind, record_id, folded FROM search_text_kept;
-- Facts are looked through for parts of words, which the full text does not know: all of them, side by side.
CREATE INDEX search_text_of_facts ON search_text (record_id, folded) WHERE kind = 'fact';
DROP TABLE search_text_kept;
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
CREATE TRIGGER introduction_unsearch AFTER DELETE ON introduction BEGIN
  DELETE FROM search_text WHERE kind = 'introduction' AND record_id = OLD.id;
END;
CREATE TRIGGER event_unsearch AFTER DELETE ON event BEGIN
  DELETE FROM search_text WHERE kind = 'event' AND record_id = OLD.id;
END;
CREATE TRIGGER offering_unsearch AFTER DELETE ON offering BEGIN
  DELETE FROM search_text WHERE kind = 'offering' AND record_id = OLD.id;
END;
CREATE TRIGGER endorsement_unsearch AFTER DELETE ON endorsement BEGIN
  DELETE FROM search_text WHERE kind = 'endorsement' AND record_id = OLD.id;
END;
CREATE TRIGGER outcome_unsearch AFTER DELETE ON outcome BEGIN
  DELETE FROM search_text WHERE kind = 'outcome' AND record_id = OLD.id;
END;

-- Events that are there already are found as well.
INSERT INTO search_text (kind, record_id, folded) SELECT 'event', id, folded FROM event;
