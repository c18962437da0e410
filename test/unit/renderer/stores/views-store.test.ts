// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { AppError } from '../../../../electron/shared/errors'
import { settingsSchema } from '../../../../electron/shared/settings'
import {
  askAhead,
  forgetCatalogue,
  setFilters,
  setSearchText,
  setSort,
  useCatalogueStore,
} from '../../../../renderer/stores/catalogue-store'
import { chooseFace, faceNow, useOpenViewStore } from '../../../../renderer/stores/open-view-store'
import { useSettingsStore } from '../../../../renderer/stores/settings-store'
import { changeSheet, sheetLook } from '../../../../renderer/stores/sheet-looks'
import {
  hasViewNamed,
  isViewChangedNow,
  leaveView,
  moveView,
  openView,
  removeView,
  renameView,
  saveAsView,
  saveView,
} from '../../../../renderer/stores/views-store'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'

/** As main keeps them. */
let kept = settingsSchema.parse({})
let bridge: FakeBridge

beforeEach(() => {
  kept = settingsSchema.parse({})
  useSettingsStore.setState(kept, true)
  bridge = installFakeBridge({
    'settings.set': (patch) => (kept = settingsSchema.parse({ ...kept, ...patch })),
    'catalogue.search': () => ({ total: 0, rows: [], hints: [] }),
  })
  askAhead('shop')
  openView(null)
  return () => forgetCatalogue(useCatalogueStore.getState().connectionId ?? '')
})

const names = () => kept.views.map(({ name, isOpen }) => `${name}${isOpen ? '*' : ''}`)
const shown = () => {
  const { filters, sort } = useCatalogueStore.getState()
  return { filters, sort, face: faceNow() }
}

it('A view has what is searched and filtered, the order, and the sheet with its columns, and brings all of it back', async () => {
  setFilters({ text: 'mug', enabled: true })
  setSort('PRICE_DESC')
  chooseFace('sheet')
  await expect.poll(() => kept.catalogueFace).toBe('sheet')
  changeSheet('shop', () => ({ frozen: 2, flat: true }))
  expect(await saveAsView('shop', 'Mugs')).toBeNull()

  openView(null)
  expect(shown()).toEqual({ filters: {}, sort: null, face: 'sheet' })
  chooseFace('list')
  await expect.poll(() => kept.catalogueFace).toBe('list')
  changeSheet('shop', () => ({ frozen: 1, flat: false }))
  openView(kept.views[0]!)
  expect(shown()).toEqual({ filters: { text: 'mug', enabled: true }, sort: 'PRICE_DESC', face: 'sheet' })
  expect(sheetLook('shop')).toMatchObject({ frozen: 2, flat: true })
})

it('What is made of the sheet of a view is not made of the sheet of all products', async () => {
  setSearchText('mug')
  await saveAsView('shop', 'Mugs')
  chooseFace('sheet')
  changeSheet('shop', () => ({ frozen: 3 }))
  expect(kept).toMatchObject({ catalogueFace: 'list', sheetLayouts: [] })
  openView(null)
  expect(sheetLook('shop').frozen).toBe(1)
  openView(kept.views[0]!)
  expect(faceNow()).toBe('list')
})

it('Each store opens with the view that was open in it last, and an order of a view is not taken along', async () => {
  setSearchText('mug')
  setSort('PRICE_DESC')
  await saveAsView('shop', 'Mugs')
  askAhead('other shop')
  expect(shown()).toMatchObject({ filters: {}, sort: null })
  askAhead('shop')
  expect(shown()).toMatchObject({ filters: { text: 'mug' }, sort: 'PRICE_DESC' })
  openView(null)
  await expect.poll(names).toEqual(['Mugs'])
  askAhead('other shop')
  askAhead('shop')
  expect(shown()).toMatchObject({ filters: {}, sort: null })
})

it('The order of all products goes along to the next store as before', () => {
  setSort('PRICE_ASC')
  askAhead('other shop')
  expect(shown().sort).toBe('PRICE_ASC')
})

it('One view of a store is open at a time, and another store is not asked', async () => {
  setSearchText('mug')
  await saveAsView('shop', 'Mugs')
  askAhead('other shop')
  setSearchText('bowl')
  await saveAsView('other shop', 'Bowls')
  expect(names()).toEqual(['Mugs*', 'Bowls*'])
  setSearchText('plate')
  await saveAsView('other shop', 'Plates')
  expect(names()).toEqual(['Mugs*', 'Bowls', 'Plates*'])
})

