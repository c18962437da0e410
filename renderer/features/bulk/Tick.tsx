import { Checkbox } from '@mantine/core'
import { useState } from 'react'

type TickState = 'in' | 'some' | 'out'

type Props = {
  state: TickState
  disabled: boolean
  /** Whether it was done. */
  onTick: (isIn: boolean) => Promise<boolean>
  label?: string
  'aria-label'?: string
  title?: string | undefined
  'data-edit'?: boolean
}

/** Shows what was asked for at once; the answer comes with the next rows. */
export function Tick({ state, onTick, ...shown }: Props) {
  const [asked, setAsked] = useState<{ from: TickState; to: TickState } | null>(null)
  // Answered: what comes later is no news of this tick.
  if (asked && asked.from !== state) setAsked(null)
  const now = asked?.from === state ? asked.to : state
  const tick = async (isIn: boolean) => {
    setAsked({ from: state, to: isIn ? 'in' : 'out' })
    if (!(await onTick(isIn))) setAsked(null)
  }
  return (
    <Checkbox
      size="xs"
      {...shown}
      checked={now === 'in'}
      indeterminate={now === 'some'}
      onChange={(event) => void tick(event.currentTarget.checked)}
    />
  )
}
