const settled = `('sent', 'taken-back')`
const anew = (row: 'old' | 'new') => `INSERT OR IGNORE INTO queue_stale VALUES (${row}.thing, ${row}.product_id);`

/** queue, queue_stale: of each thing, not only of products; `local_id` is counted for each kind of thing by itself. */
export const queueOfThings = `
DROP TRIGGER changes_inserted;
DROP TRIGGER changes_rescheduled;
DROP TRIGGER changes_deleted;
DROP TABLE queue;
DROP TABLE queue_stale;
DROP INDEX changes_open;
CREATE INDEX changes_open ON changes(product_id, thing, id, state, list, field, verb, retry_at, decision, waits_for)
  WHERE state NOT IN ${settled};
CREATE TABLE queue (
  thing TEXT NOT NULL,
  local_id INTEGER NOT NULL,
  first INTEGER NOT NULL,
  due_quick INTEGER,
  due_pictures INTEGER,
  PRIMARY KEY (thing, local_id)
) WITHOUT ROWID;
CREATE INDEX queue_quick ON queue(due_quick, first, thing, local_id) WHERE due_quick IS NOT NULL;
CREATE INDEX queue_pictures ON queue(due_pictures, first, thing, local_id) WHERE due_pictures IS NOT NULL;
CREATE TABLE queue_stale (thing TEXT NOT NULL, local_id INTEGER NOT NULL, PRIMARY KEY (thing, local_id)) WITHOUT ROWID;
INSERT INTO queue_stale SELECT DISTINCT thing, product_id FROM changes WHERE state NOT IN ${settled};
CREATE TRIGGER changes_inserted AFTER INSERT ON changes WHEN new.state NOT IN ${settled} BEGIN
  INSERT INTO change_counts VALUES (new.state, 1) ON CONFLICT (state) DO UPDATE SET n = n + 1;
  ${anew('new')}
END;
CREATE TRIGGER changes_rescheduled AFTER UPDATE OF state, retry_at, waits_for, decision, product_id ON changes
WHEN old.state <> new.state OR old.retry_at IS NOT new.retry_at OR old.waits_for IS NOT new.waits_for
  OR old.decision IS NOT new.decision OR old.product_id <> new.product_id BEGIN
  ${anew('old')}
  ${anew('new')}
END;
CREATE TRIGGER changes_deleted AFTER DELETE ON changes WHEN old.state NOT IN ${settled} BEGIN
  UPDATE change_counts SET n = n - 1 WHERE state = old.state;
  ${anew('old')}
END;
`
