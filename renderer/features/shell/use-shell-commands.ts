import { useEffect } from 'react'
import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { isTyping } from '../../components/keys'
import { isDialogOpen } from '../../overlays/overlay-stack'
import { useCommand } from '../../stores/command-store'
import { openConnectionDialog } from '../../stores/connection-dialog-store'
import { useConnectionStore } from '../../stores/connection-store'
import { openStore } from '../../stores/store-store'
import { showScreen, useViewStore } from '../../stores/view-store'

/** Commands and keys that work on every screen. */
export function useShellCommands(): void {
  useCommand('show-catalogue', () => showScreen('catalogue'))
  useCommand('show-changes', () => showScreen('changes'))
  useCommand('show-pictures', () => showScreen('pictures'))
  useCommand('show-categories', () => showScreen('categories'))
  useCommand('show-types', () => showScreen('types'))
  useCommand('show-snapshots', () => showScreen('snapshots'))
  useCommand('show-settings', () => showScreen('settings'))
  useCommand('add-connection', () => openConnectionDialog({ kind: 'add' }))
  useCommand('refresh', pullNow)
  useEffect(() => {
    const press = (event: KeyboardEvent) =>
      selectNoTexts(event) || isDialogOpen() || switchStore(event) || refreshAsInABrowser(event)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** Brings news of the store in now instead of at the next turn. */
export function pullNow(): void {
  const { connectionId } = useViewStore.getState()
  if (!connectionId) return
  call('sync.pull', { connectionId }).catch((error: unknown) => notifyProblem(problemOf(error)))
}

/** Ctrl or Cmd and a digit: the store at that place. */
function switchStore(event: KeyboardEvent): boolean {
  if (!withCommandKey(event) || !/^[1-9]$/.test(event.key)) return false
  const connection = useConnectionStore.getState().connections[Number(event.key) - 1]
  if (!connection) return false
  event.preventDefault()
  if (connection.id !== useViewStore.getState().connectionId) void openStore(connection.id)
  return true
}

/** Ctrl or Cmd+A where nothing takes it: nobody wants all texts of the window. */
function selectNoTexts(event: KeyboardEvent): boolean {
  if (!withCommandKey(event) || event.key.toLowerCase() !== 'a' || isTyping(event.target)) return false
  event.preventDefault()
  return true
}

/** Many hands know Ctrl or Cmd+R; the menu names F5. */
function refreshAsInABrowser(event: KeyboardEvent): boolean {
  if (!withCommandKey(event) || event.key.toLowerCase() !== 'r') return false
  event.preventDefault()
  pullNow()
  return true
}

function withCommandKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
}
