/** categories.made_as: the local id that one made here was called by before the store gave it an id. */
export const madeAs = `
ALTER TABLE categories ADD COLUMN made_as INTEGER;
`
