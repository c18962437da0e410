import { changeRecordSchema, type ChangeRecord } from '../shared/change-record'

/** A change as its table has it. */
export type ChangeRow = Record<'id' | 'set_id' | 'product_id' | 'attempts', number> &
  Record<'product_name' | 'thing' | 'verb' | 'state', string> &
  Record<
    'list' | 'key' | 'field' | 'entry' | 'before' | 'after' | 'reason' | 'theirs' | 'token' | 'decision',
    string | null
  > &
  Record<'sent_at' | 'retry_at' | 'reverts' | 'redoes' | 'waits_for', number | null>

export const rowColumns = [
  ...(['id', 'set_id', 'product_id', 'attempts', 'product_name', 'thing', 'verb', 'state'] as const),
  ...(['list', 'key', 'field', 'entry', 'before', 'after', 'reason', 'theirs', 'token', 'decision'] as const),
  ...(['sent_at', 'retry_at', 'reverts', 'redoes', 'waits_for'] as const),
] satisfies (keyof ChangeRow)[]

export const fromJson = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

export function recordOf(row: ChangeRow): ChangeRecord {
  return changeRecordSchema.parse({
    id: row.id,
    setId: row.set_id,
    productId: row.product_id,
    productName: row.product_name,
    thing: row.thing,
    list: row.list,
    key: row.key,
    field: row.field,
    verb: row.verb,
    entry: row.entry,
    before: fromJson(row.before),
    after: fromJson(row.after),
    state: row.state,
    reason: fromJson(row.reason),
    theirs: fromJson(row.theirs),
    attempts: row.attempts,
    sentAt: row.sent_at,
    retryAt: row.retry_at,
    token: fromJson(row.token),
    reverts: row.reverts,
    redoes: row.redoes,
    waitsFor: row.waits_for,
    decision: fromJson(row.decision),
  })
}
