/**
 * kept_tables: imported tables as they were read, until a proposal comes of them, and for as long as its change set is in the history.
 * `header`: JSON, null where there is none; `bytes`: of its rows, packed; `state`: whether they are kept. `is_settled`: what became of its
 * proposal stands in kept_table_edits, by products; the edits of the proposal are gone then. kept_table_products: what products that it
 * made, under ids below zero in its rows, are called since.
 */
export const keptTables = `
CREATE TABLE kept_tables (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  proposal_id INTEGER,
  set_id INTEGER,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  separator TEXT,
  header TEXT,
  columns TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'kept',
  bytes INTEGER NOT NULL DEFAULT 0,
  is_settled INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX kept_tables_by_proposal ON kept_tables(proposal_id) WHERE proposal_id IS NOT NULL;
CREATE INDEX kept_tables_by_set ON kept_tables(set_id) WHERE set_id IS NOT NULL;
CREATE TABLE kept_table_rows (
  table_id INTEGER NOT NULL REFERENCES kept_tables(id) ON DELETE CASCADE,
  piece INTEGER NOT NULL,
  packed BLOB NOT NULL,
  PRIMARY KEY (table_id, piece)
);
CREATE TABLE kept_table_products (
  table_id INTEGER NOT NULL REFERENCES kept_tables(id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL,
  made_as INTEGER NOT NULL,
  PRIMARY KEY (table_id, product_id)
) WITHOUT ROWID;
CREATE TABLE kept_table_edits (
  table_id INTEGER NOT NULL REFERENCES kept_tables(id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL,
  edits TEXT NOT NULL,
  PRIMARY KEY (table_id, product_id)
) WITHOUT ROWID;
`
