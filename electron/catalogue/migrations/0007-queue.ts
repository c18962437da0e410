/**
 * queue: for each product with something to send, when that is due (UNIX ms, 0: now), so that what goes next is looked up and
 * not searched. A product in `queue_stale` is worked out anew before the next look. change_counts: open changes by state.
 * Triggers keep both in step with whatever writes to `changes`.
 */
export const queue = `
CREATE TABLE queue (
  product_id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  due_quick INTEGER,
  due_pictures INTEGER
);
CREATE INDEX queue_quick ON queue(due_quick, first, product_id) WHERE due_quick IS NOT NULL;
CREATE INDEX queue_pictures ON queue(due_pictures, first, product_id) WHERE due_pictures IS NOT NULL;
CREATE TABLE queue_stale (product_id INTEGER PRIMARY KEY);
CREATE TABLE change_counts (state TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX changes_waiting_for ON changes(waits_for) WHERE waits_for IS NOT NULL;
INSERT INTO queue_stale SELECT DISTINCT product_id FROM changes WHERE state NOT IN ('sent', 'dropped');
INSERT INTO change_counts SELECT state, count(*) FROM changes WHERE state NOT IN ('sent', 'dropped') GROUP BY state;
CREATE TRIGGER changes_inserted AFTER INSERT ON changes WHEN new.state NOT IN ('sent', 'dropped') BEGIN
  INSERT INTO change_counts VALUES (new.state, 1) ON CONFLICT (state) DO UPDATE SET n = n + 1;
  INSERT OR IGNORE INTO queue_stale VALUES (new.product_id);
END;
CREATE TRIGGER changes_moved AFTER UPDATE OF state ON changes WHEN old.state <> new.state BEGIN
  UPDATE change_counts SET n = n - 1 WHERE state = old.state;
  INSERT INTO change_counts SELECT new.state, 1 WHERE new.state NOT IN ('sent', 'dropped')
    ON CONFLICT (state) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER changes_rescheduled AFTER UPDATE OF state, retry_at, waits_for, decision, product_id ON changes
WHEN old.state <> new.state OR old.retry_at IS NOT new.retry_at OR old.waits_for IS NOT new.waits_for
  OR old.decision IS NOT new.decision OR old.product_id <> new.product_id BEGIN
  INSERT OR IGNORE INTO queue_stale VALUES (old.product_id);
  INSERT OR IGNORE INTO queue_stale VALUES (new.product_id);
END;
CREATE TRIGGER changes_deleted AFTER DELETE ON changes WHEN old.state NOT IN ('sent', 'dropped') BEGIN
  UPDATE change_counts SET n = n - 1 WHERE state = old.state;
  INSERT OR IGNORE INTO queue_stale VALUES (old.product_id);
END;
`
