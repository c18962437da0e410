// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act, useEffect, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { noWords, type Entry } from '../../../../electron/shared/fields/kind'
import { productFields } from '../../../../electron/shared/fields/product-fields'
import { productLists } from '../../../../electron/shared/fields/product-lists'
import { textsWithin, type TextsSet } from '../../../../renderer/components/controls/control'
import { ControlOf } from '../../../../renderer/components/controls/ControlOf'
import { reactRoot } from '../../../support/react-root'
import { euros } from '../../../support/store-in-euros'

const root = reactRoot()
let now: { entries: readonly Entry[]; typed: Record<string, string> }

const { kind: tiers } = productFields.wholesalePrices
const { kind: files } = productLists.files

const withTexts = (typed: Record<string, string>, changed: TextsSet): Record<string, string> => {
  const all = Object.entries({ ...typed, ...changed })
  return Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text]])))
}

function List({ kind, entries }: { kind: typeof tiers; entries: readonly Entry[] }) {
  const [value, setValue] = useState(entries)
  const [typed, setTyped] = useState<Record<string, string>>({})
  useEffect(() => void (now = { entries: value, typed }))
  return (
    <ControlOf
      {...{ kind, value, path: 'wholesalePrices', label: 'Wholesale prices', saved: entries, readOnly: false }}
      words={{ ...noWords, profile: euros }}
      onChange={(next, changed = {}) => {
        setValue(next as Entry[])
        setTyped((before) => withTexts(before, changed))
      }}
      texts={{
        at: (path) => typed[path],
        set: (path, text) => setTyped((before) => withTexts(before, { [path]: text })),
        problemAt: () => undefined,
        isWrong: () => false,
        within: (path) => textsWithin(typed, path),
      }}
    />
  )
}

const show = (kind: typeof tiers, entries: readonly Entry[]) =>
  act(() =>
    root.render(
      <MantineProvider env="test">
        <List kind={kind} entries={entries} />
      </MantineProvider>,
    ),
  )

const named = (name: string) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)!
const press = (element: HTMLElement) => act(() => element.click())
const addButton = () =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Add'))!

function type(name: string, text: string): void {
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(named(name), text)
    named(name).dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const five = { quantity: 5, price: 9, madeLater: 1 }
const ten = { quantity: 10, price: 8 }

describe('a list in a form', () => {
  it('gets an empty line, with the keyboard in its first box, and keeps what it does not know of the others', () => {
    show(tiers, [five])
    press(addButton())
    expect(document.activeElement).toBe(named('From quantity, line 2'))
    type('From quantity, line 2', '20')
    type('Price each, line 2', '7,50')
    type('Price each, line 1', '8,90')
    expect(now.entries).toEqual([
      { quantity: 5, price: 8.9, madeLater: 1 },
      { quantity: 20, price: 7.5 },
    ])
  })

  it('loses a line with what was typed into it, and what is half typed elsewhere stays with its line', () => {
    show(tiers, [five, ten, { quantity: 50, price: 7 }])
    type('Price each, line 1', 'x')
    type('Price each, line 3', '7,')
    type('Price each, line 2', '8,')
    press(named('Remove line 1'))
    expect(now.entries).toEqual([ten, { quantity: 50, price: 7 }])
    expect(now.typed).toEqual({ 'wholesalePrices.0.price': '8,', 'wholesalePrices.1.price': '7,' })
    type('Price each, line 2', 'half')
    press(named('Remove line 1'))
    expect(now.typed).toEqual({ 'wholesalePrices.0.price': 'half' })
    // In a text, undo by the keys would mean what was typed before.
    expect(document.activeElement).toBe(named('Remove line 1'))
  })

  it('is arranged by buttons and by the keyboard where its order means something', () => {
    show(tiers, [five, ten])
    expect(named('Move line 1 down')).toBeNull()
    const guides = [{ name: 'a.pdf' }, { name: 'b.pdf' }, { name: 'c.pdf' }]
    root.clear()
    show(files, guides)
    press(named('Move line 1 down'))
    expect(now.entries.map(({ name }) => name)).toEqual(['b.pdf', 'a.pdf', 'c.pdf'])
    expect(document.activeElement).toBe(named('Number, line 2'))
    const up = new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true })
    act(() => void named('Name, line 3').dispatchEvent(up))
    expect(now.entries.map(({ name }) => name)).toEqual(['b.pdf', 'c.pdf', 'a.pdf'])
  })
})
