// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { act } from 'react'
import { expect, it } from 'vitest'
import { NewProducts } from '../../../../../renderer/features/settings/NewProducts'
import { aSnapshot } from '../../../../support/a-snapshot'
import { installFakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'
import { euros } from '../../../../support/store-in-euros'

const root = reactRoot()

const snapshot = aSnapshot({ profile: euros })

it('keeps each edit at once, however late the answers, tells back to nothing as that, and nothing that is wrong', async () => {
  const bridge = installFakeBridge({ 'stores.setNewDefaults': () => new Promise(() => {}) })
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <NewProducts snapshot={snapshot} />
      </MantineProvider>,
    ),
  )
  const box = (label: string) => {
    const [found] = [...document.querySelectorAll('label')].filter(({ textContent }) => textContent === label)
    return document.getElementById(found!.htmlFor) as HTMLInputElement
  }
  const type = (label: string, text: string) =>
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box(label), text)
      box(label).dispatchEvent(new Event('input', { bubbles: true }))
    })
  const told = () =>
    bridge.asked.map(({ input }) => {
      const { set, unset } = input as { set: object; unset: string[] }
      return [set, unset]
    })

  act(() => box('Requires shipping').click())
  expect(box('Requires shipping').checked).toBe(false)
  type('Added to the rate', '2')
  type('Added to the rate', '2,5')
  expect(box('Added to the rate').value).toBe('2,5')
  type('Added to the rate', 'dear')
  act(() => box('Requires shipping').click())
  expect(told()).toEqual([
    [{ isShippingRequired: false }, []],
    [{ shipping: expect.objectContaining({ methodMarkup: 2 }) as unknown }, []],
    [{ shipping: expect.objectContaining({ methodMarkup: 2.5 }) as unknown }, []],
    [{}, ['isShippingRequired']],
  ])
  expect(box('Added to the rate').value).toBe('dear')
})
