import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ecwid } from '../../../../electron/ecwid/ecwid'
import type { FileSaving } from '../../../../electron/shared/transfers'
import { createSavings } from '../../../../electron/sync/savings'
import { onTheWeb } from '../../../support/on-the-web'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let folder: string
let mug: { id: number; ecwidId: number }
const content = Buffer.alloc(3 * 1024 * 1024, 'how to care for it ')

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stockroom-saved-'))
  synced = await openSyncedStore()
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows[0]!
  mug = { id: row.id, ecwidId: row.ecwidId! }
  await onTheWeb(synced.store, 'POST', `/products/${mug.ecwidId}/files?fileName=guide.pdf`, content)
  await synced.pull()
})
afterEach(async () => {
  await synced.close()
  rmSync(folder, { recursive: true, force: true })
})

const guide = () => synced.session.product(mug.id).files.find(({ name }) => name === 'guide.pdf')!
const save = (path: string | null, fileId = guide().id) =>
  synced.session.savings.save({ productId: mug.id, fileId }, async () => path)

describe('a file for buyers', () => {
  it('is saved where its owner wants it, with the name that it has, in place of what stood there', async () => {
    const asked: string[] = []
    const path = join(folder, 'guide.pdf')
    writeFileSync(path, 'an older one')
    const place = async (name: string) => (asked.push(name), path)
    expect(await synced.session.savings.save({ productId: mug.id, fileId: guide().id }, place)).toBe(true)
    expect(asked).toEqual(['guide.pdf'])
    expect(readFileSync(path).equals(content)).toBe(true)
    expect(readdirSync(folder)).toEqual(['guide.pdf'])
  })

  it('is saved nowhere when its owner chooses no place', async () => {
    expect(await save(null)).toBe(false)
  })

  it('that is gone from the store leaves what stood there, and says so', async () => {
    const path = join(folder, 'guide.pdf')
    writeFileSync(path, 'an older one')
    const { id } = guide()
    await onTheWeb(synced.store, 'DELETE', `/products/${mug.ecwidId}/files/${id}`)
    await expect(save(path, id)).rejects.toMatchObject({
      code: 'not-found',
      message: 'This file is not in the store any more. Nothing was saved on this computer.',
    })
    expect(readFileSync(path, 'utf8')).toBe('an older one')
    expect(readdirSync(folder)).toEqual(['guide.pdf'])
  })

  it('that cannot be written leaves nothing behind, and says what to do', async () => {
    await expect(save(join(folder, 'no such folder', 'guide.pdf'))).rejects.toMatchObject({ code: 'storage' })
    writeFileSync(join(folder, 'a file'), '')
    await expect(save(join(folder, 'a file', 'guide.pdf'))).rejects.toMatchObject({ code: 'storage' })
    expect(readdirSync(folder)).toEqual(['a file'])
  })

  it('of which the store sends a part only leaves what stood there, and says so', async () => {
    const path = join(folder, 'guide.pdf')
    writeFileSync(path, 'an older one')
    const match = { method: 'GET', path: `/files/${guide().id}` }
    await synced.control('POST', '/faults', { kind: 'status', status: 200, html: 'how to care', match })
    await expect(save(path)).rejects.toMatchObject({
      code: 'store-fault',
      message: 'The store sent a part of the file only. Nothing was saved on this computer; try again.',
    })
    expect(readFileSync(path, 'utf8')).toBe('an older one')
    expect(readdirSync(folder)).toEqual(['guide.pdf'])
  })

  it('that is stopped on its way is saved nowhere, and nothing of it stays', async () => {
    const file = { productId: mug.id, fileId: guide().id }
    await synced.control('POST', '/faults', {
      kind: 'silence',
      match: { method: 'GET', path: `/files/${file.fileId}` },
    })
    const saved = await synced.session.savings.save(file, async () => {
      setImmediate(() => synced.session.savings.stop(file))
      return join(folder, 'guide.pdf')
    })
    expect(saved).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('says how far it is, and when it is no longer on its way', async () => {
    const file = { productId: mug.id, fileId: guide().id }
    const told: number[][] = []
    const half = content.length / 2
    const ecwid: Pick<Ecwid, 'downloadFile'> = {
      async downloadFile(_productId, _file, take) {
        async function* halves() {
          yield content.subarray(0, half)
          yield content.subarray(half)
        }
        return take(halves())
      },
    }
    const onSavings = (all: FileSaving[]) => told.push(all.map(({ progress }) => progress))
    const savings = createSavings({ catalogue: synced.catalogue, ecwid, onSavings })
    expect(await savings.save(file, async () => join(folder, 'guide.pdf'))).toBe(true)
    expect(told).toEqual([[0], [0.5], [1], []])
  })
})
