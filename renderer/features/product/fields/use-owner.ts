import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ProductOwner, ProductRow } from '../../../../electron/shared/product-query'
import { call } from '../../../bridge'
import { useProductStore } from '../../../stores/product-store'
import { useFormState } from '../form-state'

const restMs = 150

/** Another product of the local copy that has the text already; what is answered late is dropped. Null text: nobody asks. */
export function useOwner(of: ProductOwner['of'], text: string | null): ProductRow | null {
  const { connectionId } = useFormState()
  const target = useProductStore(({ open }) => open?.target)
  const [asked] = useDebouncedValue(text, restMs)
  const [found, setFound] = useState<{ text: string; row: ProductRow | null } | null>(null)
  useEffect(() => {
    if (asked === null || asked.trim() === '') return
    let isCurrent = true
    const exceptProductId = typeof target === 'number' ? target : null
    call('catalogue.owner', { connectionId, of, text: asked, exceptProductId })
      .then((row) => isCurrent && setFound({ text: asked, row }))
      // The store checks again when the product is sent.
      .catch(() => {})
    return () => {
      isCurrent = false
    }
  }, [connectionId, target, of, asked])
  return text !== null && found?.text === text ? found.row : null
}
