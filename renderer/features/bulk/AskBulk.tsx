import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { BulkAction } from '../../../electron/shared/bulk-action'
import type { ErrorInfo } from '../../../electron/shared/errors'
import { Status } from '../../components/Status'
import { closeBulk, propose, type BulkAsked, type BulkPanel } from '../../stores/bulk-store'
import { productsText } from '../../../electron/shared/words/counts'
import classes from './bulk.module.css'
import { CategoriesPanel } from './CategoriesPanel'
import { FillPanel } from './FillPanel'
import { FirstProducts } from './FirstProducts'
import { OptionsPanel } from './OptionsPanel'
import { PricesPanel } from './PricesPanel'
import { ReplacePanel } from './ReplacePanel'
import { SetFieldPanel } from './SetFieldPanel'
import { StockPanel } from './StockPanel'

export type PanelProps = Pick<BulkAsked, 'connectionId' | 'selection'> & {
  /** Null: what is asked for is not complete. */
  onAction: (action: BulkAction | null) => void
}

const panels: Record<BulkPanel, (props: PanelProps) => React.ReactNode> = {
  set: SetFieldPanel,
  categories: CategoriesPanel,
  prices: PricesPanel,
  replace: ReplacePanel,
  fill: FillPanel,
  stock: StockPanel,
  options: OptionsPanel,
}

/** What is to be done, what it makes of the first products, and the way to the review. */
export function AskBulk({ asked }: { asked: BulkAsked }) {
  const { connectionId, selection, count, panel } = asked
  const [action, setAction] = useState<BulkAction | null>(null)
  const [problem, setProblem] = useState<ErrorInfo | null>(null)
  const [isBusy, setBusy] = useState(false)
  const Panel = panels[panel]

  async function review(): Promise<void> {
    if (!action || isBusy) return
    setBusy(true)
    setProblem(await propose(connectionId, { selection, action }))
    setBusy(false)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void review()
      }}
    >
      <Stack gap="md">
        <Panel connectionId={connectionId} selection={selection} onAction={setAction} />
        {panel !== 'replace' && <FirstProducts connectionId={connectionId} selection={selection} action={action} />}
        {problem && (
          <Status tone="danger" role="alert">
            {problem.message}
          </Status>
        )}
        <Group justify="space-between" gap="xs" className={classes.askFoot}>
          <Text c="dimmed">Nothing is written before you have seen all of it.</Text>
          <Group gap="xs">
            <Button variant="default" onClick={closeBulk}>
              Cancel
            </Button>
            <Button type="submit" loading={isBusy} disabled={!action}>
              Review {productsText(count)}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  )
}
