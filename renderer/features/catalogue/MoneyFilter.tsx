import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { NumberChoice } from '../../components/NumberChoice'
import { moneyText, readMoney } from '../../../electron/shared/numbers/money'
import { numberQuestion } from '../../format/number-question'
import { setFilters, useCatalogueStore } from '../../stores/catalogue-store'
import { useStoreStore } from '../../stores/store-store'

/** An amount in the store's own format. What is no amount yet, or may be two, stays as typed and filters nothing. */
export function MoneyFilter({ label, filter }: { label: string; filter: 'priceFrom' | 'priceTo' }) {
  const value = useCatalogueStore((state) => state.filters[filter])
  const profile = useStoreStore((state) => state.snapshot?.profile ?? null)
  const [typed, setTyped] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const write = (amount: number) => moneyText(amount, profile)
  const reading = typed === null || typed.trim() === '' ? null : readMoney(typed, profile)
  const readings = reading?.kind === 'ambiguous' ? reading.readings : []

  const set = (amount: number | undefined) => setFilters({ [filter]: amount })
  const onChange = (text: string) => {
    setTyped(text)
    const read = readMoney(text, profile)
    set(read.kind === 'value' ? read.value : undefined)
  }
  const choose = (amount: number) => {
    setTyped(null)
    set(amount)
    input.current?.focus()
  }
  return (
    <div>
      <TextInput
        ref={input}
        label={label}
        inputMode="decimal"
        leftSection={profile?.currencyPrefix || null}
        rightSection={profile?.currencySuffix || null}
        value={typed ?? (value === undefined ? '' : write(value))}
        error={reading?.kind === 'problem' ? reading.message : readings.length > 0 && numberQuestion(readings, write)}
        onChange={(event) => onChange(event.currentTarget.value)}
        // Out of the field, an amount is shown as the store writes it.
        onBlur={() => (reading === null || reading.kind === 'value') && setTyped(null)}
      />
      <NumberChoice label={label} readings={readings} write={write} onChoose={choose} />
    </div>
  )
}
