import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imagesOf } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import type { ExportFormat } from '../../../../electron/shared/export'
import { openExports } from '../../../support/an-export'
import { openImports, type OpenImports } from './an-import'
import { fullMug, wordsOfMugs } from './full-mug'

let table: OpenImports
beforeEach(() => {
  table = openImports()
})
afterEach(() => table.close())

const web = (name: string) => `https://pictures.example.com/${name}`
const image = (id: string, name: string, orderBy: number) => ({
  id,
  orderBy,
  isMain: orderBy === 0,
  imageOriginalUrl: web(name),
  image160pxUrl: web(`160/${name}`),
})
const withTwo = { media: { images: [image('0', 'front.jpg', 0), image('7', 'back.jpg', 1)] } }
const pictures = () =>
  table.bulk
    .rows()
    .filter(({ field }) => field === 'picture')
    .map(({ before, after, standing, variation }) => [variation, before ?? after, standing])
const shown = (id: number) =>
  imagesOf(currentProduct(table.mugs.catalogue, id)!).map(({ image160pxUrl, alt }) => [image160pxUrl, alt?.main ?? ''])

describe('addresses of pictures in a table', () => {
  it('are added after those that are there, once each, with their alt texts, and nothing is removed', async () => {
    const id = table.mugs.put(1, withTwo)
    const header =
      'product_sku,product_media_main_image_url,product_media_main_image_alt,product_media_gallery_image_url_1'
    await table.imported(table.csv(header, `M-1,${web('new.jpg')},A new mug,${web('160/back.jpg')}`))
    expect(pictures()).toEqual([[null, { url: web('new.jpg'), alt: 'A new mug' }, 'in']])
    expect(table.bulk.current()).toMatchObject({ products: 1, warnings: {} })

    const { changeSetId } = await table.bulk.applied()
    expect(shown(id)).toEqual([
      [web('160/front.jpg'), ''],
      [web('160/back.jpg'), ''],
      [web('new.jpg'), 'A new mug'],
    ])
    expect(table.bulk.rows().map(({ standing, outcome }) => [standing, outcome?.state])).toEqual([['made', 'waiting']])
    await table.mugs.changes.revertInParts(changeSetId ?? 0)
    expect(shown(id)).toHaveLength(2)
  })

  it('take the place of the others where that is chosen, each of which is shown and can stay', async () => {
    const id = table.mugs.put(1, withTwo)
    table.mugs.put(2, withTwo)
    const lines = [`M-1,${web('front.jpg')}; ${web('new.jpg')}`, 'M-2,']
    await table.imported(table.csv('SKU,Images', ...lines), { replacesPictures: true })
    expect(pictures()).toEqual([
      [null, { url: web('new.jpg'), alt: '' }, 'in'],
      [null, { url: web('back.jpg') }, 'in'],
    ])
    expect(table.bulk.current()).toMatchObject({ products: 1, warnings: { 'picture-goes': 1 } })
    await table.bulk.applied()
    expect(shown(id).map(([url]) => url)).toEqual([web('160/front.jpg'), web('new.jpg')])
  })

  it('remove nothing where one of them is no address, which is said', async () => {
    table.mugs.put(1, withTwo)
    await table.imported(table.csv('SKU,Picture 1,Picture 2', `M-1,C:\\mug.jpg,${web('new.jpg')}`), {
      replacesPictures: true,
    })
    expect(table.bulk.rows().map(({ after, standing, reason }) => [after, standing, reason])).toEqual([
      [{ url: web('new.jpg'), alt: '' }, 'in', null],
      [
        { url: 'C:\\mug.jpg' },
        'refused',
        'Only files in the folder of the table and below it are read. Put the picture there.',
      ],
    ])
  })

  it('set the alt texts of pictures that are there, and leave those that the table says nothing of', async () => {
    const [front, back] = withTwo.media.images
    const id = table.mugs.put(1, {
      media: {
        images: [
          { ...front, alt: { main: 'Old' } },
          { ...back, alt: { main: 'Back' } },
        ],
      },
    })
    const of = (name: string) => [`product_media_${name}_url`, `product_media_${name}_alt`]
    const header = [
      'product_sku',
      ...of('main_image'),
      'product_media_gallery_image_url_1',
      'product_media_gallery_image_alt_1',
    ]
    const file = table.csv(header.join(), `M-1,${web('front.jpg')},Front,${web('back.jpg')},`)
    await table.imported(file)
    expect(table.bulk.rows().map(({ before, after, standing }) => [before, after, standing])).toEqual([
      [{ url: web('front.jpg'), alt: 'Old' }, { describes: web('front.jpg'), alt: 'Front' }, 'in'],
    ])
    expect(table.bulk.current()).toMatchObject({ warnings: {} })
    expect(table.bulk.csv(table.bulk.current()?.id ?? 0)).toMatch(/Old.*Front/)
    await table.bulk.applied()
    expect(shown(id).map(([, alt]) => alt)).toEqual(['Front', 'Back'])
    expect(table.bulk.rows().map(({ standing, outcome }) => [standing, outcome?.state])).toEqual([['made', 'waiting']])
    await table.imported(file)
    expect(table.bulk.current()).toMatchObject({ products: 0, same: 1 })
  })

  it('whose picture others removed since the review are refused alone, and the rest of the product is written', async () => {
    const id = table.mugs.put(1, withTwo)
    await table.imported(table.csv('SKU,Price,Image', `M-1,12,${web('new.jpg')}`), { replacesPictures: true })
    const { media } = withTwo
    table.mugs.put(1, { media: { images: media.images.slice(0, 1) }, updateTimestamp: 200 })
    await table.bulk.applied()
    expect(
      table.bulk
        .rows()
        .filter(({ standing }) => standing === 'refused')
        .map(({ after, reason }) => [after, reason]),
    ).toEqual([[{ removes: web('back.jpg') }, 'This picture is not there any more.']])
    expect(currentProduct(table.mugs.catalogue, id)?.price).toBe(12)
    expect(shown(id).map(([url]) => url)).toEqual([web('new.jpg')])
  })

  it('are not added a second time while they wait', async () => {
    table.mugs.put(1, withTwo)
    const file = table.csv('SKU,Image', `M-1,${web('new.jpg')}`)
    await table.imported(file)
    await table.bulk.applied()
    await table.imported(file)
    expect(table.bulk.current()).toMatchObject({ products: 0, same: 1 })
  })

  it('come with a new product', async () => {
    await table.imported(table.csv('SKU,Name,Image', `NEW-1,Cup,${web('a.jpg')} ${web('b.jpg')}`))
    await table.bulk.applied()
    const [row] = table.mugs.catalogue.search({ text: 'Cup' }, 0, 1).rows
    expect(shown(row!.id).map(([url]) => url)).toEqual([web('a.jpg'), web('b.jpg')])
  })

  it('give a variation its picture, and replace one only where that is chosen', async () => {
    const [small, large] = fullMug.combinations
    table.mugs.put(1, { ...fullMug, combinations: [{ ...small, originalImageUrl: web('s.jpg') }, large] })
    const file = table.csv(
      'Ecwid ID,Product or variation,Option: Size,Picture 1',
      ...['S', 'L'].map((size) => `1,Variation,${size},${web('new.jpg')}`),
    )
    await table.imported(file)
    expect(pictures().map(([variation, , standing]) => [variation, standing])).toEqual([
      ['L', 'in'],
      ['S', 'refused'],
    ])
    await table.imported(file, { replacesPictures: true })
    expect(pictures().map(([variation, , standing]) => [variation, standing])).toEqual([
      ['S', 'in'],
      ['L', 'in'],
    ])
    expect(table.bulk.current()).toMatchObject({ warnings: { 'picture-goes': 1 } })
    await table.bulk.applied()
    const { combinations = [] } = currentProduct(table.mugs.catalogue, 1)!
    expect(combinations.map(({ smallThumbnailUrl }) => smallThumbnailUrl)).toEqual([web('new.jpg'), web('new.jpg')])
  })

  it.each(['xlsx', 'csv', 'ecwid'] as const)(
    'are no news when they were exported: %s',
    async (format: ExportFormat) => {
      table.mugs.put(1, { ...fullMug, ...withTwo })
      const exports = openExports({ catalogue: table.mugs.catalogue, words: () => wordsOfMugs })
      const name = `all.${format === 'ecwid' ? 'csv' : format}`
      await exports.written(name, { format })
      await table.imported(exports.fileOf(name), { replacesPictures: true })
      await exports.close()
      expect(table.bulk.current()).toMatchObject({ products: 0, refused: 0 })
      expect(pictures()).toEqual([[null, null, 'same']])
    },
  )
})
