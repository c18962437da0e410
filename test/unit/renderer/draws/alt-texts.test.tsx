// @vitest-environment jsdom
import { drawsPerEvent, growing } from '../../../support/draws-per-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AltRow } from '../../../../electron/shared/alt-text'
import { AltTexts } from '../../../../renderer/features/alt-texts/AltTexts'
import { openAltTexts, setAltPattern, typeAlt } from '../../../../renderer/stores/alt-texts-store'
import { newsOfTheStore, openShopWindow } from '../../../support/a-shop-window'

let rows: AltRow[] = []
let shop: ReturnType<typeof openShopWindow>

beforeEach(() => {
  vi.useFakeTimers()
  shop = openShopWindow({
    'altTexts.select': () => ({ id: 1, products: rows.length, pictures: rows.length, missing: rows.length, typed: [] }),
    'altTexts.page': ({ offset, limit }) => rows.slice(offset, offset + limit),
    'altTexts.tally': () => ({ problem: null, texts: rows.length, products: rows.length, tooLong: 0 }),
  })
})
afterEach(() => {
  shop.close()
  vi.useRealTimers()
})

const aRow = (productId: number): AltRow => ({
  productId,
  productName: `Mug ${productId}`,
  sku: '',
  picture: 'p',
  src: '',
  position: 1,
  alt: '',
  next: `Mug ${productId}`,
})
const query = {}

it('a letter typed into an alt text draws its row, however many are in view', async () => {
  const draws = await drawsPerEvent({
    show: (count) => {
      rows = Array.from({ length: count }, (_, n) => aRow(n + 1))
      setAltPattern('{name}')
      openAltTexts('a', query)
      return <AltTexts connectionId="a" query={query} isNarrow={false} onClose={() => {}} />
    },
    entry: 'li[data-index] input',
    happenings: [
      { name: 'a letter', happen: () => typeAlt({ productId: 3, picture: 'p', alt: 'A mug' }) },
      { name: 'another one', happen: () => typeAlt({ productId: 3, picture: 'p', alt: 'A mug.' }) },
      { name: 'a pattern that makes the same of them', happen: () => setAltPattern('{name} ') },
      ...newsOfTheStore(shop),
    ],
  })
  expect(growing(draws)).toEqual([])
  expect(draws[0]?.drawn[0]).toBeGreaterThan(0)
}, 120_000)
