import { useEffect, useRef } from 'react'

/** The keys are the sheet's again when the dialog above it goes. */
export function useKeysBack(isBelowDialog: boolean, focus: () => void): void {
  const wasBelow = useRef(false)
  useEffect(() => {
    if (wasBelow.current && !isBelowDialog) focus()
    wasBelow.current = isBelowDialog
  })
}
