import { Button, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { ChangeView } from '../../../electron/shared/change'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import { showProduct } from '../../stores/view-store'
import { ChangeLines } from './ChangeLines'
import classes from './changes.module.css'
import { closeReview } from './revert-review-store'

const atOnce = 20

type Props = {
  connectionId: string
  changes: ChangeView[]
  /** Changes that are not read yet. */
  rest?: number
  onMore?: () => void
}

/** Changes grouped by product, in the order they were made. */
export function ProductDiffs({ connectionId, changes, rest = 0, onMore }: Props) {
  const [shown, setShown] = useState(atOnce)
  const products = byProduct(changes)
  const more = products.length - shown
  return (
    <>
      <ul className={classes.products}>
        {products.slice(0, shown).map((own) => (
          <li key={own.productId}>
            {own.changes[0]?.thing === 'product' ? (
              <UnstyledButton className={classes.productName} onClick={() => open(own.productId)}>
                {own.name || 'Product without a name'}
              </UnstyledButton>
            ) : (
              <span className={classes.productName}>{own.name}</span>
            )}
            {own.changes.map((change) => (
              <ChangeLines key={change.id} connectionId={connectionId} change={change} alone={changes.length === 1} />
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + 100)}>
          Show {formatNumber(Math.min(100, more))} more products
        </Button>
      )}
      {more <= 0 && rest > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => (setShown(Infinity), onMore?.())}>
          Show more of the other {formatNumber(rest)} changes
        </Button>
      )}
    </>
  )
}

function open(productId: number): void {
  closeReview()
  showProduct(productId)
}

type OfProduct = { productId: number; name: string; changes: ChangeView[] }

function byProduct(changes: ChangeView[]): OfProduct[] {
  const products = new Map<number, OfProduct>()
  for (const change of changes) {
    const { productId, productName: name } = change
    const own = products.get(productId) ?? { productId, name, changes: [] }
    own.changes.push(change)
    products.set(productId, own)
  }
  return [...products.values()]
}
