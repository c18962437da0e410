import { Group, Select } from '@mantine/core'
import { firstLimit, limits, type LimitWish } from './limit-choices'
import { NumberBox } from './NumberBox'
import { isKeyOf } from './price-choices'

type Props = {
  /** "Never below" */
  label: string
  wish: LimitWish
  problem: string | undefined
  onWish: (wish: LimitWish) => void
}

const data = Object.entries(limits).map(([value, label]) => ({ value, label }))

/** What an amount does not go beyond. */
export function LimitBox({ label, wish, problem, onWish }: Props) {
  const { by, typed } = wish
  const isAmount = by === 'amount'
  return (
    <Group gap="sm" align="flex-start">
      <Select
        label={label}
        w={270}
        data={data}
        value={by}
        allowDeselect={false}
        onChange={(next) => isKeyOf(limits, next) && onWish(firstLimit(next))}
      />
      {by !== 'none' && (
        <NumberBox
          key={by}
          label={isAmount ? `${label} this amount` : `${label}: percent`}
          of={isAmount ? 'amount' : 'percent'}
          hint={isAmount ? '' : '10 is a tenth above it, -10 a tenth below.'}
          typed={typed}
          problem={problem}
          onType={(text, number) => onWish({ by, typed: text, number })}
        />
      )}
    </Group>
  )
}
