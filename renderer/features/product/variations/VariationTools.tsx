import { Button } from '@mantine/core'
import { IconTrash, IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useProductStore } from '../../../stores/product-store'
import type { Variation } from '../../../stores/variation-edits'
import { useFormState } from '../form-state'
import { AddVariation } from './AddVariation'
import type { Choosable } from '../../../../electron/shared/variations/choosable'
import { VariationColumns } from './VariationColumns'
import { Generate } from './generate/Generate'
import { removeOrKeep } from './grid-edits'
import { rangeOf, showDetails, useGridStore } from './grid-store'
import classes from './variations.module.css'

type Props = { options: readonly Choosable[]; variations: readonly Variation[] }

/** What is done with whole variations, beside the table. */
export function VariationTools({ options, variations }: Props) {
  const { readOnly } = useFormState()
  const [isGenerating, setGenerating] = useState(false)
  return (
    <div className={classes.tools}>
      {!readOnly && options.length > 0 && (
        <>
          <AddVariation options={options} variations={variations} />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconWand size={14} aria-hidden />}
            onClick={() => setGenerating(true)}
          >
            Generate…
          </Button>
          {isGenerating && <Generate options={options} variations={variations} onClose={() => setGenerating(false)} />}
        </>
      )}
      {!readOnly && variations.length > 0 && <Remove variations={variations} />}
      {variations.length > 0 && <More variations={variations} />}
      <span className={classes.rest} />
      {variations.length > 0 && <VariationColumns />}
    </div>
  )
}

/** Of the row that the keys act on. */
function More({ variations }: Pick<Props, 'variations'>) {
  const row = useGridStore(({ active }) => active.row)
  const variation = variations[row]
  if (!variation) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      title={`Wholesale prices, subscription and pre-orders of ${variation.label} (Alt+Enter)`}
      onClick={() => showDetails(variation.id)}
    >
      More…
    </Button>
  )
}

/** Of the rows that are chosen in the table. */
function Remove({ variations }: Pick<Props, 'variations'>) {
  const active = useGridStore((grid) => grid.active)
  const anchor = useGridStore((grid) => grid.anchor)
  const { top, bottom } = rangeOf({ active, anchor })
  const chosen = variations.slice(top, bottom + 1)
  const areGoing = useProductStore(({ open }) =>
    chosen.every(({ id }) => open?.edits.variations[id]?.isRemoved === true),
  )
  if (chosen.length === 0) return null
  const count = chosen.length === 1 ? '' : ` ${chosen.length}`
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={areGoing ? undefined : <IconTrash size={14} aria-hidden />}
      title={`${chosen.length === 1 ? (chosen[0]?.label ?? '') : `${chosen.length} rows`} (Ctrl+Delete)`}
      onClick={() => removeOrKeep(chosen)}
    >
      {areGoing ? `Keep${count}` : `Remove${count}`}
    </Button>
  )
}
