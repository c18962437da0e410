import { problemOf } from '../../bridge'
import { notifyProblem, tellNotAllowed } from '../../components/notify'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { mostPicked, pickUpTo } from '../../stores/product-selection'

/** From where the range began up to this place. */
export async function pickRange(index: number): Promise<void> {
  try {
    if (await pickUpTo(index)) return
    const most = formatNumber(mostPicked)
    tellNotAllowed(`At most ${most} products are selected one by one. Ctrl+A selects all that the list finds.`)
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}
