/** What the rows of an imported table say of each product, until its proposal is over. */
export const importedRows = `
CREATE TABLE imported_rows (
  proposal_id INTEGER NOT NULL REFERENCES proposals(id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL,
  said TEXT NOT NULL,
  PRIMARY KEY (proposal_id, product_id)
) WITHOUT ROWID;
`
