import type { ReactNode } from 'react'
import { fieldLabels } from '../../../format/field-labels'
import { moneyText, parseMoney } from '../../../format/money'
import { useFormState } from '../form-state'
import { FieldNotes } from './FieldNotes'
import { NumberBox } from './NumberBox'
import { useProductField } from './use-product-field'

type Props = { field: 'price' | 'compareToPrice' | 'costPrice'; hint?: ReactNode; placeholder?: string }

/** A price in the store's currency. An empty compare-to price is none, an empty cost is 0, an empty price is unfinished. */
export function MoneyField({ field, hint, placeholder }: Props) {
  const { value, set, error } = useProductField(field)
  const { profile } = useFormState()
  return (
    <div>
      <NumberBox
        path={field}
        label={fieldLabels[field]}
        value={value}
        onValue={(next) => set(field === 'compareToPrice' ? next : (next ?? 0))}
        format={(amount) => moneyText(amount, profile)}
        parse={(text) => parseMoney(text, profile)}
        blank={field === 'compareToPrice' ? null : field === 'costPrice' ? 0 : undefined}
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
