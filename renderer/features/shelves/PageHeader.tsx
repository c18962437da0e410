import { Button, Tooltip } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { isBlank } from '../../../electron/shared/fold-text'
import parts from '../../components/screen-parts.module.css'
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
          <Button variant="default" disabled={saving} onClick={discardShelfEdits}>
            Discard
          </Button>
        )}
        {readOnlyReason === null && (
          <Tooltip label="Save (Ctrl+S)">
            <Button disabled={!edited || isWrong} loading={saving} onClick={() => void save()}>
              Save
            </Button>
          </Tooltip>
        )}
        {menu}
      </div>
    </header>
  )
}
