import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProductQuery } from '../../../../electron/shared/product-query'
import { openMugs } from './catalogue-of-mugs'

let mugs: ReturnType<typeof openMugs>
beforeEach(() => (mugs = openMugs()))
afterEach(() => mugs.close())

const picture = (name: string, alt?: string) => ({
  id: name,
  imageOriginalUrl: `https://store.example/${name}.jpg`,
  ...(alt === undefined ? {} : { alt: { main: alt } }),
})
const keyOf = (name: string) => picture(name).imageOriginalUrl
const media = (...images: ReturnType<typeof picture>[]) => ({
  media: { images: images.map((image, orderBy) => ({ ...image, orderBy })) },
})
const found = (query: ProductQuery) => mugs.catalogue.search(query, 0, 50).rows.map(({ name }) => name)

describe('products by their pictures', () => {
  it('are found when a picture has no alt text, or when there is no picture', () => {
    mugs.put(1, media(picture('a', 'A mug'), picture('b')))
    mugs.put(2, media(picture('c', 'A mug')))
    mugs.put(3)
    mugs.put(4, media(picture('d', '  ')))
    expect(found({ pictures: 'withoutAlt' })).toEqual(['Mug 1', 'Mug 4'])
    expect(found({ pictures: 'none' })).toEqual(['Mug 3'])
    expect(found({ pictures: 'withoutAlt', text: 'Mug 4' })).toEqual(['Mug 4'])
  })

  it('follow what is changed here before the store knows', () => {
    const id = mugs.put(1, media(picture('a', 'A mug'), picture('b')))
    const { changeSetId } = mugs.apply({ kind: 'picture.alt', productId: id, picture: keyOf('b'), alt: 'Its back' })
    expect(found({ pictures: 'withoutAlt' })).toEqual([])
    mugs.changes.revert(changeSetId ?? 0)
    expect(found({ pictures: 'withoutAlt' })).toEqual(['Mug 1'])

    mugs.apply({ kind: 'picture.remove', productId: id, picture: keyOf('b') })
    expect(found({ pictures: 'withoutAlt' })).toEqual([])
    const source = { url: 'https://elsewhere.example/new.jpg' }
    mugs.apply({ kind: 'picture.add', productId: id, source, role: 'gallery', fileName: 'new.jpg', alt: '' })
    expect(found({ pictures: 'withoutAlt' })).toEqual(['Mug 1'])
    mugs.apply({ kind: 'picture.order', productId: id, order: [keyOf('a')] })
    expect(found({ pictures: 'withoutAlt' })).toEqual(['Mug 1'])
  })

  it('follow what others change in the store', () => {
    mugs.put(1, media(picture('a')))
    expect(found({ pictures: 'withoutAlt' })).toEqual(['Mug 1'])
    mugs.put(1, media(picture('a', 'A mug')))
    expect(found({ pictures: 'withoutAlt' })).toEqual([])
    mugs.put(1, media())
    expect(found({ pictures: 'none' })).toEqual(['Mug 1'])
  })
})
