import { Button } from '@mantine/core'
import { useCatalogueStore } from '../../stores/catalogue-store'
import { askAboutView } from '../../stores/view-dialog-store'
import { useIsViewChanged, useOpenView } from '../../stores/views-store'
import { keepChanges, resetView } from './view-acts'
import classes from './views.module.css'

const look = { variant: 'subtle', size: 'compact-xs' } as const

/** What is shown and not kept yet can be, or goes back to what was. */
export function ViewActions() {
  const connectionId = useCatalogueStore((state) => state.connectionId)
  const view = useOpenView()
  const isChanged = useIsViewChanged(connectionId ?? '')
  if (!isChanged) return null
  const ask = () => askAboutView({ kind: 'save' })
  return (
    <fieldset className={classes.actions} aria-label="View">
      {view ? (
        <>
          <Button {...look} onClick={() => void keepChanges(view)}>
            Save
          </Button>
          <Button {...look} onClick={ask}>
            Save as new…
          </Button>
          <Button {...look} color="gray" onClick={() => resetView(view)}>
            Reset
          </Button>
        </>
      ) : (
        <Button {...look} onClick={ask}>
          Save view…
        </Button>
      )}
    </fieldset>
  )
}
