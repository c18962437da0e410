/** Categories that a proposal makes, under ids far below zero; `made_as`: what each is called since it was made. */
export const proposedCategories = `
CREATE TABLE proposed_categories (
  proposal_id INTEGER NOT NULL REFERENCES proposals(id) ON DELETE CASCADE,
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  parent_id INTEGER NOT NULL,
  made_as INTEGER,
  PRIMARY KEY (proposal_id, id)
) WITHOUT ROWID;
`
