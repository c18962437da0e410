import { Button } from '@mantine/core'
import { stopActs, type Running } from './running-act'
import type { Act } from './written-cells'

const doing: Record<Act, string> = {
  paste: 'Pasting',
  empty: 'Emptying',
  fill: 'Filling',
  switch: 'Switching',
  change: 'Changing',
}

/** How far what goes into many rows is. */
export function ActProgress({ act, rows, of }: Running) {
  return (
    <>
      <span>
        {doing[act]}: {rows.toLocaleString('en')} of {of.toLocaleString('en')} rows
      </span>
      <Button size="compact-xs" variant="default" onClick={() => stopActs('stopped')}>
        Stop
      </Button>
    </>
  )
}
