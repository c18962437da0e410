import { useEffect } from 'react'
import type { ShelfThing } from '../../../electron/shared/fields/shelf-fields'
import { isShelfTyped, loadTypedShelves, useShelfStore } from '../../stores/shelf-store'
import { useViewStore } from '../../stores/view-store'

/** Whether something is typed on the page of a line and not saved. */
export function useTyped(thing: ShelfThing, key: number): boolean {
  const connectionId = useViewStore((view) => view.connectionId) ?? ''
  return useShelfStore((state) => isShelfTyped(state, { connectionId, thing, key }))
}

/** Lines are marked also where that was typed before the program was started. */
export function useTypedBefore(connectionId: string | null): void {
  useEffect(() => {
    if (connectionId !== null) void loadTypedShelves(connectionId)
  }, [connectionId])
}
