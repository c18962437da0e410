/** changes.entry of pictures of variations: it stood in their values. */
export const entriesOfPictures = `
UPDATE changes SET entry = coalesce(nullif(after ->> '$.label', ''), nullif(before ->> '$.label', ''))
  WHERE list = 'variations' AND field = 'image' AND entry IS NULL;
UPDATE changes SET before = json_remove(before, '$.label'), after = json_remove(after, '$.label'),
  theirs = json_remove(theirs, '$.label') WHERE list = 'variations' AND field = 'image';
`
