/** picture_job_files.is_turned: the camera noted that the picture is to be turned before it is shown. */
export const turnedPictures = `
ALTER TABLE picture_job_files ADD COLUMN is_turned INTEGER NOT NULL DEFAULT 0;
`
