import type { Rectangle } from '@glideapps/glide-data-grid'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import type { ColumnHead } from '../../format/column-filter'
import { Popover } from '../../overlays/Popover'
import type { SheetColumn } from './sheet-column'

/** What the head of a column offers, which the app puts in. */
export type HeadPanel = (props: ColumnHead & { onDone: () => void }) => ReactNode

type Head = { column: SheetColumn; bounds: Rectangle }
type Props = { panel: HeadPanel; onClose: () => void }

/** The filter of a column and the orders by it, below its head. */
export function HeadMenu({ at, ...props }: Props & { at: Head | null }) {
  return at && <OpenHead {...at} {...props} />
}

function OpenHead({ column, bounds, panel, onClose }: Head & Props) {
  const attribute = column.field === 'attributes' ? Number(column.key) : null
  const closeOutside = useEffectEvent(({ target }: PointerEvent) => {
    // It and the lists that open from it are put into the page apart.
    if (target instanceof Element && !target.closest('[data-portal]')) onClose()
  })
  useEffect(() => {
    const hear = (event: PointerEvent) => closeOutside(event)
    document.addEventListener('pointerdown', hear)
    return () => document.removeEventListener('pointerdown', hear)
  }, [])
  return (
    <Popover
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      offset={2}
      trapFocus
      returnFocus={false}
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <span aria-hidden style={{ position: 'fixed', left: bounds.x, top: bounds.y + bounds.height }} />
      </Popover.Target>
      <Popover.Dropdown p={0} aria-labelledby={undefined} aria-label={`Filter and order of ${column.title}`}>
        {panel({ field: column.field, attribute, onDone: onClose })}
      </Popover.Dropdown>
    </Popover>
  )
}
