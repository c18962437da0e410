/** `bytes` of a snapshot counts the pictures that it keeps as well: those that no earlier one keeps. */
export const countedPictures = `
DROP INDEX snapshot_pictures_by_hash;
CREATE INDEX snapshot_pictures_by_hash ON snapshot_pictures(hash, snapshot_id);
UPDATE snapshots SET bytes = bytes + kept.more FROM (
  SELECT id, sum(bytes) AS more FROM (SELECT min(snapshot_id) AS id, max(bytes) AS bytes FROM snapshot_pictures GROUP BY hash) GROUP BY id
) AS kept WHERE kept.id = snapshots.id;
`
