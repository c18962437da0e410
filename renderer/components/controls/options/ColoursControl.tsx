import { ActionIcon, ColorInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { asColourCode, colourProblem } from '../../../../electron/shared/fields/colour-code'
import { faultText } from '../../../../electron/shared/words/fault'
import type { PropsOf } from '../control'
import classes from './options.module.css'

/** As Ecwid draws them: at most two in one swatch. */
const most = 2

const wrong = (colour: string): string | undefined => {
  const fault = colourProblem(colour)
  return fault ? faultText(fault) : undefined
}

/** The colours of a swatch. An emptied box takes its colour away. */
export function ColoursControl({ label, value, readOnly, isInPopover, onChange }: PropsOf<'colours'>) {
  const shown = value.length === 0 ? [''] : value
  const set = (at: number, next: string) => {
    if (next !== shown[at]) onChange(shown.map((one, place) => (place === at ? next : one)).filter(Boolean))
  }
  return (
    <div className={classes.colours}>
      {shown.map((colour, at) => (
        <ColorInput
          // A colour has no name, and its place is what it is.
          key={at}
          aria-label={at === 0 ? label : `${label}, second`}
          placeholder="#cc0000"
          value={colour}
          readOnly={readOnly}
          // Each says what is wrong with itself.
          error={readOnly ? undefined : wrong(colour)}
          withEyeDropper={false}
          fixOnBlur={false}
          popoverProps={{ withinPortal: !isInPopover }}
          onChange={(next) => set(at, next)}
          onBlur={() => !readOnly && set(at, asColourCode(colour))}
        />
      ))}
      {!readOnly && value.length > 0 && value.length < most && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Second of ${label}`}
          onClick={() => onChange([...value, '#ffffff'])}
        >
          <IconPlus size={14} />
        </ActionIcon>
      )}
    </div>
  )
}
