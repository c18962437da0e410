// @vitest-environment jsdom
import '../../../../support/count-renders'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../../electron/shared/errors'
import { CreateCategory } from '../../../../../renderer/features/shelves/CreateCategory'
import { NameBox } from '../../../../../renderer/features/shelves/NameBox'
import { treeOf } from '../../../../../renderer/format/category-rows'
import { renameInPlace, useCategoryViewStore } from '../../../../../renderer/stores/category-view-store'
import { useViewStore } from '../../../../../renderer/stores/view-store'
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge'
import { boxOf, draw, openWindow, press, type } from '../../../../support/in-the-window'
import { giveJsdomSizes } from '../../../../support/mantine-in-jsdom'

const mugs = { id: 7, parentId: 0, name: 'Mugs', enabled: true, orderBy: 0 }
let root: Root
let bridge: FakeBridge
beforeEach(() => {
  giveJsdomSizes()
  useViewStore.setState({ connectionId: 'shop' })
  bridge = installFakeBridge({ 'changes.apply': () => ({ changeSetId: 1, productIds: [-3] }) })
  root = openWindow()
  renameInPlace(7)
})
afterEach(() => act(() => root.unmount()))

const asked = () => bridge.asked.filter(({ name }) => name === 'changes.apply').map(({ input }) => input)
const renamed = { operations: [{ kind: 'category.update', categoryId: 7, fields: { name: 'Cups' } }] }
const isOpen = () => useCategoryViewStore.getState().renaming === 7

describe('a name typed in the tree', () => {
  const begin = async () => {
    await draw(root, <NameBox category={mugs} onLeave={() => {}} />)
    return boxOf('Name of Mugs')
  }

  it('is taken by Enter, but not by the Enter that ends a composition', async () => {
    const box = await begin()
    await type(box, 'Cups')
    await press(box, 'Enter', { isComposing: true })
    expect(asked()).toEqual([])
    await press(box, 'Enter')
    await press(box, 'Enter')
    expect(asked()).toMatchObject([renamed])
    expect(isOpen()).toBe(false)
  })

  it('is let go of by Escape', async () => {
    const box = await begin()
    await type(box, 'Cups')
    await press(box, 'Escape')
    await draw(root, null)
    expect(asked()).toEqual([])
  })

  it('is taken where the tree goes away under it', async () => {
    await type(await begin(), 'Cups')
    await draw(root, null)
    expect(asked()).toMatchObject([renamed])
  })

  it('that is none, or that is refused, stays with why not', async () => {
    const box = await begin()
    await type(box, ' ')
    await press(box, 'Enter')
    expect(document.body.textContent).toContain('Give the category a name.')
    bridge.handlers['changes.apply'] = () => {
      throw new AppError('not-found', 'It is gone.')
    }
    await type(box, 'Cups')
    await press(box, 'Enter')
    expect(document.body.textContent).toContain('It is gone.')
    expect([isOpen(), box.value]).toEqual([true, 'Cups'])
  })
})

it('a new category is made once, however often Enter is pressed', async () => {
  await draw(root, <CreateCategory tree={treeOf([])} below={0} onClose={() => {}} />)
  await type(boxOf('Name'), 'Cups')
  const form = document.querySelector('form')
  await act(async () => {
    for (let times = 0; times < 2; times += 1) form?.dispatchEvent(new Event('submit', { bubbles: true }))
  })
  expect(asked()).toHaveLength(1)
})

describe('the name of a new category', () => {
  const begin = async () => {
    await draw(root, <CreateCategory tree={treeOf([])} below={0} onClose={() => {}} />)
    return boxOf('Name')
  }
  const enter = () => act(async () => document.querySelector<HTMLButtonElement>('button[type="submit"]')?.click())

  it('that is too long says so at its box while it is typed, and is not sent', async () => {
    const box = await begin()
    await type(box, 'n'.repeat(256))
    expect(document.body.textContent).toContain('A category’s name has at most 255 characters. Shorten it.')
    await enter()
    expect(asked()).toEqual([])
    await type(box, 'n'.repeat(255))
    expect(document.body.textContent).not.toContain('Shorten it')
  })

  it('of spaces only is asked for, and so is none once it is to be made', async () => {
    const box = await begin()
    expect(document.body.textContent).not.toContain('Give the category a name.')
    await enter()
    expect(document.body.textContent).toContain('Give the category a name.')
    await type(box, '  ')
    await enter()
    expect(document.body.textContent).toContain('Give the category a name.')
    expect(asked()).toEqual([])
  })
})
