/**
 * snapshots: how a store was at some times. `occasion`: JSON; `state`: taking until all of it is there, going once it is let go of; `bytes`: packed, of what no earlier
 * one holds. snapshot_states: what things are from a snapshot on until the next one with a row of theirs, null: not there; shelves have ids
 * below zero. snapshot_contents: each content once, packed. unsnapped: things that may have changed since the newest one.
 */
export const snapshots = `
CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  taken_at INTEGER NOT NULL,
  occasion TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'taking',
  products INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE snapshot_contents (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  packed BLOB NOT NULL
);
CREATE TABLE snapshot_states (
  thing_id INTEGER NOT NULL,
  snapshot_id INTEGER NOT NULL,
  content_id INTEGER,
  PRIMARY KEY (thing_id, snapshot_id)
) WITHOUT ROWID;
CREATE INDEX snapshot_states_by_snapshot ON snapshot_states(snapshot_id);
CREATE INDEX snapshot_states_by_content ON snapshot_states(content_id) WHERE content_id IS NOT NULL;
CREATE TABLE unsnapped (thing_id INTEGER PRIMARY KEY);
INSERT INTO unsnapped SELECT id FROM products;
INSERT INTO unsnapped SELECT -id FROM shelves;
`
