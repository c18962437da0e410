import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { moneyText, parseMoney } from '../../format/money'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'

/** An amount in the store's own format. What is no amount yet filters nothing. */
export function MoneyFilter({ label, filter }: { label: string; filter: 'priceFrom' | 'priceTo' }) {
  const value = useCatalogueStore((state) => state.filters[filter])
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (value === undefined ? '' : moneyText(value, profile))
  const isWrong = typed !== null && typed.trim() !== '' && parseMoney(typed, profile) === undefined

  const onChange = (text: string) => {
    setTyped(text)
    setFilters({ [filter]: parseMoney(text, profile) })
  }
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      leftSection={profile?.currencyPrefix || null}
      rightSection={profile?.currencySuffix || null}
      value={shown}
      error={isWrong && 'Type an amount'}
      onChange={(event) => onChange(event.currentTarget.value)}
      // Out of the field, the value is shown as the store writes it, or nothing where it was no amount.
      onBlur={() => setTyped(null)}
    />
  )
}
