/** How many variations each product has that has any: a sheet knows by it where all of its rows are. */
export const variedProducts = `
CREATE INDEX products_varied ON products (id, variation_count) WHERE variation_count > 0;
`
