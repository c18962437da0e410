import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ProductRow } from '../../../electron/shared/product-query'
import { call } from '../../bridge'

/** Products that fit what is typed, as the catalogue's search finds them. Null before the first answer. */
export function useProductSuggestions(connectionId: string, text: string, limit: number): ProductRow[] | null {
  const [asked] = useDebouncedValue(text.trim(), 120)
  const [rows, setRows] = useState<ProductRow[] | null>(null)
  useEffect(() => {
    let here = true
    const query = asked === '' ? {} : { text: asked }
    call('catalogue.search', { connectionId, query, offset: 0, limit }).then(
      (page) => here && setRows(page.rows),
      () => here && setRows([]),
    )
    return () => {
      here = false
    }
  }, [connectionId, asked, limit])
  return rows
}
