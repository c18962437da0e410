import { notifyProblem } from '../../components/notify'
import { aboutSet, offerUndo } from '../../components/offer-undo'
import { undoSet } from '../../stores/picture-actions'
import { addPictures, type AddOutcome } from '../../stores/picture-store'
import { useViewStore } from '../../stores/view-store'

/** Pictures dropped on a product that is not open: what became of them is told at the edge of the window. */
export async function dropOnProduct(productId: number, files: File[], urls: string[]): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (!connectionId) return
  const outcome = await addPictures({ connectionId, productId, files, urls, role: 'gallery' })
  const { added, changeSetId, productName } = outcome
  if (changeSetId !== null) {
    const target = { connectionId, productId, productName }
    offerUndo({
      message: `${added === 1 ? '1 picture' : `${added} pictures`} added to ${productName}`,
      about: aboutSet(changeSetId),
      undo: () => undoSet(target, changeSetId),
    })
  }
  const message = refusalMessage(outcome)
  if (message) notifyProblem({ code: 'refused', message })
}

/** The first files by name; the product's Media tab has all of them. */
export function refusalMessage({ refused }: Pick<AddOutcome, 'refused'>): string | null {
  if (refused.length === 0) return null
  const shown = refused.slice(0, 3).map(({ name, reason }) => `${name}: ${reason}`)
  const rest = refused.length - shown.length
  if (rest > 0) shown.push(`${rest} more were not added; the Media tab of the product lists them.`)
  return shown.join(' ')
}
