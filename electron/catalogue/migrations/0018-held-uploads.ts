/** picture_jobs: an upload that its owner keeps back is held, as everything else is. */
export const heldUploads = `
ALTER TABLE picture_jobs RENAME COLUMN is_paused TO is_held;
`
