/** changes: which change one takes back, and how a conflict was decided, so that both can be undone. */
export const changeLinks = `
ALTER TABLE changes ADD COLUMN reverts INTEGER;
ALTER TABLE changes ADD COLUMN decision TEXT;
CREATE INDEX changes_by_reverts ON changes(reverts) WHERE reverts IS NOT NULL;
CREATE INDEX changes_decided ON changes(id) WHERE decision IS NOT NULL;
`
