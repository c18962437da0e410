import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react'
import { forgetRefused, stepRefused, useRefusedCells } from './refused-cells'
import classes from './sheet.module.css'

/** Leads through the cells that did not take what was put into them. */
export function RefusedSteps() {
  const { cells, done, at } = useRefusedCells()
  if (cells.length === 0) return null
  const count = cells.length.toLocaleString('en')
  return (
    <fieldset aria-label="Refused cells" className={classes.refused}>
      <IconAlertTriangle size={14} aria-hidden />
      {at === null ? (
        <>
          <span>
            {done}, {count} refused
          </span>
          <Button size="compact-xs" variant="default" onClick={() => stepRefused(1)}>
            Show them
          </Button>
        </>
      ) : (
        <>
          <span>
            Refused: {(at + 1).toLocaleString('en')} of {count}
          </span>
          <ActionIcon size="sm" aria-label="The refused cell before" onClick={() => stepRefused(-1)}>
            <IconChevronLeft size={14} />
          </ActionIcon>
          <ActionIcon size="sm" aria-label="The next refused cell" onClick={() => stepRefused(1)}>
            <IconChevronRight size={14} />
          </ActionIcon>
        </>
      )}
      <ActionIcon size="sm" aria-label="Forget the refused cells" onClick={forgetRefused}>
        <IconX size={14} />
      </ActionIcon>
    </fieldset>
  )
}
