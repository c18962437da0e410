/** The products of a proposal beside it: how far it is, is written many times a second, and all that stands in its row with it. */
export const proposalProducts = `
CREATE TABLE proposal_products (
  proposal_id INTEGER PRIMARY KEY REFERENCES proposals(id) ON DELETE CASCADE,
  ids TEXT NOT NULL
);
INSERT INTO proposal_products (proposal_id, ids) SELECT id, product_ids FROM proposals;
ALTER TABLE proposals DROP COLUMN product_ids;
`
