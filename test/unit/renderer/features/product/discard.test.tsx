// @vitest-environment jsdom
import { Notifications } from '@mantine/notifications'
import { act } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { newProductFields } from '../../../../../electron/shared/fields/product-fields'
import { UndoKeys } from '../../../../../renderer/features/changes/UndoKeys'
import { openedProduct, setProductField, setUnparsed } from '../../../../../renderer/stores/product-store'
import { aProductDetail } from '../../../../support/a-product-detail'
import { showProductPane } from '../../../../support/a-product-pane'
import { type FakeBridge } from '../../../../support/fake-bridge'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
let bridge: FakeBridge

const press = (label: string) =>
  act(async () => [...document.querySelectorAll('button')].find((each) => each.textContent === label)?.click())
const pressUndo = () =>
  act(async () => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true })))
const typed = () => {
  const { patch, unparsed } = openedProduct()!.edits
  return { patch, unparsed }
}
const all = { patch: { name: 'Cup' }, unparsed: { price: 'dear' } }
const nothing = { patch: {}, unparsed: {} }

beforeEach(async () => {
  const detail = aProductDetail({ fields: { ...newProductFields, name: 'Mug', price: 12 } })
  bridge = await showProductPane(root, () => detail, {
    answers: { 'changes.lastUndoable': () => null },
    beside: (
      <>
        <Notifications />
        <UndoKeys />
      </>
    ),
  })
  act(() => setProductField('name', 'Cup'))
  act(() => setUnparsed('price', 'dear'))
  await press('Discard')
  expect(typed()).toEqual(nothing)
})

it('what was discarded comes back with the next undo, which reaches nothing that is saved', async () => {
  await pressUndo()
  expect(typed()).toEqual(all)
  expect(bridge.asked.filter(({ name }) => name === 'changes.lastUndoable')).toEqual([])
  await pressUndo()
  expect(typed()).toEqual({ ...all, unparsed: {} })
})

it('what was discarded comes back from the message about it, below what was typed since', async () => {
  act(() => setProductField('name', 'Bowl'))
  await press('Undo')
  expect(typed()).toEqual({ ...all, patch: { name: 'Bowl' } })
})
