import { readdirSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../../../electron/shared/errors'
import { pngBytes } from '../../../support/picture-files'
import { mountSmallDisk, type SmallDisk } from '../../../support/small-disk'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

const mounted = mountSmallDisk(24)
if (typeof mounted === 'string') console.log(`The tests of a full disk are skipped: ${mounted}.`)

describe.skipIf(typeof mounted === 'string')('a full disk', () => {
  const disk = mounted as SmallDisk
  let synced: SyncedStore
  let mug: { id: number; ecwidId: number }
  let beforePut = () => {}

  beforeEach(async () => {
    beforePut = () => {}
    // A push that cannot be noted tells the log, which is the console here.
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const isRefused = (method: string) => {
      if (method === 'PUT') beforePut()
      return false
    }
    synced = await openSyncedStore({}, { within: disk.folder, isRefused })
    await synced.pull()
    const row = synced.catalogue.search({}, 0, 100).rows.find(({ quantity }) => quantity !== null && quantity > 5)!
    mug = { id: row.id, ecwidId: row.ecwidId! }
  })
  afterEach(async () => {
    disk.free()
    await synced.close()
  })
  afterAll(() => disk.remove())

  const save = (fields: object, productId = mug.id) =>
    synced.session.changes.apply({
      source: 'form',
      label: { code: 'text', text: 'Test' },
      operations: [{ kind: 'update', productId, fields }],
    })

  /** Saves one name after the other until the disk takes no more; answers the last that was taken, and the error. */
  function saveUntilFull(productId = mug.id): { kept: string | null; error: AppError } {
    let kept: string | null = null
    for (let round = 0; round < 10_000; round++) {
      const name = `Mug ${round}`
      try {
        save({ name, description: `<p>${'x'.repeat(5000)}${round}</p>` }, productId)
        kept = name
      } catch (error) {
        return { kept, error: error as AppError }
      }
    }
    throw new Error('The disk was never full.')
  }

  it('refuses a save with a clear sentence, keeps what was taken, and goes on when there is room', async () => {
    const before = synced.session.product(mug.id).fields.name
    synced.session.changes.holdAll(true)
    disk.fill()
    const { kept, error } = saveUntilFull()
    expect(error).toBeInstanceOf(AppError)
    expect(error.info).toEqual({
      code: 'storage',
      message:
        'The local copy of this store cannot be written: the disk is full or the folder is protected. Nothing was lost; free some space or check the folder and try again.',
    })
    // Reading goes on, and shows what was taken, not what was refused.
    expect(synced.session.product(mug.id).fields.name).toBe(kept ?? before)
    expect(synced.catalogue.search({ keyword: kept ?? before }, 0, 10).rows.map(({ id }) => id)).toContain(mug.id)
    expect(() => save({ name: 'Still full' })).toThrow(/cannot be written/)

    disk.free()
    save({ name: 'Room again' })
    synced.restart()
    expect(synced.session.product(mug.id).fields.name).toBe('Room again')
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect((await synced.remote(mug.ecwidId)).name).toBe('Room again')
  })

  it('still opens after the program ended on it', async () => {
    synced.session.changes.holdAll(true)
    disk.fill()
    const { kept } = saveUntilFull()
    const shown = synced.session.product(mug.id).fields.name
    disk.free()
    synced.restart()
    expect(synced.session.product(mug.id).fields.name).toBe(kept ?? shown)
  })

  it('cannot keep a picture, says so, and leaves no half of it behind', async () => {
    disk.fill()
    const bytes = pngBytes(300, 300, { noise: true })
    await expect(synced.staging.stageBytes('mug.png', bytes)).rejects.toThrow(
      'The disk is full, so the picture could not be kept. Free some space and add it again.',
    )
    const left = readdirSync(synced.folder, { recursive: true }).map(String)
    expect(left.filter((name) => /^staged./.test(name))).toEqual([])

    disk.free()
    const { hash } = await synced.staging.stageBytes('mug.png', bytes)
    const add = {
      kind: 'picture.add' as const,
      productId: mug.id,
      role: 'gallery' as const,
      fileName: 'm.png',
      alt: '',
    }
    synced.session.changes.apply({
      source: 'pictures',
      label: { code: 'text', text: 'Test' },
      operations: [{ ...add, source: { hash } }],
    })
    await synced.settled()
    expect(JSON.stringify(await synced.control('GET', '/state'))).toContain(hash)
  })

  it('on which an answer could not be noted does not make the store do it twice', async () => {
    const { quantity } = synced.session.product(mug.id).fields
    const other = synced.catalogue.search({}, 0, 100).rows.find(({ id }) => id !== mug.id)!
    let filled = false
    beforePut = () => {
      if (filled) return
      filled = true
      disk.fill()
      saveUntilFull(other.id)
    }
    await synced.control('DELETE', '/requests')
    save({ quantity: quantity! + 5 })
    await expect.poll(() => console.error).toHaveBeenCalled()
    expect(filled).toBe(true)
    expect((await synced.remote(mug.ecwidId)).quantity).toBe(quantity! + 5)

    disk.free()
    await synced.settled()
    expect(synced.session.product(mug.id)).toMatchObject({ state: 'synced', fields: { quantity: quantity! + 5 } })
    expect((await synced.remote(mug.ecwidId)).quantity).toBe(quantity! + 5)
    const { requests } = (await synced.control('GET', '/requests')) as { requests: { method: string; path: string }[] }
    expect(requests.filter(({ method, path }) => method === 'PUT' && path.includes('/inventory'))).toHaveLength(1)
  })
})
