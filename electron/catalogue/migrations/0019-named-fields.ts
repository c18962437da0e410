/** changes: which fields the store refused, by their names alone; what it said of them is the reason's sentence. */
export const namedFields = `
UPDATE changes
SET reason = json_set(reason, '$.fields', (SELECT json_group_array(field.key) FROM json_each(reason, '$.fields') field))
WHERE json_type(reason, '$.fields') = 'object';
`
