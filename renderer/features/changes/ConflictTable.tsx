import { Button, Group, Skeleton, Table, Text, UnstyledButton } from '@mantine/core'
import { memo, useState, type ComponentProps } from 'react'
import type { ConflictKind } from '../../../electron/shared/change'
import { EmptyNote } from '../../components/EmptyNote'
import { useNow } from '../../components/use-now'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { DiffPart } from '../../format/word-diff'
import { useStoreWords } from '../../stores/store-words'
import { useNamesOf } from './use-names-of'
import { showProduct } from '../../stores/view-store'
import { isDelete } from '../../../electron/shared/change-address'
import classes from './changes.module.css'
import { decide, decideAll, undecide } from './conflict-actions'
import { conflictSides, kindLabel, type ConflictSides } from './conflict-sides'
import { ConflictValue } from './ConflictValue'
import { MarkedWords } from './DiffLineView'
import { Pages } from './Pages'
import { SmallPictures } from './SmallPictures'
import { useConflicts, type Turn } from './use-conflicts'

/** What both sides changed: where it started, mine and theirs side by side, to be decided one by one or by kind. */
type TableProps = Pick<RowProps, 'connectionId' | 'description'>

export function ConflictTable({ connectionId, description }: TableProps) {
  const [wanted, turn] = useState<Turn>({ offset: 0 })
  const { conflicts, problem } = useConflicts(connectionId, wanted)
  if (problem) return <EmptyNote title="The conflicts could not be read">{problem.message}</EmptyNote>
  if (!conflicts) return <Skeleton h={96} />
  if (conflicts.total === 0) {
    return (
      <EmptyNote title="No conflicts">What you and somebody else changed at the same time is decided here.</EmptyNote>
    )
  }
  return (
    <>
      {conflicts.kinds.some(({ count }) => count > 1) && (
        <ul className={classes.kinds} aria-label="Decide alike">
          {conflicts.kinds
            .filter(({ count }) => count > 1)
            .map(({ kind, count }) => (
              <KindRow key={kindLabel(kind)} connectionId={connectionId} kind={kind} count={count} />
            ))}
        </ul>
      )}
      <Pages total={conflicts.total} offset={conflicts.offset} onTurn={(offset) => turn({ offset })}>
        <div className={classes.tableWrap}>
          <Table className={classes.conflicts} verticalSpacing={6} layout="fixed" aria-label="Conflicts">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="16%">Product</Table.Th>
                <Table.Th w="19%">Started from</Table.Th>
                <Table.Th w="21%">Mine</Table.Th>
                <Table.Th w="21%">In the store</Table.Th>
                <Table.Th w="23%">
                  <span className="visually-hidden">Decision</span>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {conflicts.conflicts.map((conflict) => (
                <ConflictRow key={conflict.id} {...{ connectionId, conflict, description }} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </Pages>
    </>
  )
}

function KindRow({ connectionId, kind, count }: { connectionId: string; kind: ConflictKind; count: number }) {
  const about = {
    size: 'compact-sm',
    variant: 'default',
    'aria-description': kindLabel(kind),
  } as const
  const isDeletion = isDelete(kind)
  return (
    <li className={classes.kind}>
      <Text>
        <strong>{kindLabel(kind)}</strong> {formatNumber(count)} conflicts
        {kind.field === 'options' && '. With yours, variations go that are made of what you removed.'}
      </Text>
      <Group gap={4}>
        <Button {...about} onClick={() => void decideAll(connectionId, kind, 'mine')}>
          {isDeletion ? 'Delete all' : 'All mine'}
        </Button>
        <Button {...about} onClick={() => void decideAll(connectionId, kind, 'theirs')}>
          {isDeletion ? 'Keep all' : 'All the store’s'}
        </Button>
      </Group>
    </li>
  )
}

type RowProps = ComponentProps<typeof ConflictValue>

const ConflictRow = memo(function ConflictRow({ connectionId, conflict, description }: RowProps) {
  const words = useStoreWords()
  useNamesOf([conflict])
  const { label, base, mine, theirs, pictures } = conflictSides(conflict, words)
  const about = { connectionId, pictures }
  return (
    <Table.Tr data-decided={conflict.decided !== null}>
      <Table.Td>
        {conflict.thing === 'product' ? (
          <UnstyledButton className={classes.productName} onClick={() => showProduct(conflict.productId)}>
            {conflict.productName || 'Product without a name'}
          </UnstyledButton>
        ) : (
          <span className={classes.productName}>{conflict.productName}</span>
        )}
        <Text fz="xs" c="dimmed">
          {label}
        </Text>
      </Table.Td>
      <Table.Td className={classes.side}>
        {!isDelete(conflict) && (
          <Side {...about} side="base" parts={base === '' ? [] : [{ kind: 'same', text: base }]} />
        )}
      </Table.Td>
      <Table.Td className={classes.side} data-taken={conflict.decided === 'mine' || undefined}>
        <Side {...about} side="mine" parts={mine} />
      </Table.Td>
      <Table.Td className={classes.side} data-taken={conflict.decided === 'theirs' || undefined}>
        <Side {...about} side="theirs" parts={theirs} />
      </Table.Td>
      <Table.Td>
        {conflict.decided === null ? (
          <Choices {...{ connectionId, conflict, description }} />
        ) : (
          <Decided connectionId={connectionId} conflict={conflict} />
        )}
      </Table.Td>
    </Table.Tr>
  )
})

type SideProps = Pick<ConflictSides, 'pictures'> & {
  connectionId: string
  side: 'base' | 'mine' | 'theirs'
  parts: DiffPart[]
}

function Side({ connectionId, pictures, side, parts }: SideProps) {
  const sources = pictures?.[side] ?? []
  if (sources.length > 0) return <SmallPictures connectionId={connectionId} sources={sources} />
  return parts.length === 0 ? <span className={classes.nothing}>nothing</span> : <MarkedWords parts={parts} />
}

function Choices({ connectionId, conflict, description }: RowProps) {
  const isDeletion = isDelete(conflict)
  const about = { size: 'compact-sm', variant: 'default', 'aria-description': conflict.productName } as const
  return (
    <Group gap={4}>
      {conflict.meaning !== null && <Text fz="xs">{conflict.meaning}</Text>}
      <Button {...about} onClick={() => void decide(connectionId, [conflict.id], 'mine')}>
        {isDeletion ? 'Delete anyway' : 'Mine'}
      </Button>
      <Button {...about} onClick={() => void decide(connectionId, [conflict.id], 'theirs')}>
        {isDeletion ? 'Keep it' : 'The store’s'}
      </Button>
      <ConflictValue {...{ connectionId, conflict, description }} />
    </Group>
  )
}

const decidedWords = { mine: 'Mine stays', theirs: 'The store’s stays', value: 'Another value' }

function Decided({ connectionId, conflict }: Pick<RowProps, 'connectionId' | 'conflict'>) {
  const seconds = Math.ceil(((conflict.retryAt ?? 0) - useNow(500)) / 1000)
  return (
    <Group gap={8} wrap="nowrap" justify="space-between">
      <Text fz="xs" c="dimmed">
        {decidedWords[conflict.decided ?? 'mine']}
        {seconds > 0 && `, sent in ${seconds} s`}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => void undecide(connectionId, [conflict.id])}>
        Undo
      </Button>
    </Group>
  )
}
