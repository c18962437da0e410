/**
 * change_sets: what a set is about is a code with its parameters (shared/set-label.ts), and no sentence. Sentences of before
 * stay sentences, except where the program itself has to tell what they mean. picture_jobs: what was dropped, alike.
 */
export const labelsAsCodes = `
UPDATE change_sets SET label = CASE
  WHEN source = 'pull' THEN json_object('code', 'by-others')
  WHEN label LIKE 'Undo: %' THEN json_object(
    'code', 'undo', 'of', json_object('code', 'text', 'text', substr(label, 7)), 'only', NULL)
  WHEN label LIKE 'Redo: %' THEN json_object('code', 'redo', 'of', json_object('code', 'text', 'text', substr(label, 7)))
  ELSE json_object('code', 'text', 'text', label) END;
UPDATE picture_jobs SET label = json_object('file', label, 'more', 0);
`
