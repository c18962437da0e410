/** categories.thumbnail: its picture, small; categories.untranslated: as that of products. Both are filled as categories are indexed anew. */
export const categoriesInSight = `
ALTER TABLE categories ADD COLUMN thumbnail TEXT;
ALTER TABLE categories ADD COLUMN untranslated TEXT NOT NULL DEFAULT '';
`
