import { createHash } from 'node:crypto'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imagesOf } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import { stagedSource } from '../../../../electron/shared/picture-src'
import { pngBytes, webpLossy } from '../../../support/picture-files'
import { openImports, type OpenImports } from './an-import'
import { fullMug } from './full-mug'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const [front, back] = [pngBytes(60, 60, { shade: 1 }), pngBytes(60, 60, { shade: 2 })]
const filed = (bytes: Uint8Array, fileName: string, alt = '') => ({
  hash: sha(bytes),
  sourceHash: sha(bytes),
  fileName,
  alt,
})
const pictures = () =>
  table.bulk
    .rows()
    .filter(({ field }) => field === 'picture')
    .map(({ after, standing, reason }) => [after, standing, reason])
const refusals = () => pictures().map(([, , reason]) => reason)
const shown = (id: number) => imagesOf(currentProduct(table.mugs.catalogue, id)!).map((each) => each.image160pxUrl)

describe('names of files in a table', () => {
  it('bring the pictures beside it and below it, copied for the upload, once each and with their alt texts', async () => {
    const id = table.mugs.put(1)
    table.put('front.png', front)
    table.put('Mugs/Back view.PNG', back)
    const header =
      'product_sku,product_media_main_image_url,product_media_main_image_alt,product_media_gallery_image_url_1'
    const file = table.csv(header, 'M-1,front.png,A mug,"mugs\\back view.png; front.png"')
    await table.imported(file)
    expect(pictures()).toEqual([
      [filed(front, 'front.png', 'A mug'), 'in', null],
      [filed(back, 'Back view.PNG'), 'in', null],
    ])
    // They are needed until the review is over, whoever clears up meanwhile.
    expect(table.mugs.catalogue.importedRows.stagedHashes().toSorted()).toEqual(table.staged().toSorted())
    expect(table.staged().toSorted()).toEqual([sha(front), sha(back)].toSorted())

    const { changeSetId } = await table.bulk.applied()
    expect(shown(id)).toEqual([stagedSource(sha(front)), stagedSource(sha(back))])
    expect(table.bulk.rows().map(({ standing, outcome }) => [standing, outcome?.state])).toEqual([
      ['made', 'waiting'],
      ['made', 'waiting'],
    ])
    await table.imported(file)
    expect(table.bulk.current()).toMatchObject({ products: 0, same: 1 })
    await table.mugs.changes.revertInParts(changeSetId ?? 0)
    expect(shown(id)).toEqual([])
  })

  it('stand beside addresses, in one cell too, and may have commas in them', async () => {
    table.mugs.put(1)
    table.put('mug, red.png', front)
    table.put('b.png', back)
    const web = 'https://pictures.example.com/new.jpg'
    await table.imported(table.csv('SKU,Bilddatei,Bild 2', `M-1,"${web}; mug, red.png","b.png, ${web}"`))
    expect(pictures()).toEqual([
      [{ url: web, alt: '' }, 'in', null],
      [filed(front, 'mug, red.png'), 'in', null],
      [filed(back, 'b.png'), 'in', null],
    ])
  })

  it('that lead to no picture are refused in words, and nothing of the product is removed then', async () => {
    table.mugs.put(1, { media: { images: [{ id: '0', imageOriginalUrl: 'https://pictures.example.com/1.jpg' }] } })
    table.put('front.png', front)
    table.put('list.png', Buffer.from('no picture'))
    table.put('new.webp', webpLossy)
    table.put('a/same.png', front)
    table.put('b/same.png', back)
    const cell = 'front.png;gone.png;list.png;new.webp;same.png;a/same.png'
    await table.imported(table.csv('SKU,Images', `M-1,${cell}`), { replacesPictures: true })
    expect(pictures()[0]).toEqual([filed(front, 'front.png'), 'in', null])
    expect(refusals().slice(1)).toEqual([
      'No file of this name is in the folder of the table, or below it.',
      expect.stringMatching(/picture/),
      'It has to be converted or turned first. Drop it under Pictures, where that is done, or save it upright as JPEG.',
      'Several files below the folder of the table are called so. Name the folder too, such as Mugs/front.jpg.',
    ])
    expect(table.bulk.current()).toMatchObject({ warnings: {} })
  })

  it('never lead out of the folder of the table, by themselves or by a link', async () => {
    table.mugs.put(1)
    symlinkSync('/etc/hostname', join(table.folder, 'link.png'))
    symlinkSync('/etc', join(table.folder, 'etc'))
    const cells = ['../secret.png', '/etc/hostname', 'C:\\secret.png', 'a/../../secret.png', 'link.png', 'etc/hostname']
    await table.imported(table.csv('SKU,Images', `M-1,${cells.join(';')}`))
    expect(refusals()).toHaveLength(cells.length)
    expect(pictures().every(([, standing]) => standing === 'refused')).toBe(true)
    expect(refusals().filter((why) => String(why).startsWith('Only files in the folder'))).toHaveLength(6)
  })

  it('in a pasted table say that it lies in no folder', async () => {
    table.mugs.put(1)
    const from = { text: 'SKU\tPicture 1\nM-1\tfront.png' }
    const { targets, shape } = await table.imports.look(from, {})
    const asked = { choices: {}, targets, columns: [...shape.columns], decimals: [], what: 'update' as const }
    await table.imports.propose(from, asked)
    await table.bulk.reaches('ready')
    expect(refusals()).toEqual([
      'A pasted table lies in no folder, so its pictures are found by no name. Import it as a file.',
    ])
  })

  it('give a variation its picture, and a new product its own', async () => {
    table.mugs.put(1, fullMug)
    table.put('s.png', front)
    table.put('new.png', back)
    await table.imported(
      table.csv(
        'Ecwid ID,SKU,Name,Product or variation,Option: Size,Picture 1',
        '1,,,Variation,S,s.png',
        ',NEW-1,Cup,,,new.png',
      ),
    )
    await table.bulk.applied()
    const [variation] = currentProduct(table.mugs.catalogue, 1)!.combinations!
    expect(variation?.smallThumbnailUrl).toBe(stagedSource(sha(front)))
    const [row] = table.mugs.catalogue.search({ text: 'Cup' }, 0, 1).rows
    expect(shown(row!.id)).toEqual([stagedSource(sha(back))])
  })

  it.each([
    ['Bilddatei', 'picture.1'],
    ['Bild 2', 'picture.2'],
    ['image_3', 'picture.3'],
    ['Fichier image', 'picture.1'],
    ['Archivo de imagen', 'picture.1'],
    ['File immagine', 'picture.1'],
    ['Afbeeldingsbestand', 'picture.1'],
    ['Файл изображения', 'picture.1'],
    ['Picture file', 'picture.1'],
  ])('stand in a column called %s', async (title, target) => {
    const { targets } = await table.imports.look(table.csv(`SKU,${title}`, 'M-1,front.png'), {})
    expect(targets).toEqual(['sku', target])
  })
})

