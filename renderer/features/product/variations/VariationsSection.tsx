import { Button } from '@mantine/core'
import { useProductStore, setVariations } from '../../../stores/product-store'
import { goneOf, type Variation } from '../../../stores/variation-edits'
import classes from '../product.module.css'
import { Section } from '../../../components/Section'
import { ColumnsMenu } from './ColumnsMenu'
import { goneSentence, gonePath } from './variation-errors'
import { VariationGrid } from './VariationGrid'
import grid from './variations.module.css'

/** The variations of the product: what each has of its own. */
export function VariationsSection({ variations }: { variations: readonly Variation[] }) {
  if (variations.length === 0) return <Gone variations={variations} />
  return (
    <Section title={`Variations (${variations.length})`}>
      <div className={grid.tools}>
        <p className={classes.quiet}>“As product” follows the product. Empty a box to go back to that.</p>
        <ColumnsMenu />
      </div>
      <Gone variations={variations} />
      <VariationGrid variations={variations} />
    </Section>
  )
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
