import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isBlank } from '../../../electron/shared/fold-text'
import { offerUndo } from '../../components/offer-undo'
import parts from '../../components/screen-parts.module.css'
import { Hint } from '../../overlays/Hint'
import { discardShelfEdits, isShelfEdited, isShelfSaving, shelfValue, useShelfStore } from '../../stores/shelf-store'
import classes from './shelves.module.css'
import { ShelfState } from './ShelfState'
import { useShelfErrors } from './use-shelf-texts'

type Props = {
  /** What it is called while its name is empty. */
  nameless: string
  /** Where there is no room for both, leads to the list. */
  back: { label: string; onClick: () => void }
  readOnlyReason: string | null
  save: () => Promise<void>
  /** Beside the buttons that every page has. */
  menu?: ReactNode
  /** Below the name. */
  children: ReactNode
}

/** Name, state and what saves, of the category or product type whose page is open. */
export function PageHeader({ nameless, back, readOnlyReason, save, menu, children }: Props) {
  const typed = useShelfStore((state) => String(shelfValue(state, 'name') ?? ''))
  const edited = useShelfStore(isShelfEdited)
  const saving = useShelfStore(isShelfSaving)
  const isWrong = Object.keys(useShelfErrors()).length > 0
  return (
    <header className={`${parts.header} ${classes.header}`}>
      <Button
        className={classes.back}
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconArrowLeft size={14} aria-hidden />}
        onClick={back.onClick}
      >
        {back.label}
      </Button>
      <div className={classes.identity}>
        <h2 className={parts.title}>{isBlank(typed) ? nameless : typed.trim()}</h2>
        {children}
      </div>
      <div className={parts.actions}>
        <ShelfState readOnlyReason={readOnlyReason} />
        {edited && (
          <Button variant="default" disabled={saving} onClick={discard}>
            Discard
          </Button>
        )}
        {readOnlyReason === null && (
          <Hint label="Save (Ctrl+S)">
            <Button disabled={!edited || isWrong} loading={saving} onClick={() => void save()}>
              Save
            </Button>
          </Hint>
        )}
        {menu}
      </div>
    </header>
  )
}

function discard(): void {
  const { open } = useShelfStore.getState()
  const bringBack = discardShelfEdits()
  if (!open || !bringBack) return
  const undo = () => {
    bringBack()
    return Promise.resolve(null)
  }
  const name = String(shelfValue(useShelfStore.getState(), 'name') ?? '')
  const about = `${open.connectionId} ${open.thing} ${open.key}`
  offerUndo({ message: `What was typed into ${isBlank(name) ? 'this page' : name} is discarded.`, about, undo })
}
