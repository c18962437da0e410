import { Group, Pagination, Text } from '@mantine/core'
import { useRef, type ReactNode } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import classes from './changes.module.css'

/** As many as are read and drawn at once. */
export const onPage = 100

const turns = { first: 'First page', previous: 'Page before', next: 'Next page', last: 'Last page' } as const

/** `offset`: so many stand before the page that is shown. */
type Props = { total: number; offset: number; onTurn: (offset: number) => void; children: ReactNode }

/** A list that is read page by page, however long it is, and what turns its pages. */
export function Pages({ total, offset, onTurn, children }: Props) {
  const top = useRef<HTMLDivElement>(null)
  // Where some went that stood before it, the page need not begin with a round number.
  const page = Math.ceil(offset / onPage) + 1
  const pages = page - 1 + pagesOf(total - offset)
  // The buttons are below the list, and another page is read from its top.
  const turn = (next: number) => {
    top.current?.scrollIntoView({ block: 'start' })
    onTurn(Math.max(0, offset + (next - page) * onPage))
  }
  return (
    <div ref={top} className={classes.pages}>
      {children}
      {pages > 1 && (
        <Group justify="space-between" gap="xs" mt="sm">
          <Text c="dimmed">
            {formatNumber(offset + 1)} to {formatNumber(Math.min(offset + onPage, total))} of {formatNumber(total)}
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

/** Where the page begins of this number, which counts from 1. */
export const offsetOf = (page: number): number => (page - 1) * onPage
export const pageAt = (offset: number): number => Math.floor(offset / onPage) + 1
export const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / onPage))
