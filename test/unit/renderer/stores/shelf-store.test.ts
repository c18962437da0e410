// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import type { ShelfDetail } from '../../../../electron/shared/shelf'
import {
  openShelf,
  saveShelf,
  setShelfValue,
  shelfPatch,
  shelfValue,
  useShelfStore,
} from '../../../../renderer/stores/shelf-store'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'

const page = { connectionId: 'shop', thing: 'category', key: 7 } as const
const detail = (name: string, description: string): ShelfDetail => ({
  thing: 'category',
  id: 7,
  fields: { name, description },
  state: 'synced',
  isDeletedInStore: false,
  draft: null,
  problems: [],
})

let bridge: FakeBridge
beforeEach(async () => {
  bridge = installFakeBridge({
    'catalogue.shelf': () => detail('Mugs', 'Old'),
    'drafts.putShelf': () => null,
  })
  useShelfStore.setState({ open: null, edits: {}, saving: false })
  await openShelf(page)
})

const shown = (field: string) => shelfValue(useShelfStore.getState(), field)
const edits = () => shelfPatch(useShelfStore.getState())

it('shows what was saved from then on, also until the page is read again', async () => {
  setShelfValue('description', 'New')
  const seen: unknown[] = []
  const stop = useShelfStore.subscribe((state) => seen.push(shelfValue(state, 'description')))
  await saveShelf(async () => {
    bridge.handlers['catalogue.shelf'] = () => detail('Mugs', 'New')
  })
  stop()
  expect(new Set(seen)).toEqual(new Set(['New']))
})

it('keeps what is typed during a save upon what was saved, and upon what was there', async () => {
  setShelfValue('description', 'New')
  await saveShelf(async () => {
    setShelfValue('description', 'Newer')
    setShelfValue('name', 'Cups')
    bridge.handlers['catalogue.shelf'] = () => detail('Mugs', 'New')
  })
  expect(edits()).toEqual({
    base: { description: 'New', name: 'Mugs' },
    patch: { description: 'Newer', name: 'Cups' },
  })
})

it('leads back where the old value is typed again during a save', async () => {
  setShelfValue('description', 'New')
  await saveShelf(async () => {
    setShelfValue('description', 'Old')
    bridge.handlers['catalogue.shelf'] = () => detail('Mugs', 'New')
  })
  expect(shown('description')).toBe('Old')
  expect(edits()).toEqual({ base: { description: 'New' }, patch: { description: 'Old' } })
})
