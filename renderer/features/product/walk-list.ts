import { problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { productBeside, showBeside, type Beside, type Step } from '../../stores/list-walk'
import { useProductStore } from '../../stores/product-store'
import { useViewStore } from '../../stores/view-store'
import { walkedNow } from '../../stores/walked-list'
import { focusWhenThere, goToTabs } from './go-to-field'
import { isCellPath } from './variations/variation-errors'

export const endOfList = (step: Step): string =>
  `This is the ${step > 0 ? 'last' : 'first'} product of ${walkedNow()?.name ?? 'the list'}.`

/** Opens the product beside this one in the list; what is typed here and not saved stays with its product. */
export async function walkList(step: Step): Promise<void> {
  try {
    const beside = await productBeside(step)
    if (beside) walkTo(beside)
    else notifyDone(endOfList(step))
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

/** The keyboard stays in the field that it is in, so that one value is edited product by product. */
export function walkTo(beside: Beside): void {
  const place = placeOfFocus()
  showBeside(beside)
  if (place) whenOpen(beside.productId, () => (typeof place === 'string' ? focusWhenThere(place, 30) : place.again()))
}

/** A path, or what brings the focus back; null: it is elsewhere, such as in the list, and stays there. */
function placeOfFocus(): string | { again: () => void } | null {
  const { activeElement: focused } = document
  const path = focused?.closest<HTMLElement>('[data-field]')?.dataset.field
  if (path !== undefined && !isCellPath(path)) return path
  const button = focused?.closest<HTMLElement>('[data-walk]')?.dataset.walk
  if (button === undefined)
    return focused?.closest('#product-form-body, [data-product-tabs]') ? { again: goToTabs } : null
  const again = () => {
    document.querySelector<HTMLElement>(`[data-walk="${button}"]`)?.focus()
    goToTabs()
  }
  return { again }
}

/** Once the form of the product is there; not at all where another one is opened before. */
function whenOpen(productId: number, then: () => void): void {
  const look = () => {
    const { open } = useProductStore.getState()
    const isHere = useViewStore.getState().product === productId
    const isReady = isHere && open?.target === productId && open.phase !== 'loading'
    if (!isHere || isReady) stop()
    if (isReady) requestAnimationFrame(then)
  }
  const stop = useProductStore.subscribe(look)
}
