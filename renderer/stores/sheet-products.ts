import { call } from '../bridge'
import { catalogueRow, useCatalogueStore } from './catalogue-store'
import { readSheetRows } from './sheet-store'

/** As many as one search answers with. */
const mostAtOnce = 500

/** The products in these places of the list, their rows read, also where nobody looked yet; undefined where the list has none any more. */
export async function productsAt(first: number, last: number): Promise<(number | undefined)[]> {
  const ids = Array.from({ length: last - first + 1 }, (_, step) => catalogueRow(first + step)?.id)
  const missing = ids.flatMap((id, step) => (id === undefined ? [step] : []))
  const [from, to] = [missing[0], missing.at(-1)]
  if (from !== undefined && to !== undefined) {
    const found = await searched(first + from, first + to)
    for (const step of missing) ids[step] = found[step - from]
  }
  await readSheetRows(ids.filter((id) => id !== undefined))
  return ids
}

async function searched(first: number, last: number): Promise<number[]> {
  const { connectionId, filters, sort } = useCatalogueStore.getState()
  if (connectionId === null) return []
  const query = sort === null ? filters : { ...filters, sort }
  const ids: number[] = []
  for (let offset = first; offset <= last; offset += mostAtOnce) {
    const limit = Math.min(mostAtOnce, last - offset + 1)
    const { rows } = await call('catalogue.search', { connectionId, query, offset, limit })
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}
