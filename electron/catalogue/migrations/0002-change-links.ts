/**
 * changes: which change one takes back, and how a conflict was decided, so that both can be undone. `changes_open` holds
 * everything that choosing the next product to send reads: that is done after every request, beside a long history.
 */
export const changeLinks = `
ALTER TABLE changes ADD COLUMN reverts INTEGER;
ALTER TABLE changes ADD COLUMN decision TEXT;
CREATE INDEX changes_by_reverts ON changes(reverts) WHERE reverts IS NOT NULL;
DROP INDEX changes_open;
CREATE INDEX changes_open ON changes(product_id, id, state, kind, retry_at, decision)
  WHERE state NOT IN ('sent', 'dropped');
CREATE INDEX changes_decided ON changes(id) WHERE decision IS NOT NULL;
`
