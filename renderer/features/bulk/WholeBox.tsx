import { TextInput } from '@mantine/core'

type Props = { label: string; typed: string; hint?: string; onType: (typed: string) => void }

/** A whole number of a rule, as it is typed. */
export function WholeBox({ label, typed, hint, onType }: Props) {
  const isWrong = typed !== '' && wholeOf(typed) === null
  return (
    <TextInput
      label={label}
      description={hint}
      value={typed}
      error={isWrong ? 'Enter a whole number.' : undefined}
      inputMode="numeric"
      autoComplete="off"
      w={160}
      classNames={{ input: 'tabular' }}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
    />
  )
}

/** Null: no number yet. */
export const wholeOf = (typed: string): number | null => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed) : null)
