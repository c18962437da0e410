import { useEffectEvent, useLayoutEffect } from 'react'
import { putOnTop, type OverlayKind } from './overlay-stack'

/** Makes what is open known to the stack. `close` is null where Escape is heard by the part itself. */
export function useOverlay(kind: OverlayKind, isOpen: boolean, close: (() => void) | null): void {
  const closesItself = close === null
  const closeNow = useEffectEvent(() => close?.())
  useLayoutEffect(() => {
    if (!isOpen) return
    return putOnTop({ kind, close: closesItself ? null : () => closeNow() })
  }, [kind, isOpen, closesItself])
}
