import type { Db } from '../database'
import { toIds } from '../number-list'
import type { Memory } from './memory'
import { addId, emptySet, hasId, type IdSet } from './id-set'

/** So many changed products may stand beside the text before it is read anew. */
const maxChanged = 500

/**
 * Every SKU, one folded line each, held as one text: finding any part of a SKU, one letter or ten, is a scan of a few
 * megabytes at most (2 ms). A trigram index answers long rare parts as fast, but not one letter, nor the prefix all share.
 */
export type SkuText = ReturnType<typeof createSkuText>

export function createSkuText(db: Db, memory: Memory, maxId: () => number) {
  const read = db.prepare(
    `SELECT CAST(group_concat(product_id) AS BLOB) AS ids, group_concat(line, char(10)) AS text
     FROM (SELECT product_id, line FROM product_skus ORDER BY product_id)`,
  )
  let text = ''
  let lineStarts: Int32Array = new Int32Array()
  let lineIds: Int32Array = new Int32Array()
  let isRead = false
  let changed = new Map<number, readonly string[]>()
  function readAll(): void {
    const found = read.get<{ ids: Uint8Array | null; text: string | null }>()
    lineIds = toIds(found?.ids)
    // A line begins with its line break, so that a SKU's beginning can be looked for as well.
    text = lineIds.length > 0 ? `\n${found?.text ?? ''}` : ''
    lineStarts = new Int32Array(lineIds.length + 1)
    for (let line = 1; line < lineIds.length; line++)
      lineStarts[line] = text.indexOf('\n', (lineStarts[line - 1] ?? 0) + 1)
    lineStarts[lineIds.length] = text.length
    changed = new Map()
    isRead = true
  }

  function scan(needle: string, isFound: (line: string) => boolean): IdSet {
    if (!isRead) readAll()
    const found = emptySet(maxId())
    const changedIds = emptySet(changed.size > 0 ? maxId() : 0)
    for (const id of changed.keys()) addId(changedIds, id)
    let line = 0
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, lineStarts[line + 1] ?? text.length)) {
      while ((lineStarts[line + 1] ?? Infinity) <= at) line += 1
      const id = lineIds[line] ?? 0
      if (!hasId(changedIds, id)) addId(found, id)
    }
    for (const [id, lines] of changed) if (lines.some(isFound)) addId(found, id)
    return found
  }

  return {
    /** The product has these lines now. */
    put: (productId: number, lines: readonly string[]): void => {
      if (!isRead) return
      changed.set(productId, lines)
      if (changed.size > maxChanged) isRead = false
    },
    /** Reads all SKUs now, which the first search would wait for. */
    warmUp: (): void => (isRead ? undefined : readAll()),
    forget: (): void => void (isRead = false),
    /** Products with a SKU that contains the folded part. */
    containing: (part: string): IdSet =>
      memory.of(`sku-part ${part}`, ['skus'], () => scan(part, (line) => line.includes(part))),
    startingWith: (part: string): IdSet =>
      memory.of(`sku-start ${part}`, ['skus'], () => scan(`\n${part}`, (line) => line.startsWith(part))),
  }
}
