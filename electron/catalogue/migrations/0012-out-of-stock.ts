/** products.out_of_stock: what becomes of a product without stock, for the filter. Filled from what the store sent last. */
export const outOfStock = `
ALTER TABLE products ADD COLUMN out_of_stock TEXT NOT NULL DEFAULT 'SHOW';
UPDATE products SET out_of_stock = r.json ->> '$.outOfStockVisibilityBehaviour' FROM remotes r
WHERE r.product_id = products.id AND r.json ->> '$.outOfStockVisibilityBehaviour' IN ('HIDE', 'ALLOW_PREORDER');
CREATE INDEX products_by_out_of_stock ON products(out_of_stock);
`
