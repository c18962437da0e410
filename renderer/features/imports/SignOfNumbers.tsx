import { SegmentedControl, Text } from '@mantine/core'

type Props = { name: string; example: string; value: ',' | '.' | null; onValue: (sign: ',' | '.') => void }

/** “1.299” is a thousand or a little more than one: only the person knows. */
export function SignOfNumbers({ name, example, value, onValue }: Props) {
  const { question, data } = wordsOf(example)
  return (
    <div>
      <Text size="xs" mt={6}>
        {question}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={`Numbers of ${name}`}
        value={value ?? ''}
        onChange={(next) => onValue(next === ',' ? ',' : '.')}
        data={data}
      />
    </div>
  )
}

function wordsOf(example: string) {
  const [, whole, sign, rest] = /^(\d{1,3})([.,])(\d{3})$/.exec(example) ?? []
  if (sign !== ',' && sign !== '.') {
    const data = [
      { value: ',', label: '1,5' },
      { value: '.', label: '1.5' },
    ]
    return { question: 'One and a half is', data }
  }
  const data = [
    { value: sign === ',' ? '.' : ',', label: `${whole}${rest}` },
    { value: sign, label: `${whole}.${rest}` },
  ]
  return { question: `${example} means`, data }
}
