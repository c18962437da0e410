/**
 * snapshot_pictures: copies of pictures that left the store, each kept with the newest snapshot that names it. `thing_id`: as in snapshot_states; `name`:
 * the address of its original without its host; `hash`: what it is staged under.
 */
export const snapshotPictures = `
CREATE TABLE snapshot_pictures (
  thing_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  snapshot_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (thing_id, name)
) WITHOUT ROWID;
CREATE INDEX snapshot_pictures_by_snapshot ON snapshot_pictures(snapshot_id);
CREATE INDEX snapshot_pictures_by_hash ON snapshot_pictures(hash);
`
