/** UPC, EAN and GTIN of products and their variations, to find who has one. Filled as products are indexed anew. */
export const barcodes = `
CREATE TABLE product_barcodes (
  code TEXT NOT NULL,
  product_id INTEGER NOT NULL,
  PRIMARY KEY (code, product_id)
) WITHOUT ROWID;
`
