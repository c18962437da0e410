/** Columns of fields are named by the field and made from its entry (field-columns.ts); this takes over the one there was. */
export const fieldColumns = `
DROP INDEX products_by_out_of_stock;
ALTER TABLE products RENAME COLUMN out_of_stock TO field_outOfStockVisibilityBehaviour;
CREATE INDEX products_by_field_outOfStockVisibilityBehaviour
  ON products(field_outOfStockVisibilityBehaviour, place) WHERE hidden = 0;
`
