/**
 * changes: which earlier change one cannot go before, and which one it does again. `changes_open`
 * holds everything that choosing the next product to send reads.
 */
export const waitingForPictures = `
ALTER TABLE changes ADD COLUMN waits_for INTEGER;
ALTER TABLE changes ADD COLUMN redoes INTEGER;
CREATE INDEX changes_by_redoes ON changes(redoes) WHERE redoes IS NOT NULL;
DROP INDEX changes_open;
CREATE INDEX changes_open ON changes(product_id, id, state, kind, retry_at, decision, waits_for)
  WHERE state NOT IN ('sent', 'dropped');
`
