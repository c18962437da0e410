import { useState } from 'react'
import { useOverlay } from './use-overlay'

/** For a panel that another package opens and closes, Escape included: what to give to its popover. */
export function useForeignPanel() {
  const [isOpen, setOpen] = useState(false)
  useOverlay('panel', isOpen, null)
  return { onOpen: () => setOpen(true), onClose: () => setOpen(false) }
}
