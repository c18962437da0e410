/** proposals.starts_at, ends_at: when what was said yes to begins, and when it goes back; null: at once, never. */
export const timedProposals = `
ALTER TABLE proposals ADD COLUMN starts_at INTEGER;
ALTER TABLE proposals ADD COLUMN ends_at INTEGER;
`
