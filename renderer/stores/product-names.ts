import { useDebouncedValue, useThrottledValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { NamedProduct } from '../../electron/shared/product'
import type { ProductRow } from '../../electron/shared/product-query'
import { call } from '../bridge'
import { useCatalogueRevisionStore } from './catalogue-revision-store'
import { useProductStore } from './product-store'
import { shareEqual } from './share-equal'
import { showProduct, useViewStore } from './view-store'

type Names = {
  connectionId: string
  /** By the ids that others name them by; null: not in the catalogue. */
  named: Readonly<Record<number, NamedProduct | null>>
  names: Readonly<Record<number, string>>
}

/** Products that others name, as far as a screen has asked for them. */
export const useProductNames = create<Names>(() => ({ connectionId: '', named: {}, names: {} }))

const mostAtOnce = 1000

/** Reads them, again when there is news of the store. */
export function useNamed(references: readonly number[]): Names['named'] {
  const connectionId = useConnectionId()
  const news = useThrottledValue(
    useCatalogueRevisionStore(({ byConnection }) => byConnection[connectionId]?.revision ?? 0),
    300,
  )
  const wanted = [...new Set(references)].sort((a, b) => a - b).join(' ')
  useEffect(() => {
    const ids = wanted.split(' ').filter(Boolean).map(Number).slice(0, mostAtOnce)
    // Without an answer they stay what they are: an id.
    if (ids.length > 0) void read(connectionId, ids).catch(() => undefined)
  }, [connectionId, wanted, news])
  return useProductNames(({ connectionId: of, named }) => (of === connectionId ? named : nothing))
}
const nothing: Names['named'] = {}

async function read(connectionId: string, references: number[]): Promise<void> {
  const found = await call('catalogue.named', { connectionId, references })
  // Another store is on the screen by now.
  if (useViewStore.getState().connectionId !== connectionId) return
  const gone = references.map((reference) => [reference, null] as const)
  const read = Object.fromEntries([...gone, ...found.map((each) => [each.reference, each] as const)])
  useProductNames.setState((before) => {
    const known = before.connectionId === connectionId ? before.named : {}
    const named: Names['named'] = { ...known, ...read }
    const names = Object.entries(named).flatMap(([id, product]) => (product ? [[id, product.name] as const] : []))
    return shareEqual(before, { connectionId, named, names: Object.fromEntries(names) })
  })
}

const useConnectionId = (): string => useViewStore((view) => view.connectionId) ?? ''

const foundAtMost = 12

function useFound(text: string | null): ProductRow[] | null {
  const itself = useProductStore(({ open }) => open?.target)
  return useFoundOfAll(text)?.filter(({ id }) => id !== itself) ?? null
}

function useFoundOfAll(text: string | null): ProductRow[] | null {
  const connectionId = useConnectionId()
  const [asked] = useDebouncedValue(text?.trim() ?? null, 120)
  const [rows, setRows] = useState<ProductRow[] | null>(null)
  useEffect(() => {
    if (asked === null) return
    let here = true
    const query = asked === '' ? {} : { text: asked }
    call('catalogue.search', { connectionId, query, offset: 0, limit: foundAtMost }).then(
      (page) => here && setRows(page.rows),
      () => here && setRows([]),
    )
    return () => {
      here = false
    }
  }, [connectionId, asked])
  return rows
}

/** What controls of values that name products ask for them. */
export const productSource = { useConnectionId, useNamed, useFound, open: (id: number): void => showProduct(id) }

/** The same where what is asked for is of many products, the open one among them or not. */
export const sourceForMany = { ...productSource, useFound: useFoundOfAll }
