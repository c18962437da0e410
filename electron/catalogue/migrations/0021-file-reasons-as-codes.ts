/**
 * picture_job_files: why a file has its verdict, as a code (shared/file-reason.ts). Sentences of before stay sentences; that
 * of a refused file is its refusal.
 */
export const fileReasonsAsCodes = `
UPDATE picture_job_files SET reason = CASE
  WHEN reason = '' THEN '{"says":"not-compared"}'
  WHEN verdict = 'refused' AND reason = refusal THEN '{"says":"refused"}'
  ELSE json_object('says', 'text', 'text', reason) END;
UPDATE picture_job_files SET found = json_set(found, '$.reason',
  json_object('says', 'text', 'text', json_extract(found, '$.reason')))
  WHERE json_type(found, '$.reason') = 'text';
`
