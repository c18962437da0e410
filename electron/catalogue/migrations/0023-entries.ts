/** changes.entry: what its owner calls the entry of a list that a change is about, where its key does not say so. */
export const entries = `
ALTER TABLE changes ADD COLUMN entry TEXT;
`
