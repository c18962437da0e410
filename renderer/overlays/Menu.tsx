import { Menu as MantineMenu, type MenuProps } from '@mantine/core'
import { useUncontrolled } from '@mantine/hooks'
import { useOverlay } from './use-overlay'

/** Mantine's, known to the stack of overlays, which closes it by Escape when it is on top. */
function OverlayMenu({ opened, defaultOpened, onChange, ...props }: MenuProps) {
  const [isOpen, setOpen] = useUncontrolled({
    value: opened,
    defaultValue: defaultOpened,
    finalValue: false,
    onChange,
  })
  const close = () => {
    setOpen(false)
    props.onClose?.()
  }
  useOverlay('menu', isOpen, close)
  return <MantineMenu {...props} opened={isOpen} onChange={setOpen} closeOnEscape={false} />
}

const { Target, Dropdown, Item, Divider, Label, RadioGroup, RadioItem } = MantineMenu
export const Menu = Object.assign(OverlayMenu, { Target, Dropdown, Item, Divider, Label, RadioGroup, RadioItem })
