import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ComponentProps, KeyboardEvent } from 'react'
import type { KeptView } from '../../../electron/shared/kept-view'
import { openView } from '../../stores/views-store'
import { ChangedDot } from './ChangedDot'
import { ViewMenu } from './ViewMenu'
import classes from './views.module.css'

type Props = {
  name: string
  /** Null: all products. */
  view: KeptView | null
  isCurrent: boolean
  isChanged?: boolean
  /** Where what is dragged would come. */
  drop?: 'before' | 'after' | undefined
  drag?: ComponentProps<'button'>
  onKeyDown?: (event: KeyboardEvent) => void
}

/** One view of the list. */
export function ViewEntry({ name, view, isCurrent, isChanged = false, drop, drag, onKeyDown }: Props) {
  return (
    <li className={classes.entry} data-current={isCurrent} data-drop={drop}>
      <UnstyledButton
        {...drag}
        className={classes.open}
        aria-current={isCurrent ? 'true' : undefined}
        title={name}
        onClick={() => openView(view)}
        onKeyDown={onKeyDown}
      >
        <span className={classes.name}>{name}</span>
        {isChanged && <ChangedDot />}
      </UnstyledButton>
      {view && (
        <ViewMenu view={view}>
          <ActionIcon size="sm" className={classes.more} aria-label={`Actions for ${view.name}`}>
            <IconDots size={16} />
          </ActionIcon>
        </ViewMenu>
      )}
    </li>
  )
}
