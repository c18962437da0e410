import type { ProductRow } from '../../../electron/shared/product-query'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { problemOf } from '../../bridge'
import { notifyProblem, tellNotAllowed } from '../../components/notify'
import { useCatalogueStore } from '../../stores/catalogue-store'
import {
  isPicked,
  mostPicked,
  pickedCount,
  pickUpTo,
  togglePicked,
  useProductSelection,
} from '../../stores/product-selection'
import type { RowPlace } from './row-layout'
import { say } from './said'

/** Selects a product for what is done with many, as in the list, or lets it go; `isRange`: all from the last one to it. */
export async function tickProduct(
  product: ProductRow,
  { index, variation }: RowPlace,
  isRange: boolean,
): Promise<void> {
  const { id, name, variationCount } = product
  try {
    if (!isRange) togglePicked(id, index)
    else if (!(await pickUpTo(index))) {
      return tellNotAllowed(`At most ${formatNumber(mostPicked)} products are selected one by one.`)
    }
  } catch (error) {
    return notifyProblem(problemOf(error))
  }
  const { picked } = useProductSelection.getState()
  const count = pickedCount(picked, useCatalogueStore.getState().total ?? 0)
  const all = variation === null ? '' : `, with all of its variations (${formatNumber(variationCount)})`
  say(`${name} ${isPicked(picked, id) ? `selected${all}` : 'not selected'}. ${formatNumber(count)} selected.`)
}
