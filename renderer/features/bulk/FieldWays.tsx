import { SegmentedControl } from '@mantine/core'

const labels = { set: 'Set', add: 'Add', remove: 'Remove', empty: 'Empty' } as const
export type FieldWay = keyof typeof labels

type Props<Way extends FieldWay> = { ways: readonly Way[]; way: Way; onChange: (way: Way) => void }

/** What is done with a field; nothing is asked where there is one way alone. */
export function FieldWays<Way extends FieldWay>({ ways, way, onChange }: Props<Way>) {
  if (ways.length < 2) return null
  return (
    <SegmentedControl
      value={way}
      onChange={onChange}
      data={ways.map((value) => ({ value, label: labels[value] }))}
      aria-label="What is done with the field"
      style={{ alignSelf: 'flex-start' }}
    />
  )
}
