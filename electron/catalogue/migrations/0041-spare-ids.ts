/** Local ids that were given to what an opened archive has and the store has no more, by the store's number: it keeps its id when it comes back. */
export const spareIds = `
CREATE TABLE spare_ids (
  thing TEXT NOT NULL,
  ecwid_id INTEGER NOT NULL,
  local_id INTEGER NOT NULL,
  PRIMARY KEY (thing, ecwid_id)
) WITHOUT ROWID;
`
