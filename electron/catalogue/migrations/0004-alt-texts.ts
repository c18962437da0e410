/**
 * products.without_alt: how many of its pictures have no alt text. Filled from what the store sent last; the first write to
 * a product with changes that wait counts them too.
 */
export const altTexts = `
ALTER TABLE products ADD COLUMN without_alt INTEGER NOT NULL DEFAULT 0;
UPDATE products SET without_alt = counted.pictures FROM (
  SELECT r.product_id, count(*) AS pictures FROM remotes r, json_each(r.json, '$.media.images') image
  WHERE trim(coalesce(json_extract(image.value, '$.alt.main'), '')) = '' GROUP BY r.product_id
) AS counted WHERE counted.product_id = products.id;
CREATE INDEX products_without_alt ON products(id) WHERE without_alt > 0;
-- A row is hidden until its pictures are counted.
CREATE INDEX products_without_pictures ON products(id) WHERE picture_count = 0 AND hidden = 0;
`
