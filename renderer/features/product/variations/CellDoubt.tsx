import { Anchor } from '@mantine/core'
import { useProductStore } from '../../../stores/product-store'
import type { Variation } from '../../../stores/variation-edits'
import type { VariationColumn } from '../../../format/variation-column'
import { BarcodeOwner } from '../fields/BarcodeNote'
import fields from '../fields/fields.module.css'
import { SkuOwner } from '../fields/SkuOwner'
import { useFormState } from '../form-state'
import { mistypedIn, twinOf, twinSentence } from './cell-doubts'
import { wantCell } from './grid-store'
import { cellPath } from './variation-errors'

type About = { variation: Variation; column: VariationColumn }

/** What looks wrong in the box that the keys act on: what another variation or another product has too, and a digit that may be mistyped. */
export function CellDoubt({ variation, column }: About) {
  const twin = useProductStore(({ open }) => open && twinOf(open, variation, column))
  const mistyped = useProductStore(({ open }) => open && mistypedIn(open, variation, column))
  const typed = useProductStore(({ open }) => {
    const own = open?.edits.variations[variation.id]
    return own && !own.isRemoved ? own.patch : null
  })
  const { profile } = useFormState()
  const isRefused = column.path === 'sku' && !profile?.allowsDuplicateSku
  const [, attribute = ''] = column.path.split('.')
  if (!column.unique) return null
  return (
    <>
      {twin && (
        <output className={fields.note} data-tone="warning">
          <span>{twinSentence(twin, column, isRefused)}</span>
          <Anchor component="button" type="button" fz="xs" onClick={() => wantCell(cellPath(twin.id, column.path))}>
            Show it
          </Anchor>
        </output>
      )}
      {mistyped && (
        <output className={fields.note} data-tone="warning">
          {mistyped}
        </output>
      )}
      {column.path === 'sku' ? (
        <SkuOwner sku={typed?.sku ?? null} />
      ) : (
        <BarcodeOwner code={typed?.attributes?.[attribute] ?? null} />
      )}
    </>
  )
}
