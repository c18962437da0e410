/** What comes back, and what it comes back to, is looked up among all that was ever deleted. */
export const deletions = `
CREATE INDEX changes_deletions ON changes (thing, id) WHERE verb = 'delete';
`
