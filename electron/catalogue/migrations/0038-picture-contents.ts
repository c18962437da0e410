/** What pictures of products are, as far as they were read once: `name` as `picture-key.ts` has it, without its host; `hash`: SHA-256 in hex. */
export const pictureContents = `
CREATE TABLE picture_contents (
  product_id INTEGER NOT NULL REFERENCES products(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (product_id, name)
) WITHOUT ROWID;
`
