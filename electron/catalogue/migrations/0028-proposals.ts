/**
 * proposals: edits of many products that wait for a yes. `product_ids`: those that are gone over, in order; `done`: how many of them were.
 * proposed_edits: one value each, or (`field` null) a product that goes. `place`: of the product among those; `weight`: how much changes,
 * `most`: the largest of that among the edits of the product.
 */
export const proposals = `
CREATE TABLE proposals (
  id INTEGER PRIMARY KEY,
  asked TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  product_ids TEXT NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  set_id INTEGER
);
CREATE TABLE proposed_edits (
  id INTEGER PRIMARY KEY,
  proposal_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  variation_id INTEGER,
  variation TEXT,
  field TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  standing TEXT NOT NULL,
  reason TEXT,
  follows TEXT,
  warnings TEXT NOT NULL DEFAULT '',
  weight REAL NOT NULL,
  most REAL NOT NULL
);
CREATE INDEX proposed_edits_by_place ON proposed_edits(proposal_id, place, id);
CREATE INDEX proposed_edits_by_most ON proposed_edits(proposal_id, most DESC, place, id);
CREATE INDEX proposed_edits_by_field ON proposed_edits(proposal_id, field, weight DESC, place, id);
CREATE INDEX proposed_edits_of_product ON proposed_edits(product_id, proposal_id);
`
