import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Comparison, Snapshot } from '../../../electron/shared/snapshot'
import { productsText } from '../../../electron/shared/words/counts'
import { tellWhyNot } from '../../components/notify'
import { Modal } from '../../overlays/Modal'
import { newProducts } from './snapshot-words'
import { putBack } from './put-back'

type Props = {
  connectionId: string
  snapshot: Snapshot
  tally: Comparison['tally']
  opened: boolean
  onClose: () => void
}

/** What goes back of everything; nothing is written before the review. */
export function PutBackDialog({ connectionId, snapshot, tally, opened, onClose }: Props) {
  const [stock, setStock] = useState(false)
  const [deletes, setDeletes] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const added = newProducts(tally)

  async function review(): Promise<void> {
    setBusy(true)
    tellWhyNot(await putBack(connectionId, snapshot.id, { stock, deletes }))
    setBusy(false)
    onClose()
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Put back everything">
      <Stack gap="md">
        <Text>
          You see every value in a review first. Categories and product types come back too, and pictures that are gone,
          in the order that they had. What was added since stays: newer pictures come after the others.
        </Text>
        <Text c="dimmed" fz="sm">
          The picture of a category that is there stays as it is. A variation that is made anew comes without its
          picture.
        </Text>
        <Checkbox
          label="Stock too, which sales may have moved since"
          checked={stock}
          onChange={(event) => setStock(event.currentTarget.checked)}
        />
        {added > 0 && (
          <Checkbox
            label={`Delete ${productsText(added)} that ${added === 1 ? 'was' : 'were'} not there then`}
            checked={deletes}
            onChange={(event) => setDeletes(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={isBusy} onClick={() => void review()}>
            Review
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
