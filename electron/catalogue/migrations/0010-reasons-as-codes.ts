/**
 * changes: why one waits or was refused says its sentence as a code (shared/sentence.ts), in a decision too. Sentences of
 * before stay sentences. Done again, it changes nothing: what is carried over from a damaged file may be older.
 */
export const reasonsAsCodes = `
UPDATE changes SET reason = json_set(json_remove(reason, '$.message'), '$.sentence',
  json_object('says', 'text', 'text', json_extract(reason, '$.message')))
  WHERE json_extract(reason, '$.message') IS NOT NULL;
UPDATE changes SET decision = json_set(json_remove(decision, '$.reason.message'), '$.reason.sentence',
  json_object('says', 'text', 'text', json_extract(decision, '$.reason.message')))
  WHERE json_extract(decision, '$.reason.message') IS NOT NULL;
`
