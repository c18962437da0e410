import { Anchor } from '@mantine/core'
import { useProductStore } from '../../../stores/product-store'
import type { Variation } from '../../../stores/variation-edits'
import type { VariationColumn } from '../../../format/variation-column'
import { BarcodeOwner } from '../fields/BarcodeNote'
import fields from '../fields/fields.module.css'
import { SkuOwner } from '../fields/SkuOwner'
import { useFormState } from '../form-state'
import { mistypedIn, notMeantIn, stockGoing, twinOf, twinSentence } from './cell-doubts'
import { wantCell } from './grid-store'
import { cellPath } from './variation-errors'

type About = { variation: Variation; column: VariationColumn }

/** What looks wrong in the box that the keys act on: what another variation or another product has too, a digit that may be mistyped, a stock that goes, and prices that say nothing beside each other. */
export function CellDoubt({ variation, column }: About) {
  const twin = useProductStore(({ open }) => open && twinOf(open, variation, column))
  const mistyped = useProductStore(({ open }) => open && mistypedIn(open, variation, column))
  const going = useProductStore(({ open }) => open && stockGoing(open, variation, column))
  const words = useFormState()
  const notMeant = useProductStore(({ open }) => open && notMeantIn(open, variation, column, words))
  const typed = useProductStore(({ open }) => {
    const own = open?.edits.variations[variation.id]
    return own && !own.isRemoved ? own.patch : null
  })
  const isRefused = column.path === 'sku' && !words.profile?.allowsDuplicateSku
  const [, attribute = ''] = column.path.split('.')
  const doubt = mistyped ?? going ?? notMeant
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
      {doubt && (
        <output className={fields.note} data-tone="warning">
          {doubt}
        </output>
      )}
      {column.path === 'sku' && <SkuOwner sku={typed?.sku ?? null} />}
      {column.unique && column.path !== 'sku' && <BarcodeOwner code={typed?.attributes?.[attribute] ?? null} />}
    </>
  )
}
