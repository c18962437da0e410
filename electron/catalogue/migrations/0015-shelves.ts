/**
 * shelves: what the store sent last of categories and product types. A local id is the row's with a minus, so that no product
 * has it, and no category or type of the store. What stands in `categories` and `product_types` is what a person sees of them.
 */
export const shelves = `
CREATE TABLE shelves (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  thing TEXT NOT NULL,
  ecwid_id INTEGER,
  json TEXT,
  UNIQUE (thing, ecwid_id)
);
INSERT INTO shelves (thing, ecwid_id, json) SELECT 'category', id, json FROM categories ORDER BY id;
INSERT INTO shelves (thing, ecwid_id, json) SELECT 'productType', id, json FROM product_types ORDER BY id;
ALTER TABLE categories DROP COLUMN json;
`
