import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { MenuCommand } from '../../electron/shared/settings'
import { isDialogOpen } from '../overlays/overlay-stack'
import { showScreen, useViewStore } from './view-store'

type Handler = () => void
type Commands = { handlers: Partial<Record<MenuCommand, Handler[]>> }

/** Who answers which menu command right now. The last one to come answers, so an open product goes before the list. */
const useCommandStore = create<Commands>(() => ({ handlers: {} }))

/** Answers a menu command or shortcut while the component is mounted; a null handler leaves it to others. */
export function useCommand(command: MenuCommand, handler: Handler | null): void {
  const latest = useRef(handler)
  const active = handler !== null
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!active) return
    return addHandler(command, () => latest.current?.())
  }, [command, active])
}

/** These mean the product on the screen, so they do nothing while another screen covers it. */
const aboutProduct: MenuCommand[] = [
  'save',
  'save-and-next',
  'duplicate-product',
  'delete-product',
  'next-product',
  'previous-product',
]

/** False when nobody answers the command on this screen, or a dialog lies over it. */
export function runCommand(command: MenuCommand): boolean {
  if (isDialogOpen()) return false
  const covered = useViewStore.getState().screen !== 'catalogue'
  if (covered && aboutProduct.includes(command)) return false
  if (covered && command === 'find') {
    showScreen('catalogue')
    // The search box has to be on screen before it can take the focus.
    requestAnimationFrame(() => answer('find'))
    return true
  }
  return answer(command)
}

function answer(command: MenuCommand): boolean {
  const handler = useCommandStore.getState().handlers[command]?.at(-1)
  handler?.()
  return handler !== undefined
}

function addHandler(command: MenuCommand, handler: Handler): () => void {
  change((handlers) => [...handlers, handler])
  return () => change((handlers) => handlers.filter((other) => other !== handler))

  function change(next: (handlers: Handler[]) => Handler[]): void {
    useCommandStore.setState(({ handlers }) => ({
      handlers: { ...handlers, [command]: next(handlers[command] ?? []) },
    }))
  }
}
