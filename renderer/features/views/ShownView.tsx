import { UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useIsViewChanged, useOpenView } from '../../stores/views-store'
import { ChangedDot } from './ChangedDot'
import { ViewMenu } from './ViewMenu'
import classes from './views.module.css'

/** The name of the view that is open, and what can be done with it. */
export function ShownView() {
  const view = useOpenView()
  const isChanged = useIsViewChanged(view?.connectionId ?? '')
  if (!view) return null
  return (
    <ViewMenu view={view}>
      <UnstyledButton data-shown-view className={classes.shown} title={view.name}>
        <span className="visually-hidden">View: </span>
        <span className={classes.name}>{view.name}</span>
        {isChanged && <ChangedDot />}
        <IconChevronDown size={14} aria-hidden />
      </UnstyledButton>
    </ViewMenu>
  )
}
