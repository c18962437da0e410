/** picture_jobs, picture_job_files: what went wrong, as a code (shared/sentence.ts). Sentences of before stay sentences. */
export const problemsAsCodes = `
UPDATE picture_jobs SET problem = json_object('says', 'text', 'text', problem) WHERE problem IS NOT NULL;
UPDATE picture_job_files SET problem = json_object('says', 'text', 'text', problem) WHERE problem IS NOT NULL;
`
