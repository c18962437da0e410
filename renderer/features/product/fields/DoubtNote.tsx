import type { ProductField } from '../../../../electron/shared/fields/product-fields'
import { doubtText } from '../../../../electron/shared/words/doubt'
import classes from './fields.module.css'
import { useDoubt } from './use-doubt'

/** Under a box that should be looked at twice. It keeps nothing from being saved. */
export function DoubtNote({ field }: { field: ProductField }) {
  const doubt = useDoubt(field)
  if (doubt === null) return null
  return (
    <output className={classes.note} data-tone="warning">
      {doubtText(doubt)}
    </output>
  )
}
