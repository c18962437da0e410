/**
 * picture_job_files: why a file is no picture for the store, and what its owner should know of one that is, as a code
 * (shared/picture-sentence.ts). Sentences of before stay sentences.
 */
export const refusalsAsCodes = `
UPDATE picture_job_files SET refusal = json_object('says', 'text', 'text', refusal) WHERE refusal IS NOT NULL;
UPDATE picture_job_files SET warning = json_object('says', 'text', 'text', warning) WHERE warning IS NOT NULL;
`
