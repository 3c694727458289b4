-- What makes a large journal answer at once: what would have to be reckoned for everybody is kept for each.

-- The last day each was met, planned ones among them, and the median number of days between the last twelve of those days,
-- NULL where there are fewer than four: domain/staleness.ts says what it is for. It is told by the encounters alone, and the triggers keep it so.
CREATE TABLE rhythm (
  contact_id INTEGER PRIMARY KEY,
  last_on    TEXT,
  days       INTEGER
) STRICT;
CREATE TRIGGER rhythm_reckoned AFTER INSERT ON rhythm BEGIN
  UPDATE rhythm SET
    last_on = (SELECT max(on_date) FROM encounter_contact WHERE contact_id = NEW.contact_id),
    days = (
      WITH gap (days) AS MATERIALIZED (
        SELECT julianday(on_date) - julianday(
          (SELECT max(on_date) FROM encounter_contact WHERE contact_id = NEW.contact_id AND on_date < later.on_date)
        ) AS days
        FROM (SELECT DISTINCT on_date FROM encounter_contact
          WHERE contact_id = NEW.contact_id ORDER BY on_date DESC LIMIT 11) AS later
      )
      SELECT max(1, CAST(round(avg(days)) AS INTEGER))
      FROM (
        SELECT days FROM gap WHERE days IS NOT NULL ORDER BY days
        LIMIT 2 - (SELECT count(days) FROM gap) % 2 OFFSET ((SELECT count(days) FROM gap) - 1) / 2
      )
      WHERE (SELECT count(days) FROM gap) >= 3
    )
  WHERE contact_id = NEW.contact_id;
END;
CREATE TRIGGER rhythm_of_met AFTER INSERT ON encounter_contact BEGIN
  DELETE FROM rhythm WHERE contact_id = NEW.contact_id;
  INSERT INTO rhythm (contact_id) VALUES (NEW.contact_id);
END;
CREATE TRIGGER rhythm_of_unmet AFTER DELETE ON encounter_contact BEGIN
  DELETE FROM rhythm WHERE contact_id = OLD.contact_id;
  INSERT INTO rhythm (contact_id) SELECT OLD.contact_id
    WHERE EXISTS (SELECT 1 FROM encounter_contact WHERE contact_id = OLD.contact_id);
END;
CREATE TRIGGER rhythm_of_changed AFTER UPDATE ON encounter_contact BEGIN
  DELETE FROM rhythm WHERE contact_id IN (OLD.contact_id, NEW.contact_id);
  INSERT INTO rhythm (contact_id) SELECT DISTINCT contact_id FROM encounter_contact
    WHERE contact_id IN (OLD.contact_id, NEW.contact_id);
END;
INSERT INTO rhythm (contact_id) SELECT DISTINCT contact_id FROM encounter_contact;

-- Parts of words, three letters each: a field may stand within a longer word (Webdesign), which an index of words does not find.
-- Of what `net who` looks through; store/parts.ts asks it.
CREATE VIEW search_part_text AS
  SELECT id, folded FROM search_text WHERE kind IN ('contact', 'fact', 'offering', 'endorsement');
CREATE VIRTUAL TABLE search_part USING fts5 (
  folded, content = 'search_part_text', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none
);
CREATE TRIGGER search_part_in AFTER INSERT ON search_text
  WHEN NEW.kind IN ('contact', 'fact', 'offering', 'endorsement') BEGIN
  INSERT INTO search_part (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
CREATE TRIGGER search_part_out AFTER DELETE ON search_text
  WHEN OLD.kind IN ('contact', 'fact', 'offering', 'endorsement') BEGIN
  INSERT INTO search_part (search_part, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
END;
CREATE TRIGGER search_part_change AFTER UPDATE ON search_text
  WHEN NEW.kind IN ('contact', 'fact', 'offering', 'endorsement') BEGIN
  INSERT INTO search_part (search_part, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
  INSERT INTO search_part (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
INSERT INTO search_part (search_part) VALUES ('rebuild');
DROP INDEX search_text_of_facts; -- was gone through for them
-- Which record a hit is, read close together: the texts themselves lie far apart, and most are of encounters.
CREATE INDEX search_text_record ON search_text (id, kind, record_id) WHERE kind <> 'encounter';
-- Words of the index itself: whether there is a longer one.
CREATE VIRTUAL TABLE search_word USING fts5vocab (search, row);

-- What was given stands together, and what was received: mostly the one or the other is asked for.
DROP INDEX favour_by_date;
CREATE INDEX favour_by_direction ON favour (direction, on_date, weight);
