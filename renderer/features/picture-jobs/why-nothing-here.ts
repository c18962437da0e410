import { notTakenSentence, type Way } from '../../format/not-taken'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { useAccess } from '../../stores/access'
import { picturesIn } from '../../stores/dropped-pictures'
import { useViewStore } from '../../stores/view-store'

/** Why nothing can be added now, whatever comes; null: it can. */
export function useWhyNot(): (way: Way) => string | null {
  const isOpen = useViewStore((view) => view.connectionId !== null)
  const { canUpdate, reason } = useAccess()
  return (way) => {
    const again = way === 'dropped' ? 'drop' : 'paste'
    if (!isOpen) return `No store is open, so nothing was added. Connect or open a store and ${again} it again.`
    if (!canUpdate) return reason
    return isDialogOpen() ? `A dialog is open, so nothing was added. Close it and ${again} it again.` : null
  }
}

/** Why a link or a text that was dropped where folders go adds nothing. */
export function whyNothingHere(data: DataTransfer): string {
  const { urls, notTaken = 'nothing' } = picturesIn(data)
  if (urls.length === 0) return notTakenSentence(notTaken, 'dropped')
  const [what, it] = urls.length === 1 ? ['A link has', 'it'] : ['Links have', 'them']
  return `${what} no file name to find a product by, so nothing was added. Drop ${it} on a product in the list or in its Media tab.`
}
