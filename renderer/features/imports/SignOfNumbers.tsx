import { SegmentedControl, Text } from '@mantine/core'

type Props = { name: string; example: string; value: ',' | '.' | null; onValue: (sign: ',' | '.') => void }

/** “1.299” is a thousand or a little more than one: only the person knows. */
export function SignOfNumbers({ name, example, value, onValue }: Props) {
  const digits = example.replace(/[.,]/g, '')
  const sign = example.includes(',') ? ',' : '.'
  const other = sign === ',' ? '.' : ','
  return (
    <div>
      <Text size="xs" mt={6}>
        {example} means
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={`Numbers of ${name}`}
        value={value ?? ''}
        onChange={(next) => onValue(next === ',' ? ',' : '.')}
        data={[
          { value: other, label: digits },
          { value: sign, label: example.replace(/[.,]/, '.') },
        ]}
      />
    </div>
  )
}
