// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { BridgeError } from '../../../../renderer/bridge'
import { AppError } from '../../../../electron/shared/errors'
import type { ShelfDetail } from '../../../../electron/shared/shelf'
import {
  discardShelfEdits,
  isShelfSaving,
  keepTyped,
  leaveShelf,
  openShelf,
  redoShelfEdit,
  refreshShelf,
  saveShelf,
  setShelfValue,
  shelfPatch,
  shelfProblem,
  shelfValue,
  undoShelfEdit,
  useShelfStore,
} from '../../../../renderer/stores/shelf-store'
import { aShelfDetail } from '../../../support/a-shelf-detail'
import { installFakeBridge, type FakeBridge } from '../../../support/fake-bridge'

const page = { connectionId: 'shop', thing: 'category', key: 7 } as const
const detail = (name: string, description: string): ShelfDetail => aShelfDetail({ fields: { name, description } })

let bridge: FakeBridge
beforeEach(async () => {
  bridge = installFakeBridge({
    'catalogue.shelf': () => detail('Mugs', 'Old'),
    'drafts.putShelf': () => null,
  })
  useShelfStore.setState({ open: null, edits: {}, saves: {} })
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

const state = () => useShelfStore.getState()
function later<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: Error) => void
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]))
  return { promise, resolve, reject }
}

it('keeps the page where it cannot be read again, and says why not', async () => {
  bridge.handlers['catalogue.shelf'] = () => {
    throw new AppError('internal', 'Busy.')
  }
  await refreshShelf()
  expect(shown('name')).toBe('Mugs')
  expect(shelfProblem(state())?.message).toBe('Busy.')
})

it('empties the page of what is not there any more', async () => {
  bridge.handlers['catalogue.shelf'] = () => {
    throw new AppError('not-found', 'Gone.')
  }
  await refreshShelf()
  expect(state().open?.detail).toBeNull()
})

it('shows the newest of two reads, whichever is answered last', async () => {
  const old = later<ShelfDetail>()
  bridge.handlers['catalogue.shelf'] = () => old.promise
  const early = refreshShelf()
  setShelfValue('description', 'New')
  await saveShelf(async () => {
    bridge.handlers['catalogue.shelf'] = () => detail('Mugs', 'New')
  })
  old.resolve(detail('Mugs', 'Old'))
  await early
  expect(shown('description')).toBe('New')
})

it('notes as saved what was sent: a name without the spaces around it', async () => {
  setShelfValue('name', 'Cups ')
  const sent: unknown[] = []
  await saveShelf(async (_key, _name, { patch }) => {
    sent.push(patch['name'])
    bridge.handlers['catalogue.shelf'] = () => detail('Cups', 'Old')
  })
  expect(sent).toEqual(['Cups'])
  expect(edits()).toEqual({ base: {}, patch: {} })
})

it('saves nothing where only spaces were typed at the end of the name', async () => {
  setShelfValue('name', 'Mugs ')
  await saveShelf(async () => expect.unreachable())
  expect(edits()).toEqual({ base: {}, patch: {} })
})

it('saves the page of one while that of another is being saved, and keeps why one was refused with it', async () => {
  const first = later<void>()
  setShelfValue('description', 'New')
  const saving = saveShelf(() => first.promise)
  await openShelf({ ...page, key: 8 })
  expect(isShelfSaving(state())).toBe(false)
  setShelfValue('description', 'Also new')
  const done: string[] = []
  await saveShelf(async () => void done.push('second'))
  expect(done).toEqual(['second'])
  first.reject(new BridgeError({ code: 'invalid-input', message: 'Too long.' }))
  await saving
  expect(shelfProblem(state())).toBeNull()
  await openShelf(page)
  expect(shelfProblem(state())?.message).toBe('Too long.')
  expect(edits().patch).toEqual({ description: 'New' })
})

it('takes back and does again what was typed, a field at a time, until it is saved', async () => {
  setShelfValue('name', 'C')
  setShelfValue('name', 'Cups')
  setShelfValue('description', 'New')
  undoShelfEdit()
  expect([shown('name'), shown('description')]).toEqual(['Cups', 'Old'])
  undoShelfEdit()
  expect(edits()).toEqual({ base: {}, patch: {} })
  redoShelfEdit()
  expect([shown('name'), shown('description')]).toEqual(['Cups', 'Old'])
  setShelfValue('description', 'Newer')
  redoShelfEdit()
  expect(shown('description')).toBe('Newer')
  await saveShelf(async () => {
    bridge.handlers['catalogue.shelf'] = () => detail('Cups', 'Newer')
  })
  undoShelfEdit()
  expect([shown('name'), shown('description')]).toEqual(['Cups', 'Newer'])
})

describe('what was discarded', () => {
  const all = { base: { name: 'Mugs', description: 'Old' }, patch: { name: 'Cups', description: 'New' } }
  const nothing = { base: {}, patch: {} }
  let bringBack: (() => void) | null
  beforeEach(() => {
    setShelfValue('name', 'Cups')
    setShelfValue('description', 'New')
    bringBack = discardShelfEdits()
    expect(edits()).toEqual(nothing)
  })

  it('comes back with the next undo, goes with a redo, and the steps before it can still be taken back', () => {
    undoShelfEdit()
    expect(edits()).toEqual(all)
    redoShelfEdit()
    expect(edits()).toEqual(nothing)
    undoShelfEdit()
    undoShelfEdit()
    expect(edits().patch).toEqual({ name: 'Cups' })
  })

  it('comes back from the message about it, below what was typed since, as one step', () => {
    setShelfValue('name', 'Bowls')
    bringBack?.()
    expect(edits()).toEqual({ ...all, patch: { name: 'Bowls', description: 'New' } })
    undoShelfEdit()
    expect(edits().patch).toEqual({ name: 'Bowls' })
  })

  it('comes back on the page and to the disk, also where that was left', async () => {
    leaveShelf()
    bringBack?.()
    keepTyped()
    await openShelf(page)
    expect(edits()).toEqual(all)
    expect(bridge.asked.findLast(({ name }) => name === 'drafts.putShelf')?.input).toMatchObject({ id: 7, draft: all })
  })

  it('is nothing where nothing was typed', () => {
    expect(discardShelfEdits()).toBeNull()
  })
})
