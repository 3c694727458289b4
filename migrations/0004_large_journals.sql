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
      SELECT max(1, CAST(round(avg(gap)) AS INTEGER))
      FROM (
        SELECT gap, row_number() OVER (ORDER BY gap) AS place, count(*) OVER () AS gaps
        FROM (
          SELECT julianday(lag(on_date) OVER (ORDER BY on_date DESC)) - julianday(on_date) AS gap
          FROM (SELECT DISTINCT on_date FROM encounter_contact
            WHERE contact_id = NEW.contact_id ORDER BY on_date DESC LIMIT 12)
        )
        WHERE gap IS NOT NULL
      )
      WHERE gaps >= 3 AND place IN ((gaps + 1) / 2, (gaps + 2) / 2)
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
