import { Tooltip, type TooltipProps } from '@mantine/core'

/** A tooltip of a button that may be disabled under the pointer: such a button does not hear when the pointer leaves it, what is around it does. */
export function Hint({ children, ...props }: TooltipProps) {
  return (
    <Tooltip {...props}>
      <span style={{ display: 'inline-flex' }}>{children}</span>
    </Tooltip>
  )
}
