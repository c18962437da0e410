import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach } from 'vitest'
import { giveJsdomSizes } from './mantine-in-jsdom'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

/** A place in the page for each test, and nothing of it left for the next. Drawing in it is up to `act`. */
export function reactRoot(): Pick<Root, 'render'> & { clear: () => void } {
  let root: Root
  const open = () => void (root = createRoot(document.body.appendChild(document.createElement('div'))))
  const close = () => act(() => root.unmount())
  beforeEach(() => {
    giveJsdomSizes()
    open()
  })
  afterEach(close)
  return {
    render: (what: ReactNode) => root.render(what),
    clear: () => {
      close()
      open()
    },
  }
}
