import type { ReactNode } from 'react'
import { labelOf } from '../../../../electron/shared/fields/shown'
import { useFormState } from '../form-state'
import { FieldNotes } from './FieldNotes'
import { NumberBox } from './NumberBox'
import { useProductField } from './use-product-field'

type Props = { field: 'price' | 'compareToPrice' | 'costPrice'; hint?: ReactNode; placeholder?: string }

/** A price in the store's currency. An empty compare-to price is none, an empty cost is 0, an empty price is unfinished. */
export function MoneyField({ field, hint, placeholder }: Props) {
  const { value, saved, set, error } = useProductField(field)
  const { profile } = useFormState()
  return (
    <div>
      <NumberBox
        path={field}
        label={labelOf(field)}
        value={value}
        saved={saved}
        onValue={(next) => set(field === 'compareToPrice' ? next : (next ?? 0))}
        prefix={profile?.currencyPrefix.trim()}
        suffix={profile?.currencySuffix.trim()}
        placeholder={placeholder}
        hint={hint}
        error={error}
      />
      <FieldNotes field={field} />
    </div>
  )
}
