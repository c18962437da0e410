import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ChangeView } from '../../../electron/shared/change'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { formatNumber } from '../../format/numbers'
import { useCommand } from '../../stores/command-store'
import { useViewStore } from '../../stores/view-store'
import { revertSet } from './change-actions'
import classes from './changes.module.css'
import { ProductDiffs } from './ProductDiffs'
import { askRevert, closeReview, useRevertReviewStore } from './revert-review-store'

/** Answers "take the last change back" on every screen, and shows what undoing several products at once would do. */
export function UndoDialog() {
  const review = useRevertReviewStore((state) => state.review)
  const [last, setLast] = useState(review)
  if (review && review !== last) setLast(review)
  const [busy, setBusy] = useState(false)
  useCommand('undo-change', () => void undoLast())

  async function undo(): Promise<void> {
    if (!review) return
    setBusy(true)
    if (await revertSet(review.connectionId, review.set.id, review.set.label)) closeReview()
    setBusy(false)
  }

  const set = last?.set
  return (
    <Modal opened={review !== null} onClose={closeReview} title={set ? `Undo: ${set.label}` : ''} size={640}>
      {set && last && (
        <Stack gap="md">
          <Text>
            {formatNumber(set.productCount)} products go back to what they were. This is a change of its own, which you
            can undo in turn. What the store has changed since is not overwritten without asking you.
          </Text>
          <section className={classes.review} aria-label="What would change">
            <ProductDiffs connectionId={last.connectionId} changes={set.changes.map(swapped)} />
          </section>
          {set.changeCount > set.changes.length && (
            <Text c="dimmed">
              and {formatNumber(set.changeCount - set.changes.length)} more changes of the same kind
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={closeReview}>
              Cancel
            </Button>
            <Button loading={busy} onClick={() => void undo()}>
              Undo for {formatNumber(set.productCount)} products
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

/** The way back; what cannot be written as before and after (a new product, a picture) stays as it was done. */
function swapped(change: ChangeView): ChangeView {
  const turns = change.kind === 'field' || change.kind === 'picture.alt' || change.kind === 'picture.order'
  return turns ? { ...change, before: change.after, after: change.before, reason: null } : { ...change, reason: null }
}

async function undoLast(): Promise<void> {
  const { connectionId } = useViewStore.getState()
  if (!connectionId) return
  try {
    const { sets } = await call('changes.list', { connectionId, filter: 'all', offset: 0, limit: 50 })
    const set = sets.find(({ canRevert, revertOf }) => canRevert && revertOf === null)
    if (set) await askRevert(connectionId, set)
    else notifyDone('There is nothing to take back.')
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}
