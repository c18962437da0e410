import { List, Text } from '@mantine/core'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { Question } from '../../overlays/Question'
import { goingVariations } from '../../stores/varied-by-options'
import { openedProduct, patchOpen, useProductStore } from '../../stores/product-store'

/** So many are named. */
const named = 8

type Props = { onConfirm: (asked: 'save' | 'save-and-next') => void }

/** Names the variations that a save would take from the store, and asks before it. */
export function GoingVariations({ onConfirm }: Props) {
  const asks = useProductStore(({ open }) => open?.asksToRemove ?? null)
  // Found when it is asked: a letter typed into the form draws nothing of this.
  const open = asks ? openedProduct() : null
  const going = open ? goingVariations(open) : []
  const count = going.length === 1 ? '1 variation' : `${going.length} variations`
  const close = () => open && patchOpen(open, { asksToRemove: null })
  const confirm = () => {
    close()
    if (asks) onConfirm(asks)
  }
  return (
    <Question
      opened={going.length > 0}
      title={`${count} will be removed`}
      onNo={() => close()}
      yes={{ label: `Save and remove ${count}`, act: confirm }}
    >
      <Text>
        {going.length === 1 ? 'It goes' : 'They go'} from the store with what{' '}
        {going.length === 1 ? 'it has' : 'they have'} of {going.length === 1 ? 'its' : 'their'} own{alongOf(going)}.
        Stockroom keeps that, so that undoing this save makes {going.length === 1 ? 'it' : 'them'} again.
      </Text>
      <List size="sm">
        {going.slice(0, named).map(({ id, label }) => (
          <List.Item key={id}>{label}</List.Item>
        ))}
        {going.length > named && <List.Item>and {going.length - named} more</List.Item>}
      </List>
    </Question>
  )
}

/** What goes with them that nobody would want to lose unseen. */
function alongOf(going: ReturnType<typeof goingVariations>): string {
  const pieces = going.reduce((sum, { own }) => sum + (own.quantity ?? 0), 0)
  const pictures = going.filter(({ thumbnail }) => thumbnail !== null).length
  const parts = [
    pieces > 0 && `${formatNumber(pieces)} in stock`,
    pictures > 0 && (pictures === 1 ? '1 picture' : `${formatNumber(pictures)} pictures`),
  ]
  const named = parts.filter(Boolean).join(' and ')
  return named && `: ${named}`
}
