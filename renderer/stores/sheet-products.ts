import { productIdsAt } from './catalogue-store'
import { readSheetRows } from './sheet-store'

/** The products in these places of the list, their rows read, also where nobody looked yet; none where the list has ended. */
export async function productsAt(first: number, last: number): Promise<number[]> {
  const ids = await productIdsAt(first, last)
  await readSheetRows(ids)
  return ids
}
