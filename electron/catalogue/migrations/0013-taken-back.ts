const settled = `('sent', 'taken-back')`

/** changes: what was taken back has the state by that name, as on the screen. */
export const takenBack = `
DROP TRIGGER changes_inserted;
DROP TRIGGER changes_moved;
DROP TRIGGER changes_deleted;
DROP INDEX changes_open;
UPDATE changes SET state = 'taken-back' WHERE state = 'dropped';
CREATE INDEX changes_open ON changes(product_id, id, state, list, field, verb, retry_at, decision, waits_for)
  WHERE state NOT IN ${settled};
CREATE TRIGGER changes_inserted AFTER INSERT ON changes WHEN new.state NOT IN ${settled} BEGIN
  INSERT INTO change_counts VALUES (new.state, 1) ON CONFLICT (state) DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO queue_stale VALUES (new.product_id);
END;
CREATE TRIGGER changes_moved AFTER UPDATE OF state ON changes WHEN old.state <> new.state BEGIN
  UPDATE change_counts SET n = n - 1 WHERE state = old.state;
  INSERT INTO change_counts SELECT new.state, 1 WHERE new.state NOT IN ${settled}
    ON CONFLICT (state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER changes_deleted AFTER DELETE ON changes WHEN old.state NOT IN ${settled} BEGIN
  UPDATE change_counts SET n = n - 1 WHERE state = old.state;
  INSERT OR IGNORE INTO queue_stale VALUES (old.product_id);
END;
`
