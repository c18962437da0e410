import { Portal } from '@mantine/core'
import type { ReactNode } from 'react'
import { Menu } from '../../overlays/Menu'
import { closePictureMenu } from './picture-menu-store'

type Props = { x: number; y: number; label: string; children: ReactNode }

/** Where the right button was pressed, in the window: a card may stand in a frame of its own. */
export function MenuAtPointer({ x, y, label, children }: Props) {
  return (
    <Portal>
      <Menu key={`${x} ${y}`} opened onChange={(isOpen) => !isOpen && closePictureMenu()} position="bottom-start">
        <Menu.Target>
          <span aria-hidden style={{ position: 'fixed', left: x, top: y }} />
        </Menu.Target>
        <Menu.Dropdown aria-label={label}>{children}</Menu.Dropdown>
      </Menu>
    </Portal>
  )
}
