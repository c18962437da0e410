import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentProduct } from '../../../../electron/changes/reindex'
import { sourcedPictures } from '../../../../electron/changes/sourced-pictures'
import type { Operation } from '../../../../electron/shared/change'
import { openExports } from '../../../support/an-export'
import { clientOfStore } from '../../../support/client-of-store'
import { guardFor } from '../../../support/guard-for'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { openPictureJobs } from '../../../support/picture-jobs-client'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let exports: ReturnType<typeof openExports>
let mug: { id: number; ecwidId: number }
let plate: { id: number; ecwidId: number }
let onDownload: () => void
const song = Buffer.alloc(3 * 1024 * 1024, 'la la la ')
const picture = new Uint8Array(pngBytes(50, 50, { shade: 4 }))

beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.pull()
  const pictured = synced.catalogue.search({}, 0, 100).rows.filter(({ pictureCount }) => pictureCount > 1)
  ;[mug, plate] = pictured.map(({ id, ecwidId }) => ({ id, ecwidId: ecwidId! })) as [typeof mug, typeof plate]
  for (const [ecwidId, name, content] of [
    [mug.ecwidId, 'guide.pdf', Buffer.from('how to care for it')],
    [mug.ecwidId, 'song.mp3', song],
    [plate.ecwidId, 'guide.pdf', Buffer.from('for a plate')],
    // Pictures are sold as files too.
    [plate.ecwidId, 'poster.png', picture],
  ] as const) {
    await onTheWeb(synced.store, 'POST', `/products/${ecwidId}/files?fileName=${name}`, content)
  }
  await synced.pull()
  const ecwid = clientOfStore(synced.store)
  onDownload = () => {}
  exports = openExports({
    catalogue: synced.catalogue,
    words: synced.session.snapshot,
    fetch: guardFor(new URL(synced.store.baseUrl).origin),
    bytesOf: synced.staging.read,
    fileOf: synced.staging.fileOf,
    ecwid: {
      downloadFile: (...asked) => {
        onDownload()
        return ecwid.downloadFile(...asked)
      },
    },
  })
})
afterEach(async () => {
  await exports.close()
  await synced.close()
})

const product = (id: number) => currentProduct(synced.catalogue, id)!
const sku = (id: number) => product(id).sku!
const written = (name = 'some.csv') =>
  exports.written(name, { format: 'csv', withPictures: true, selection: { ids: [mug.id, plate.id] } })
const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
const folder = () => exports.fileOf('some pictures/Files for buyers')
const inFolder = () =>
  readdirSync(folder(), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => `${parentPath.slice(folder().length + 1)}/${name}`)
    .toSorted()
const asked = (fileName: string) => {
  const { id } = [...product(mug.id).files!, ...product(plate.id).files!].find(({ name }) => name === fileName)!
  return { method: 'GET', path: `/files/${id}` }
}

