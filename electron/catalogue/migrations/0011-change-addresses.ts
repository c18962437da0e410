/** What a kind of change was -> what it is about now, and what it does there. `named`: the column that the old field becomes. */
export const addressOfKind: Record<string, { list?: string; verb: string; field?: string; named?: 'field' | 'key' }> = {
  create: { verb: 'create' },
  delete: { verb: 'delete' },
  field: { verb: 'set', named: 'field' },
  'picture.add': { list: 'pictures', verb: 'add' },
  'picture.remove': { list: 'pictures', verb: 'remove', named: 'key' },
  'picture.order': { list: 'pictures', verb: 'order' },
  'picture.alt': { list: 'pictures', verb: 'set', field: 'alt', named: 'key' },
  'picture.variation': { list: 'variations', verb: 'set', field: 'image', named: 'key' },
}

const text = (value: string | undefined): string => (value === undefined ? 'NULL' : `'${value}'`)

const moved = Object.entries(addressOfKind).map(
  ([kind, { list, verb, field, named }]) =>
    `UPDATE changes SET verb = '${verb}', list = ${text(list)}, key = ${named === 'key' ? 'field' : 'NULL'},
       field = ${named === 'field' ? 'field' : text(field)} WHERE kind = '${kind}';`,
)

/**
 * changes: instead of a kind, what a change is about (a thing; a list in it and the key of an entry; a field) and what it does
 * there. `changes_open` holds everything that choosing the next product to send reads; `changes_queue` held the same again.
 */
export const changeAddresses = `
ALTER TABLE changes ADD COLUMN thing TEXT NOT NULL DEFAULT 'product';
ALTER TABLE changes ADD COLUMN list TEXT;
ALTER TABLE changes ADD COLUMN key TEXT;
ALTER TABLE changes ADD COLUMN verb TEXT NOT NULL DEFAULT 'set';
${moved.join('\n')}
DROP INDEX changes_open;
DROP INDEX changes_queue;
ALTER TABLE changes DROP COLUMN kind;
CREATE INDEX changes_open ON changes(product_id, id, state, list, field, verb, retry_at, decision, waits_for)
  WHERE state NOT IN ('sent', 'dropped');
`
