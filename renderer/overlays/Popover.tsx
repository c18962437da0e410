import { Popover as MantinePopover, type PopoverProps } from '@mantine/core'
import { useOverlay } from './use-overlay'

type Props = PopoverProps & { opened: boolean; onChange: (opened: boolean) => void }

/** Mantine's, known to the stack of overlays, which closes it by Escape when it is on top. */
function OverlayPopover(props: Props) {
  useOverlay('panel', props.opened, () => props.onChange(false))
  return <MantinePopover returnFocus {...props} closeOnEscape={false} />
}

const { Target, Dropdown } = MantinePopover
export const Popover = Object.assign(OverlayPopover, { Target, Dropdown })
