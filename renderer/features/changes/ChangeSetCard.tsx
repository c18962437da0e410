import { Button, Collapse, Group, Text } from '@mantine/core'
import { memo, useId, useState } from 'react'
import type { ChangeSetView } from '../../../electron/shared/change'
import type { RowsWanted } from '../../../electron/shared/import'
import type { Act } from '../../../electron/shared/change-address'
import { labelText, undoneText } from '../../../electron/shared/words/set-label'
import { Ago } from '../../components/Ago'
import { FoldingHead } from '../../components/FoldingHead'
import cards from '../../components/folding-cards.module.css'
import { Status } from '../../components/Status'
import { tellSavedRows } from '../../components/tell-saved-rows'
import { formatDateTime } from '../../format/dates'
import { thingsText } from '../../../electron/shared/words/counts'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { useAllHeld } from '../../stores/changes-store'
import { saveRows } from '../../stores/imports-store'
import { showChangesTab, showProduct } from '../../stores/view-store'
import { RowsMenu } from '../../overlays/RowsMenu'
import { holdSet, sendSet } from './change-actions'
import { changeStateWords } from './change-states'
import classes from './changes.module.css'
import { ProductDiffs } from './ProductDiffs'
import { askRevert } from './revert-review-store'
import { isBehindHeld, setActions } from './set-actions'
import { useChangesOfSet } from './use-changes-of-set'

type Props = { connectionId: string; set: ChangeSetView }

/** One change set: what it is about, how far it got, its diff and its actions. */
export const ChangeSetCard = memo(function ChangeSetCard({ connectionId, set }: Props) {
  const stuck = set.state === 'refused' || set.state === 'conflict'
  const [opened, setOpened] = useState<boolean | null>(null)
  // Until the person decides, what needs them is open.
  const isOpen = opened ?? stuck
  const diffId = useId()
  const allHeld = useAllHeld()
  const isResting = set.state === 'waiting' || (set.state === 'unknown' && set.isBetweenSteps)
  const { label, tone } = changeStateWords[allHeld && isResting ? 'held' : set.state]
  return (
    <li className={cards.card}>
      <FoldingHead
        title={titleOf(set)}
        about={
          <Text component="span" fz="xs" c="dimmed" title={formatDateTime(set.createdAt)}>
            <Ago at={set.createdAt} /> · {howMany(set)}
          </Text>
        }
        isOpen={isOpen}
        controls={diffId}
        onTurn={() => setOpened(!isOpen)}
      >
        {set.source === 'pull' ? (
          <Text fz="xs" c="dimmed">
            By others
          </Text>
        ) : (
          <Status tone={tone} fz="xs">
            {set.state === 'waiting' && !allHeld && isBehindHeld(set) ? 'Waits for the held change before it' : label}
          </Status>
        )}
        <Actions connectionId={connectionId} set={set} />
      </FoldingHead>
      <Collapse expanded={isOpen} id={diffId} transitionDuration={120}>
        {isOpen && (
          <div className={classes.diff}>
            <AllChanges connectionId={connectionId} set={set} />
          </div>
        )}
      </Collapse>
    </li>
  )
})

const nouns: Readonly<Record<Act['thing'], string>> = {
  product: 'products',
  category: 'categories',
  productType: 'product types',
}

/** By changes, as the tabs and the side of the window count. */
function howMany({ productCount, changeCount, changes }: ChangeSetView): string {
  const count = changeCount === 1 ? '1 change' : `${formatNumber(changeCount)} changes`
  if (productCount <= 1) return count
  const [thing, other] = new Set(changes.map((change) => change.thing))
  if (thing && !other) return `${count} on ${formatNumber(productCount)} ${nouns[thing]}`
  // The card has the first changes of a long set alone.
  if (changes.length < changeCount)
    return `${count} on ${formatNumber(productCount)} products, categories and product types`
  return `${count} on ${thingsText({ products: productCount, categories: thingsIn(changes, 'category'), productTypes: thingsIn(changes, 'productType') })}`
}

const thingsIn = (changes: ChangeSetView['changes'], thing: Act['thing']): number =>
  new Set(changes.flatMap((change) => (change.thing === thing ? [change.productId] : []))).size

function AllChanges({ connectionId, set }: Props) {
  const { changes, rest, showMore } = useChangesOfSet(connectionId, set)
  return <ProductDiffs connectionId={connectionId} changes={changes} rest={rest} onMore={showMore} />
}

/** The store's own changes have no name but that of their product. */
function titleOf({ source, label, productCount, changes }: ChangeSetView): string {
  const name = changes[0]?.productName
  return source === 'pull' && productCount === 1 && name ? name : labelText(label)
}

function Actions({ connectionId, set }: Props) {
  const allHeld = useAllHeld()
  const { send, deletedProduct, hold, takeBack, revert, reverted } = setActions(set, allHeld)
  const about = { size: 'compact-sm', variant: 'default', 'aria-description': titleOf(set) } as const
  const alone = set.changeCount === 1
  const back = set.source === 'pull' ? 'Put back' : 'Undo'
  const save = (wanted: RowsWanted) => () => tellSavedRows(saveRows(connectionId, { changeSetId: set.id }, wanted))
  const goBack = (title: string, done: string) => () =>
    void askRevert({
      ...{ connectionId, changeSetId: set.id, title: `${title}: ${titleOf(set)}` },
      seen: alone ? done : null,
    })
  return (
    <Group gap={4} wrap="nowrap" className={classes.actions}>
      {set.state === 'conflict' && (
        <Button {...about} variant="filled" onClick={() => showChangesTab('conflict')}>
          Decide…
        </Button>
      )}
      {deletedProduct !== null && (
        <Button {...about} onClick={() => showProduct(deletedProduct)}>
          Open the product
        </Button>
      )}
      {send && (
        <Button {...about} onClick={() => void sendSet(connectionId, set.id)}>
          {send}
        </Button>
      )}
      {set.isImport && (
        <RowsMenu
          {...about}
          label="Its rows"
          ways={[
            { label: 'All rows with their result…', onSave: save('all') },
            { label: 'Only the rows that failed…', onSave: save('failed') },
          ]}
        />
      )}
      {hold && !(allHeld && hold === 'hold') && (
        <Button {...about} onClick={() => void holdSet(connectionId, set.id, hold === 'hold')}>
          {hold === 'hold' ? 'Hold' : 'Release'}
        </Button>
      )}
      {takeBack && (
        <Button {...about} onClick={goBack('Take back', `Taken back: ${titleOf(set)}`)}>
          {alone ? 'Take back' : 'Take back…'}
        </Button>
      )}
      {revert && (
        <Button
          {...about}
          onClick={goBack(back, set.source === 'pull' ? `Put back: ${titleOf(set)}` : undoneText(set.label))}
        >
          {alone ? back : `${back}…`}
        </Button>
      )}
      {reverted && (
        <Text fz="xs" c="dimmed">
          {set.source === 'pull' ? 'Put back' : 'Undone'}
        </Text>
      )}
    </Group>
  )
}
