import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { undoChangeSet } from '../../stores/product-actions'
import { deleteListed, duplicateListed } from '../../stores/product-row-actions'
import { closeProduct, showProduct, useViewStore } from '../../stores/view-store'

export type RowTarget = { connectionId: string; productId: number; name: string }

/** Asks, deletes, and offers the way back. `after` runs when the dialog is closed, to give the focus back to the list. */
export function askToDelete(target: RowTarget, after: () => void): void {
  modals.openConfirmModal({
    title: `Delete “${target.name}”?`,
    children: (
      <Text>It is deleted from the store as well, as soon as the store can be reached. You can undo this.</Text>
    ),
    labels: { confirm: 'Delete', cancel: 'Keep it' },
    confirmProps: { color: 'red', 'data-autofocus': true },
    onConfirm: () => void remove(target),
    onClose: after,
  })
}

export async function duplicate(target: RowTarget): Promise<void> {
  try {
    const productId = await duplicateListed(target)
    if (productId !== null) showProduct(productId, 'general')
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

async function remove(target: RowTarget): Promise<void> {
  try {
    const { changeSetId } = await deleteListed(target)
    if (useViewStore.getState().product === target.productId) closeProduct()
    offerUndo(target, changeSetId)
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

function offerUndo({ connectionId, productId, name }: RowTarget, changeSetId: number | null): void {
  const id = `deleted ${connectionId} ${productId}`
  const undo = async () => {
    notifications.hide(id)
    if (changeSetId === null) return
    const problem = await undoChangeSet(connectionId, changeSetId)
    if (problem) notifyProblem(problem)
  }
  notifications.show({
    id,
    autoClose: 15_000,
    withBorder: true,
    role: 'status',
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text lineClamp={2}>Deleted {name}</Text>
        {changeSetId !== null && (
          <Button size="compact-sm" variant="default" onClick={() => void undo()}>
            Undo
          </Button>
        )}
      </Group>
    ),
  })
}