it('A view that is removed leaves all products, and comes back in its place, open again', async () => {
  for (const name of ['mug', 'bowl', 'plate']) {
    setSearchText(name)
    await saveAsView('shop', name)
  }
  openView(kept.views[1]!)
  await expect.poll(names).toEqual(['mug', 'bowl*', 'plate'])
  const { problem, putBack } = await removeView(kept.views[1]!)
  expect(problem).toBeNull()
  expect(names()).toEqual(['mug', 'plate'])
  expect(shown().filters).toEqual({})
  expect(await putBack()).toBeNull()
  await expect.poll(names).toEqual(['mug', 'bowl*', 'plate'])
  expect(shown().filters).toEqual({ text: 'bowl' })
})

it('An open view is changed until it is saved or goes back to what it was', async () => {
  setSearchText('mug')
  await saveAsView('shop', 'Mugs')
  expect(isViewChangedNow('shop')).toBe(false)
  setFilters({ enabled: true })
  chooseFace('sheet')
  expect(isViewChangedNow('shop')).toBe(true)
  openView(kept.views[0]!)
  expect(shown()).toEqual({ filters: { text: 'mug' }, sort: null, face: 'list' })
  expect(isViewChangedNow('shop')).toBe(false)

  setFilters({ enabled: true })
  chooseFace('sheet')
  expect(await saveView(kept.views[0]!)).toBeNull()
  expect(isViewChangedNow('shop')).toBe(false)
  expect(kept.views).toMatchObject([
    { name: 'Mugs', filters: { text: 'mug', enabled: true }, sheet: { frozen: 1 }, isOpen: true },
  ])
})

it('Views are renamed and put into order, and those of other stores stay as they are', async () => {
  for (const name of ['mug', 'bowl', 'plate']) {
    setSearchText(name)
    await saveAsView('shop', name)
  }
  askAhead('other shop')
  setSearchText('lamp')
  await saveAsView('other shop', 'lamp')
  expect(await moveView(kept.views[2]!, 0)).toBeNull()
  expect(
    await renameView(
      kept.views.find(({ name }) => name === 'bowl')!,
      'Bowls',
    ),
  ).toBeNull()
  const own = kept.views.filter(({ connectionId }) => connectionId === 'shop')
  expect(own.map(({ name }) => name)).toEqual(['plate', 'mug', 'Bowls'])
  expect(hasViewNamed('shop', 'BOWLS', null)).toBe(true)
  expect(hasViewNamed('shop', 'BOWLS', own[2]!.id)).toBe(false)
  expect(hasViewNamed('shop', 'lamp', null)).toBe(false)
  expect(await moveView(own[2]!, 3)).toBeNull()
  expect(kept.views.filter(({ connectionId }) => connectionId === 'shop')).toEqual(own)
})

it('An order that could not be kept goes back', async () => {
  for (const name of ['mug', 'bowl']) {
    setSearchText(name)
    await saveAsView('shop', name)
  }
  bridge.handlers['settings.set'] = () => {
    throw new AppError('storage', 'The disk is full.')
  }
  expect(await moveView(kept.views[1]!, 0)).toMatchObject({ message: 'The disk is full.' })
  expect(useSettingsStore.getState().views.map(({ name }) => name)).toEqual(['mug', 'bowl'])
})

it('Who is led to products from another screen leaves the view', async () => {
  setSearchText('mug')
  await saveAsView('shop', 'Mugs')
  leaveView()
  setFilters({ categoryIds: [7] })
  expect(shown().filters).toEqual({ categoryIds: [7] })
  expect(useOpenViewStore.getState().viewId).toBeNull()
  leaveView()
  expect(shown().filters).toEqual({ categoryIds: [7] })
})

it('A view that is opened while another one is saved stays open', async () => {
  setSearchText('mug')
  await saveAsView('shop', 'Mugs')
  openView(null)
  setSearchText('bowl')
  const saving = saveAsView('shop', 'Bowls')
  openView(kept.views[0]!)
  expect(await saving).toBeNull()
  expect(useOpenViewStore.getState().viewId).toBe(kept.views[0]!.id)
  await expect.poll(names).toEqual(['Mugs*', 'Bowls'])
})

it('A view that could not be kept is not taken for one that is', async () => {
  setSearchText('mug')
  bridge.handlers['settings.set'] = () => {
    throw new AppError('storage', 'The disk is full.')
  }
  expect(await saveAsView('shop', 'Mugs')).toMatchObject({ message: 'The disk is full.' })
  expect(useSettingsStore.getState().views).toEqual([])
  expect(useOpenViewStore.getState().viewId).toBeNull()
})

it('Views that are saved at the same moment are both kept', async () => {
  setSearchText('mug')
  await Promise.all([saveAsView('shop', 'one'), saveAsView('shop', 'two')])
  await expect.poll(names).toEqual(['one*', 'two'])
})
