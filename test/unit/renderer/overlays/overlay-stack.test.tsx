// @vitest-environment jsdom
import { MantineProvider, Select } from '@mantine/core'
import { act, useState, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Menu } from '../../../../renderer/overlays/Menu'
import { Modal } from '../../../../renderer/overlays/Modal'
import { closesOverlay, isDialogOpen } from '../../../../renderer/overlays/overlay-stack'
import { Popover } from '../../../../renderer/overlays/Popover'
import { runCommand, useCommand } from '../../../../renderer/stores/command-store'
import { giveJsdomSizes } from '../../../support/mantine-in-jsdom'

let root: Root
const closed: string[] = []

/** A panel on a dialog, a menu on the panel and a question on them all, each open until it is closed. */
function Pile({ children }: { children?: ReactNode }) {
  const [open, setOpen] = useState(['dialog', 'panel', 'menu', 'question'])
  const of = (name: string) => ({
    opened: open.includes(name),
    close: () => {
      closed.push(name)
      setOpen((names) => names.filter((other) => other !== name))
    },
  })
  const [dialog, panel, menu, question] = ['dialog', 'panel', 'menu', 'question'].map(of)
  return (
    <MantineProvider env="test">
      <Modal opened={dialog!.opened} onClose={dialog!.close}>
        {children}
      </Modal>
      <Popover opened={panel!.opened} onChange={panel!.close}>
        <Popover.Target>
          <button type="button">Panel</button>
        </Popover.Target>
        <Popover.Dropdown>A panel</Popover.Dropdown>
      </Popover>
      <Menu opened={menu!.opened} onChange={menu!.close}>
        <Menu.Target>
          <button type="button">Menu</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item>An item</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={question!.opened} onClose={question!.close} />
    </MantineProvider>
  )
}

function press(key: string, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  act(() => void target.dispatchEvent(event))
  return event
}

describe('what lies over the window', () => {
  beforeAll(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
    giveJsdomSizes()
  })
  beforeEach(() => {
    closed.length = 0
    root = createRoot(document.body.appendChild(document.createElement('div')))
  })
  afterEach(() => {
    act(() => root.unmount())
    document.body.replaceChildren()
  })

  it('closes by Escape one by one, the topmost first, and then the key is for the window', () => {
    const heard: Event[] = []
    const hear = (event: Event) => heard.push(event)
    window.addEventListener('keydown', hear)
    act(() => root.render(<Pile />))
    for (let left = 4; left > 0; left -= 1) {
      expect(isDialogOpen()).toBe(true)
      press('Escape')
    }
    expect(closed).toEqual(['question', 'menu', 'panel', 'dialog'])
    expect([isDialogOpen(), heard]).toEqual([false, []])
    const free = press('Escape')
    window.removeEventListener('keydown', hear)
    expect(heard).toEqual([free])
  })

  it('leaves Escape to the open list of a field, and to no list that always stands', () => {
    act(() =>
      root.render(
        <Pile>
          <Select label="Shape" data={['round', 'square']} defaultDropdownOpened />
        </Pile>,
      ),
    )
    for (let times = 0; times < 3; times++) press('Escape')
    closed.length = 0
    const field = document.querySelector<HTMLInputElement>('input[data-expanded]')!
    press('Escape', field)
    expect([closed, field.hasAttribute('data-expanded')]).toEqual([[], false])
    press('Escape', field)
    expect(closed).toEqual(['dialog'])

    const standing = document.body.appendChild(document.createElement('input'))
    for (const [name, value] of Object.entries({ 'aria-haspopup': 'listbox', 'data-expanded': 'true' })) {
      standing.setAttribute(name, value)
    }
    const escape = (): boolean => {
      let is = false
      const ask = (event: KeyboardEvent) => void (is = closesOverlay(event))
      window.addEventListener('keydown', ask, { capture: true, once: true })
      press('Escape', standing)
      return is
    }
    expect(escape()).toBe(true)
    standing.dataset.listStays = 'true'
    expect(escape()).toBe(false)
  })

  it('keeps commands from what a dialog covers', () => {
    const heard: string[] = []
    const Answering = () => {
      useCommand('find', () => heard.push('find'))
      return null
    }
    act(() => root.render([<Answering key="list" />, <Pile key="pile" />]))
    expect(runCommand('find')).toBe(false)
    for (let times = 0; times < 4; times++) press('Escape')
    expect(runCommand('find')).toBe(true)
    expect(heard).toEqual(['find'])
  })

  it('is forgotten with the part that opened it', () => {
    act(() => root.render(<Pile />))
    act(() => root.render(null))
    expect(isDialogOpen()).toBe(false)
  })
})
