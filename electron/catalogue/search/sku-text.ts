import type { Db } from '../database'
import { toIds } from '../number-list'
import { addId, either, emptySet, hasId, removeId, setOf, type IdSet } from './id-set'

/** So many changed products may stand beside the text before it is read anew. */
const maxChanged = 500
const keptParts = 128
/** After so many changed products without a search in between (a full pull) keeping the sets up to date costs more than it saves. */
const maxUnread = 2000

export type SkuText = ReturnType<typeof createSkuText>
type Found = { containing: IdSet; startingWith: IdSet; equal: IdSet }

const fits = {
  containing: (line: string, part: string) => line.includes(part),
  startingWith: (line: string, part: string) => line.startsWith(part),
  equal: (line: string, part: string) => line === part,
} satisfies Record<keyof Found, unknown>
const kinds = ['containing', 'startingWith', 'equal'] as const

/**
 * Every SKU, one folded line each, held as one text: finding any part of a SKU, one letter or ten, is a scan of a few
 * megabytes at most (2 ms, 10 where each SKU has it). A trigram index answers long rare parts as fast, but not one letter, nor
 * the prefix all share. What was found is kept and follows the changes of single products.
 */
export function createSkuText(db: Db, maxId: () => number) {
  const read = db.prepare(
    `SELECT CAST(group_concat(product_id) AS BLOB) AS ids, group_concat(line, char(10)) AS text
     FROM (SELECT product_id, line FROM product_skus ORDER BY product_id)`,
  )
  let text = ''
  /** Where the next line begins. */
  let lineEnds: Int32Array = new Int32Array()
  let lineIds: Int32Array = new Int32Array()
  let isRead = false
  let changed = new Map<number, readonly string[]>()
  let kept = new Map<string, Found>()
  let unread = 0

  function readAll(): void {
    const found = read.get<{ ids: Uint8Array | null; text: string | null }>()
    lineIds = toIds(found?.ids)
    text = found?.text ?? ''
    lineEnds = new Int32Array(lineIds.length)
    for (let line = 0, at = 0; line < lineIds.length; line++) {
      const end = text.indexOf('\n', at)
      lineEnds[line] = at = end < 0 ? text.length : end + 1
    }
    changed = new Map()
    isRead = true
  }

  function scan(part: string): Found {
    if (!isRead) readAll()
    const found = { containing: emptySet(maxId()), startingWith: emptySet(maxId()), equal: emptySet(maxId()) }
    const changedIds = setOf([...changed.keys()], maxId())
    let line = 0
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, lineEnds[line] ?? text.length)) {
      while ((lineEnds[line] ?? Infinity) <= at) line += 1
      const id = lineIds[line] ?? 0
      if (hasId(changedIds, id)) continue
      addId(found.containing, id)
      if (at > 0 && text[at - 1] !== '\n') continue
      addId(found.startingWith, id)
      const end = at + part.length
      if (end === text.length || text[end] === '\n') addId(found.equal, id)
    }
    for (const [id, lines] of changed) note(found, part, id, lines)
    return found
  }

  function find(part: string): Found {
    unread = 0
    const found = kept.get(part) ?? scan(part)
    kept.delete(part)
    kept.set(part, found)
    if (kept.size > keptParts) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    return found
  }

  return {
    /** The product has these lines now. */
    put: (productId: number, lines: readonly string[]): void => {
      unread += 1
      if (unread > maxUnread) kept = new Map()
      for (const [part, found] of kept) note(found, part, productId, lines)
      if (!isRead) return
      changed.set(productId, lines)
      if (changed.size > maxChanged) isRead = false
    },
    /** Reads all SKUs now, which the first search would wait for. */
    warmUp: (): void => (isRead ? undefined : readAll()),
    forget: (): void => {
      isRead = false
      kept = new Map()
    },
    /** Products with a SKU that contains the folded part, with one that begins so, and with one that is it. */
    with: find,
  }
}

/** Whether a product with these SKUs is among those found. */
function note(found: Found, part: string, id: number, lines: readonly string[]): void {
  for (const kind of kinds) {
    if (id >>> 5 >= found[kind].length) found[kind] = either(found[kind], emptySet(id * 2))
    if (lines.some((line) => fits[kind](line, part))) addId(found[kind], id)
    else removeId(found[kind], id)
  }
}
