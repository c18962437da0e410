import { Group, Pagination, Text } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import classes from './changes.module.css'

/** As many as are read and drawn at once. */
export const onPage = 100

const turns = { first: 'First page', previous: 'Page before', next: 'Next page', last: 'Last page' } as const

type Props = { total: number; page: number; onTurn: (page: number) => void; children: ReactNode }

/** A list that is read page by page, however long it is, and what turns its pages; `page` counts from 1. */
export function Pages({ total, page, onTurn, children }: Props) {
  const top = useRef<HTMLDivElement>(null)
  const pages = pagesOf(total)
  const first = (page - 1) * onPage + 1
  // The buttons are below the list, and another page is read from its top.
  const turn = (next: number) => {
    top.current?.scrollIntoView({ block: 'start' })
    onTurn(next)
  }
  return (
    <div ref={top} className={classes.pages}>
      {children}
      {pages > 1 && (
        <Group justify="space-between" gap="xs" mt="sm">
          <Text c="dimmed">
            {formatNumber(first)} to {formatNumber(Math.min(first + onPage - 1, total))} of {formatNumber(total)}
          </Text>
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={turn}
            getItemProps={(each) => ({ 'aria-label': `Page ${each}` })}
            getControlProps={(control) => ({ 'aria-label': turns[control] })}
            withEdges
          />
        </Group>
      )}
    </div>
  )
}

export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / onPage))
