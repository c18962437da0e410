/**
 * proposed_same: what a table says of a product, or of one of its variations, that is so already: `count` edits, as pairs of a field and
 * its value, with what is there as a third where that is another one. `fields`: the names alone, a blank before and behind each; `most`: as
 * that of the other edits of the product.
 */
export const proposedSame = `
CREATE TABLE proposed_same (
  id INTEGER PRIMARY KEY,
  proposal_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  variation_id INTEGER,
  variation TEXT,
  most REAL NOT NULL,
  count INTEGER NOT NULL,
  fields TEXT NOT NULL,
  edits TEXT NOT NULL
);
CREATE INDEX proposed_same_by_place ON proposed_same(proposal_id, place, id, count, most, fields);
`
