/** Each entry of a list, with what stands under `name` as a code where it is a sentence. */
const asCodes = (list: string, name: string): string =>
  `(SELECT json_group_array(json(CASE WHEN json_type(e.value, '$.${name}') = 'text'
     THEN json_set(e.value, '$.${name}', json_object('says', 'text', 'text', json_extract(e.value, '$.${name}')))
     ELSE e.value END)) FROM json_each(${list}) e)`

/**
 * proposed_edits, kept_table_edits: why an edit cannot be (shared/edit-reason.ts); imported_rows: why a cell is not read
 * (shared/cell-reason.ts), as codes. Sentences of before stay sentences.
 */
export const editReasonsAsCodes = `
UPDATE proposed_edits SET reason = json_object('says', 'text', 'text', reason) WHERE reason IS NOT NULL;
UPDATE kept_table_edits SET edits = ${asCodes('edits', 'reason')};
UPDATE imported_rows SET said = json_object(
  'own', json(${asCodes(`json_extract(said, '$.own')`, 'odd')}),
  'variations', json((SELECT json_group_object(v.key, json(${asCodes('v.value', 'odd')}))
    FROM json_each(said, '$.variations') v)))
  WHERE said LIKE '%"odd":"%';
`
