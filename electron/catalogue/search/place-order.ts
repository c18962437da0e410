import type { Db } from '../database'
import { toNumbers } from '../number-list'

export type PlaceOrder = ReturnType<typeof createPlaceOrder>

/**
 * All local ids by Ecwid id, products made here last: the order of every search without a sort. Kept up to date product by
 * product, so that no search waits for it after a write.
 */
export function createPlaceOrder(db: Db) {
  const read = db.prepare(
    `SELECT CAST(group_concat(id) AS BLOB) AS ids, CAST(group_concat(place) AS BLOB) AS places
     FROM (SELECT id, place FROM products ORDER BY place, id)`,
  )
  let ids: number[] = []
  let places: number[] = []
  let highest = 0
  let isRead = false

  function readAll(): void {
    const found = read.get<{ ids: Uint8Array | null; places: Uint8Array | null }>()
    ids = toNumbers(found?.ids)
    places = toNumbers(found?.places)
    highest = ids.reduce((most, id) => Math.max(most, id), 0)
    isRead = true
  }

  return {
    /** Not to be changed. */
    ids(): readonly number[] {
      if (!isRead) readAll()
      return ids
    },
    /** Null: the product is gone. */
    put: (id: number, place: number | null): void => {
      if (!isRead) return
      // No id is given twice, so a higher one is new: a pull that fills the list must not look through it for each product.
      const known = id > highest ? -1 : ids.lastIndexOf(id)
      if (known >= 0) {
        ids.splice(known, 1)
        places.splice(known, 1)
      }
      if (place === null) return
      const at = firstAbove(places, place)
      highest = Math.max(highest, id)
      ids.splice(at, 0, id)
      places.splice(at, 0, place)
    },
    forget: (): void => void (isRead = false),
  }
}

function firstAbove(places: readonly number[], place: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
