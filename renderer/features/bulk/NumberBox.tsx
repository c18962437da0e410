import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { countStyle, readMoney } from '../../../electron/shared/numbers/money'
import { mayMeanTwo, readNumber } from '../../../electron/shared/numbers/read-number'
import { wrapperOrder } from '../../components/controls/control'
import { useStoreWords } from '../../stores/store-words'

type Props = {
  label: string
  of: 'amount' | 'percent'
  typed: string
  /** What is wrong with the number beside the others. */
  problem?: string | undefined
  hint?: string
  /** Where one begins to type. */
  isFirst?: boolean
  onType: (typed: string, value: number | null) => void
}

/** A number of a rule, as it is typed; null is no number yet. */
export function NumberBox({ label, of, typed, problem, hint, isFirst = false, onType }: Props) {
  const { profile } = useStoreWords()
  const [isLeft, setLeft] = useState(false)
  const read = (text: string) =>
    of === 'amount'
      ? readMoney(text, profile)
      : readNumber(text.replace(/\s*%\s*$/, ''), {
          style: profile ? countStyle(profile) : null,
          unreadable: 'Enter a number.',
        })
  const reading = read(typed)
  const unread = reading.kind === 'problem' ? reading.message : reading.kind === 'ambiguous' ? mayMeanTwo : undefined
  // An empty box is not wrong before somebody was in it.
  const shown = typed === '' && !isLeft ? undefined : unread
  const sign = of === 'percent' ? '%' : (profile?.currencyPrefix || profile?.currencySuffix || '').trim()
  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={wrapperOrder}
      value={typed}
      error={shown ?? problem}
      rightSection={sign}
      rightSectionPointerEvents="none"
      data-autofocus={isFirst || undefined}
      inputMode="decimal"
      autoComplete="off"
      maw={200}
      classNames={{ input: 'tabular' }}
      onBlur={() => setLeft(true)}
      onChange={({ currentTarget }) => {
        const next = read(currentTarget.value)
        onType(currentTarget.value, next.kind === 'value' ? next.value : null)
      }}
    />
  )
}
