import { Group, Pagination, Text } from '@mantine/core'
import { formatNumber } from '../../../electron/shared/numbers/numbers'

/** As many as are read and drawn at once. */
export const onPage = 100

const turns = { first: 'First page', previous: 'Page before', next: 'Next page', last: 'Last page' } as const

type Props = { total: number; page: number; onTurn: (page: number) => void }

/** Turns the pages of a list that is read page by page, however long it is; `page` counts from 1. */
export function Pages({ total, page, onTurn }: Props) {
  const pages = pagesOf(total)
  if (pages === 1) return null
  const first = (page - 1) * onPage + 1
  return (
    <Group justify="space-between" gap="xs" mt="sm">
      <Text c="dimmed">
        {formatNumber(first)} to {formatNumber(Math.min(first + onPage - 1, total))} of {formatNumber(total)}
      </Text>
      <Pagination
        size="sm"
        total={pages}
        value={page}
        onChange={onTurn}
        getItemProps={(each) => ({ 'aria-label': `Page ${each}` })}
        getControlProps={(control) => ({ 'aria-label': turns[control] })}
        withEdges
      />
    </Group>
  )
}

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / onPage))