describe('the files for buyers beside a table', () => {
  it('stand by product, with the names that buyers see, within the folder of the pictures', async () => {
    const ended = await written()
    expect(ended).toMatchObject({ state: 'written', folder: 'some pictures', files: 4, missing: { count: 0 } })
    expect(ended.done).toBe(ended.total)
    const [first, second] = [sku(mug.id), sku(plate.id)]
    const names = [`${first}/guide.pdf`, `${first}/song.mp3`, `${second}/guide.pdf`, `${second}/poster.png`]
    expect(inFolder()).toEqual(names.toSorted())
    expect(readFileSync(join(folder(), first, 'song.mp3')).equals(song)).toBe(true)
    expect(readFileSync(join(folder(), second, 'guide.pdf'), 'utf8')).toBe('for a plate')
  })

  it('are taken for no pictures where their folder is dropped here again', async () => {
    const { pictures } = await written()
    const { jobs, reached } = openPictureJobs(synced)
    const { id } = await jobs.start([exports.fileOf('some pictures')])
    const { counts, scan } = await reached(id, 'review')
    expect(counts).toMatchObject({ already: pictures, matched: 0, doubtful: 0, unmatched: 0, refused: 0 })
    expect(scan.skipped).toBe(1)
  })

  it('that wait to be sent are among them, and those that are to go are not', async () => {
    synced.session.changes.holdAll(true)
    const { hash, size } = await synced.staging.stageFile(
      (async function* () {
        yield Buffer.from('a newer one')
      })(),
    )
    const { id } = product(mug.id).files!.find(({ name }) => name === 'guide.pdf')!
    apply(
      { kind: 'file.remove', productId: mug.id, fileId: id },
      { kind: 'file.add', productId: mug.id, hash, size, name: 'new guide.pdf', description: '' },
    )
    expect(await written()).toMatchObject({ state: 'written', files: 4, missing: { count: 0 } })
    expect(readdirSync(join(folder(), sku(mug.id)))).toEqual(['new guide.pdf', 'song.mp3'])
    expect(readFileSync(join(folder(), sku(mug.id), 'new guide.pdf'), 'utf8')).toBe('a newer one')
  })

  it('have names that every disk takes, and no two the same one', async () => {
    const alike = ['guide.pdf', 'GUIDE.pdf', 'con', '../../up.pdf', '...', 'a:b?.txt', `${'n'.repeat(300)}.pdf`]
    for (const name of alike) {
      const query = `fileName=${encodeURIComponent(name)}`
      await onTheWeb(synced.store, 'POST', `/products/${mug.ecwidId}/files?${query}`, Buffer.from(name))
    }
    await synced.pull()
    synced.session.changes.holdAll(true)
    apply(
      { kind: 'update', productId: mug.id, fields: { sku: 'M/1' } },
      { kind: 'update', productId: plate.id, fields: { sku: 'm-1' } },
    )
    expect(await written()).toMatchObject({ state: 'written', files: 4 + alike.length, missing: { count: 0 } })
    const [ofMug = [], ofPlate = []] = [mug, plate].map(({ id }) => {
      const name = readdirSync(folder()).find((each) => each === (id === mug.id ? 'M-1' : product(id).name))!
      return readdirSync(join(folder(), name))
    })
    expect(ofPlate.toSorted()).toEqual(['guide.pdf', 'poster.png'])
    const second = ['GUIDE (3).pdf', 'guide (2).pdf']
    const plain = ['-..-up.pdf', 'File', '_con', 'a-b-.txt', 'guide.pdf', 'song.mp3', ...second].toSorted()
    expect(ofMug.filter((name) => !name.startsWith('n')).toSorted()).toEqual(plain)
    expect(ofMug.find((name) => name.startsWith('n'))).toMatch(/^n{180}\.pdf$/)
  })

  it('that cannot be had are named, as pictures are, and the others are there', async () => {
    const { id } = product(mug.id).files!.find(({ name }) => name === 'guide.pdf')!
    await onTheWeb(synced.store, 'DELETE', `/products/${mug.ecwidId}/files/${id}`)
    const refused = { kind: 'status', status: 403, body: { errorMessage: 'No' }, times: 100 }
    await synced.control('POST', '/faults', { ...refused, match: asked('poster.png') })
    expect(await written()).toMatchObject({
      state: 'written',
      files: 2,
      missing: { count: 2, first: [`guide.pdf of ${sku(mug.id)}`, `poster.png of ${sku(plate.id)}`] },
    })
    expect(inFolder()).toEqual([`${sku(mug.id)}/song.mp3`, `${sku(plate.id)}/guide.pdf`].toSorted())
  })

  it('that cannot be had at once are asked for again, and a part of one is none', async () => {
    const cutOff = { kind: 'status', status: 200, html: 'la la' }
    await synced.control('POST', '/faults', { ...cutOff, match: asked('song.mp3') })
    await synced.control('POST', '/faults', { kind: 'drop-before', times: 2, match: asked('poster.png') })
    expect(await written()).toMatchObject({ state: 'written', files: 4, missing: { count: 0 } })
    expect(readFileSync(join(folder(), sku(mug.id), 'song.mp3')).equals(song)).toBe(true)
  })

  it('leave no empty folder where none of them can be had', async () => {
    const down = { kind: 'status', status: 503, times: 1000, match: { method: 'GET', path: '/files/' } }
    await synced.control('POST', '/faults', down)
    expect(await written()).toMatchObject({ state: 'written', files: 0, missing: { count: 4 } })
    expect(existsSync(folder())).toBe(false)
    expect(readdirSync(exports.fileOf('some pictures'))).toHaveLength(
      [mug, plate].reduce((sum, { id }) => sum + sourcedPictures(product(id)).length, 0),
    )
  })

  it('and all beside them appear whole or not at all', async () => {
    await synced.control('POST', '/faults', { kind: 'silence', match: asked('song.mp3') })
    onDownload = () => setImmediate(exports.cancel)
    expect(await written()).toMatchObject({ state: 'cancelled' })
    expect(exports.files()).toEqual([])
  })

  it('give way to others only where they are as they were written', async () => {
    await written()
    expect(await written()).toMatchObject({ folder: 'some pictures' })
    writeFileSync(join(folder(), sku(mug.id), 'guide.pdf'), 'an hour of work')
    expect(await written()).toMatchObject({ folder: 'some pictures 2' })
    expect(readFileSync(join(folder(), sku(mug.id), 'guide.pdf'), 'utf8')).toBe('an hour of work')
  })
})
