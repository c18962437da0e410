import { Button } from '@mantine/core'
import { useMemo } from 'react'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { canBeGivenBack, isOwnField } from '../../../../electron/shared/fields/own-fields'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import { formatNumber } from '../../../../electron/shared/numbers/numbers'
import type { VariationColumn } from '../../../format/variation-column'
import { variationColumns } from '../../../format/variation-columns'
import { Section } from '../../../components/Section'
import { setVariations, useProductStore } from '../../../stores/product-store'
import { goneOf, type Variation } from '../../../stores/variation-edits'
import { variationRows } from '../../../stores/variation-rows'
import classes from '../product.module.css'
import { choosableOptions } from '../../../../electron/shared/variations/choosable'
import { useGridStore } from './grid-store'
import { goneSentence, gonePath } from './variation-errors'
import { VariationDetails } from './VariationDetails'
import { VariationGrid } from './VariationGrid'
import { VariationTools } from './VariationTools'
import grid from './variations.module.css'

const none: readonly never[] = []
const listFormat = new Intl.ListFormat('en')

/** The variations of the product: which there are, and what each has of its own. */
export function VariationsSection() {
  const variations = useProductStore(({ open }) => (open ? variationRows(open) : none))
  const options = useProductStore(({ open }) => open?.edits.patch.options ?? open?.edits.base.options ?? none)
  const choosable = useMemo(() => choosableOptions(entriesOf(options) as Entry[]), [options])
  const shown = useGridStore(({ columns }) => columns)
  const kept = useMemo(() => keptColumns.filter(({ path }) => shown.includes(path)), [shown])
  const count = variations.length > 0 ? ` (${formatNumber(variations.length)})` : ''
  return (
    <Section title={`Variations${count}`}>
      <p className={classes.quiet}>{sentenceOf(variations, choosable.length, kept)}</p>
      <VariationTools options={choosable} variations={variations} />
      <Gone variations={variations} />
      {variations.length > 0 && <VariationGrid variations={variations} />}
      <VariationDetails variations={variations} />
    </Section>
  )
}

/** Whose box refuses to be emptied once a value of it is saved. */
const keptColumns = variationColumns.filter(({ path }) => isOwnField(path) && !canBeGivenBack(path))

function sentenceOf(variations: readonly Variation[], options: number, kept: readonly VariationColumn[]): string {
  if (variations.length > 0) {
    const back = '“As product” follows the product. Empty a box to go back to that.'
    if (kept.length === 0) return back
    const named = listFormat.format(kept.map(({ title }) => `“${title}”`))
    return `${back} What is saved in ${named} stays the variation’s own: Ecwid does not take it back.`
  }
  return options > 0
    ? 'Each combination of choices can have an SKU, a price and a stock of its own.'
    : 'A variation is made of choices. Add an option that shoppers pick from first, such as a size.'
}

/** Variations that went while something was typed into them. */
function Gone({ variations }: { variations: readonly Variation[] }) {
  const edits = useProductStore(({ open }) => open?.edits.variations)
  const gone = goneOf(edits ?? {}, variations)
  if (gone.length === 0) return null
  const letGo = () =>
    setVariations('gone', (all) => Object.fromEntries(Object.entries(all).filter(([, each]) => !gone.includes(each))))
  return (
    <div className={grid.gone} data-field={gonePath} role="alert">
      <span>{goneSentence(gone)}</span>
      <Button size="compact-xs" variant="default" onClick={letGo}>
        Let it go
      </Button>
    </div>
  )
}
