import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState, type ComponentProps } from 'react'
import { Menu } from '../../overlays/Menu'
import classes from './MediaTab.module.css'
import { MenuAtPointer } from './MenuAtPointer'
import { PictureItems, type PictureActs } from './PictureItems'
import { usePictureMenuStore } from './picture-menu-store'

/** `name`: for the names of its parts. */
type Props = PictureActs & { name: string }

/** What can be done with one picture. A menu is made where one is asked for: hundreds of closed ones cost seconds. */
export function PictureMenu(props: Props) {
  const [isWanted, setWanted] = useState(false)
  return isWanted ? (
    <OpenMenu {...props} />
  ) : (
    <Dots name={props.name} aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)} />
  )
}

function Dots({ name, ...props }: { name: string } & ComponentProps<'button'>) {
  return (
    // The menu gives its target a class, which stands beside this one.
    <ActionIcon classNames={{ root: classes.menu }} variant="default" aria-label={`Actions for ${name}`} {...props}>
      <IconDots size={16} />
    </ActionIcon>
  )
}

function OpenMenu({ name, ...acts }: Props) {
  return (
    <Menu position="bottom-end" withinPortal defaultOpened>
      <Menu.Target>
        <Dots name={name} />
      </Menu.Target>
      <Menu.Dropdown>
        <PictureItems {...acts} />
      </Menu.Dropdown>
    </Menu>
  )
}

/** The same where the right button was pressed on the picture. */
export function PictureContextMenu({ name, ...acts }: Props) {
  const at = usePictureMenuStore(({ at: place }) => (place?.id === acts.id && !place.isOfMany ? place : null))
  return (
    at && (
      <MenuAtPointer x={at.x} y={at.y} label={`Actions for ${name}`}>
        <PictureItems {...acts} />
      </MenuAtPointer>
    )
  )
}
