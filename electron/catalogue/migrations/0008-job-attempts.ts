/** picture_jobs: how often in a row a job was begun from the same place, and where that was. See images/jobs/job-attempts.ts. */
export const jobAttempts = `
ALTER TABLE picture_jobs ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE picture_jobs ADD COLUMN attempted_from TEXT;
`
