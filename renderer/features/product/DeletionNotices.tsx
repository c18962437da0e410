import { Button } from '@mantine/core'
import type { ChangeView, FieldDifference } from '../../../electron/shared/change'
import { labelOf, shownShortly } from '../../../electron/shared/fields/shown'
import { letGo, makeAnew } from '../../stores/product-actions'
import { closeProduct, showProduct } from '../../stores/view-store'
import { decideConflict } from './decide-conflict'
import { useFormState } from './form-state'
import classes from './product.module.css'

/** Somebody deleted the product that was edited here. */
export function DeletedInStore() {
  const { readOnly } = useFormState()
  const again = async () => {
    const productId = await makeAnew()
    if (productId !== null) showProduct(productId)
  }
  const end = async () => {
    if (await letGo()) closeProduct()
  }
  return (
    <div className={classes.notice} data-tone="danger" role="alert">
      <p>This product was deleted in the store. What you typed is kept here.</p>
      <Button size="compact-sm" disabled={readOnly} onClick={() => void again()}>
        Make it anew
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void end()}>
        Let it go
      </Button>
    </div>
  )
}

/** The product was deleted here, and somebody changed it before that was sent. */
export function DeleteConflict({ change }: { change: ChangeView }) {
  const form = useFormState()
  const differences = Array.isArray(change.theirs) ? (change.theirs as FieldDifference[]) : []
  const changed = differences.map(({ field, after }) => {
    if (field === 'pictures') return 'its pictures'
    return `${labelOf(field)} is ${shownShortly(field, after, form)} now`
  })
  return (
    <div className={classes.notice} data-tone="danger" role="alert">
      <p>
        You deleted this product, and it was changed in the store meanwhile
        {changed.length > 0 && `: ${changed.join(', ')}`}.
      </p>
      <Button
        size="compact-sm"
        color="red"
        onClick={() => void decideConflict(change.id, 'mine', 'The product is deleted')}
      >
        Delete anyway
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => void decideConflict(change.id, 'theirs', 'The product stays')}
      >
        Keep it
      </Button>
    </div>
  )
}