describe('files that are copied for a review', () => {
  const minute = 60_000
  const header = 'product_sku,product_media_main_image_url'
  const named = () => table.csv(header, 'M-1,front.png', 'M-2,back.png')
  beforeEach(() => {
    for (const n of [1, 2]) table.mugs.put(n)
    table.put('front.png', front)
    table.put('back.png', back)
  })
  const untilStaged = (hashes: string[]) => expect.poll(() => table.staged().toSorted()).toEqual(hashes.toSorted())

  it('stay while the others are looked at, whatever else gives back the same meanwhile', async () => {
    table.whenProgress(() => {
      table.pass(2 * minute)
      table.stagedContent.giveBack([sha(front), sha(back)])
    })
    await table.imported(named())
    await table.stagedContent.release()
    expect(table.staged().toSorted()).toEqual([sha(front), sha(back)].toSorted())
    expect(table.progress).toEqual([{ done: 1, total: 2 }, { done: 2, total: 2 }, null])
  })

  it('are given back when the review is discarded, but for those that somebody else needs', async () => {
    const id = table.mugs.put(3)
    table.mugs.apply({
      ...({ kind: 'picture.add', productId: id, source: { hash: sha(front) }, role: 'main' } as const),
      ...{ fileName: 'front.png', alt: '' },
    })
    const { proposal } = await table.imported(named())
    table.pass(2 * minute)
    table.bulk.discardForGood(proposal!.id)
    await untilStaged([sha(front)])
  })

  it('are given back a minute later where the review is discarded at once', async () => {
    const { proposal } = await table.imported(named())
    table.bulk.discardForGood(proposal!.id)
    await expect.poll(() => table.waits()).toBe(1)
    expect(table.staged()).toHaveLength(2)
    table.pass(2 * minute)
    await untilStaged([])
  })

  it('are given back when the import is cancelled, of which nothing stays', async () => {
    table.whenProgress(() => table.imports.cancel())
    await expect(table.imported(named(), { key: 'sku' })).rejects.toMatchObject({ code: 'cancelled' })
    expect(table.bulk.current()).toBeNull()
    expect(table.mugs.catalogue.keptTables.get(1)).toBeUndefined()
    expect((await table.imports.look(named(), {})).asLast).toBeNull()
    await expect.poll(() => table.waits()).toBeGreaterThan(0)
    table.pass(2 * minute)
    await untilStaged([])
  })
})
