import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'

/** Draws parts of a screen, and types into them as a person does. */
export function openWindow(): Root {
  return createRoot(document.body.appendChild(document.createElement('div')))
}

export const draw = (root: Root, node: ReactNode): Promise<void> =>
  act(async () => root.render(<MantineProvider>{node}</MantineProvider>))

export function boxOf(label: string): HTMLInputElement {
  const named = document.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)
  const id = [...document.querySelectorAll('label')].find((each) => each.textContent?.startsWith(label))?.htmlFor
  const box = named ?? document.getElementById(id ?? '')
  if (!(box instanceof HTMLInputElement)) throw new Error(`There is no box named ${label}.`)
  return box
}

export const type = (box: HTMLInputElement, text: string): Promise<void> =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })

export const press = (element: Element, key: string, init: KeyboardEventInit = {}): Promise<void> =>
  act(async () => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init })))
