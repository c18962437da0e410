/** proposals.ending: how the sending of its change set is being ended, or was, by its owner; null: it is not. */
export const endingProposals = `
ALTER TABLE proposals ADD COLUMN ending TEXT;
`
