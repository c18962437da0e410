/**
 * Products that a proposal makes, under ids below zero until they are made: what a review calls them, and how it finds them by a search.
 */
export const proposedProducts = `
CREATE TABLE proposed_products (
  proposal_id INTEGER NOT NULL REFERENCES proposals(id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  sku TEXT NOT NULL,
  name_key TEXT NOT NULL,
  sku_key TEXT NOT NULL,
  PRIMARY KEY (proposal_id, product_id)
) WITHOUT ROWID;
`
