import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { notifyProblem } from '../../components/notify'
import { undoChangeSet } from '../../stores/product-actions'
import { showProduct } from '../../stores/view-store'

type Deleted = { connectionId: string; productId: number; changeSetId: number | null; name: string }

/** Says that a product was deleted, with the way back. */
export function offerUndo({ connectionId, productId, changeSetId, name }: Deleted): void {
  const id = `deleted ${connectionId} ${productId}`
  const undo = async () => {
    notifications.hide(id)
    if (changeSetId === null) return
    const problem = await undoChangeSet(connectionId, changeSetId)
    if (problem) notifyProblem(problem)
    else showProduct(productId)
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
