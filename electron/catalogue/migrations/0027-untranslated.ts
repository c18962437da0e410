/** products.untranslated: the languages in which one of its texts says nothing, such as ` de fr `. Filled as products are indexed anew. */
export const untranslated = `
ALTER TABLE products ADD COLUMN untranslated TEXT NOT NULL DEFAULT '';
CREATE INDEX products_untranslated ON products(untranslated) WHERE untranslated <> '';
`
