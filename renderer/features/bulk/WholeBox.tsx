import { TextInput } from '@mantine/core'
import { countStyle, type MoneyFormat } from '../../../electron/shared/numbers/money'
import { mayMeanTwo, readNumber } from '../../../electron/shared/numbers/read-number'
import { useStoreWords } from '../../stores/store-words'
import { wrapperOrder } from '../../components/controls/control'

type Props = { label: string; typed: string; hint?: string; onType: (typed: string) => void }

/** A whole number of a rule, as it is typed. */
export function WholeBox({ label, typed, hint, onType }: Props) {
  const { profile } = useStoreWords()
  const reading = readWhole(typed, profile)
  const wrong = reading === 'ambiguous' ? mayMeanTwo : 'Enter a whole number.'
  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={wrapperOrder}
      value={typed}
      error={typed !== '' && typeof reading !== 'number' ? wrong : undefined}
      inputMode="numeric"
      autoComplete="off"
      w={160}
      classNames={{ input: 'tabular' }}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  )
}

/** Null: no number yet. */
export function wholeOf(typed: string, profile: MoneyFormat): number | null {
  const reading = readWhole(typed, profile)
  return typeof reading === 'number' ? reading : null
}

const most = 999_999_999

function readWhole(typed: string, profile: MoneyFormat): number | 'ambiguous' | 'none' {
  const style = profile ? countStyle(profile) : null
  const reading = readNumber(typed, { style, decimals: { most: 0, tooFine: '' } })
  if (reading.kind === 'ambiguous') return 'ambiguous'
  return reading.kind === 'value' && reading.value >= 0 && reading.value <= most ? reading.value : 'none'
}
