/** What the row of a table says of a category that a proposal makes; null: it has none, and is made with the first product in it. */
export const rowsOfCategories = `
ALTER TABLE proposed_categories ADD COLUMN said TEXT;
`
