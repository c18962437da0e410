import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { changeSheet } from '../../stores/sheet-looks'
import { showVariations, useSheetStore, type VariationsAs } from '../../stores/sheet-store'
import { useVariedProducts } from '../../stores/varied-products'
import classes from './sheet.module.css'

const ways: { value: VariationsAs; label: string }[] = [
  { value: 'folded', label: 'Folded' },
  { value: 'below', label: 'Below' },
  { value: 'flat', label: 'Flat' },
]

/** Variations folded into their products, below them, or as rows in their place. */
export function VariationsSwitch({ connectionId }: { connectionId: string }) {
  const id = useId()
  const isVaried = useVariedProducts(({ isAny }) => isAny)
  const { isAll, isFlat } = useSheetStore((sheet) => sheet.unfolding)
  if (!isVaried) return null
  const choose = (next: string) => {
    const chosen = ways.find(({ value }) => value === next)?.value
    if (!chosen) return
    showVariations(chosen)
    changeSheet(connectionId, () => ({ unfolded: chosen === 'below', flat: chosen === 'flat' }))
  }
  return (
    <div className={classes.variations}>
      <span id={id} className={classes.variationsLabel}>
        Variations
      </span>
      <SegmentedControl
        aria-labelledby={id}
        size="xs"
        value={isFlat ? 'flat' : isAll ? 'below' : 'folded'}
        onChange={choose}
        data={ways}
      />
    </div>
  )
}
