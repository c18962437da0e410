import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { SaleStart } from '../../../electron/shared/price-rule'
import { call } from '../../bridge'
import type { PanelProps } from './AskBulk'
import { isKeyOf, onSaleWays } from './price-choices'

type Props = Pick<PanelProps, 'connectionId' | 'selection'> & {
  value: SaleStart['onSale']
  onValue: (value: SaleStart['onSale']) => void
}

const data = Object.entries(onSaleWays).map(([value, label]) => ({ value, label }))

/** How many of the products are on sale already, and what becomes of them. */
export function OnSaleChoice({ connectionId, selection, value, onValue }: Props) {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let isLatest = true
    call('bulk.onSale', { connectionId, selection }).then(
      (found) => isLatest && setCount(found),
      // What cannot be counted is asked about all the same; the review shows what is left.
      () => undefined,
    )
    return () => {
      isLatest = false
    }
  }, [connectionId, selection])
  const found = count === 1 ? '1 product is' : `${formatNumber(count ?? 0)} products are`
  return (
    <Select
      label="What is on sale already"
      description={
        count === null ? undefined : count === 0 ? 'None of the products is on sale.' : `${found} on sale now.`
      }
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(next) => isKeyOf(onSaleWays, next) && onValue(next)}
    />
  )
}
