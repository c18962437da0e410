// @vitest-environment jsdom
import { act } from 'react'
import { expect, it } from 'vitest'
import type { ProposedRow } from '../../../../../electron/shared/proposal'
import { EditValues } from '../../../../../renderer/features/bulk/EditValues'
import { useStoreStore } from '../../../../../renderer/stores/store-store'
import { aSnapshot } from '../../../../support/a-snapshot'
import { reactRoot } from '../../../../support/react-root'

const root = reactRoot()
const refused: ProposedRow = {
  id: 1,
  productId: 1,
  productName: 'Mug',
  sku: 'M-1',
  isNew: false,
  thumbnail: null,
  variation: null,
  field: 'price',
  before: 10,
  after: 'abc',
  standing: 'refused',
  reason: 'This is no number.',
  warnings: [],
  follows: null,
  edits: 0,
  editsIn: 0,
  outcome: null,
}

async function shownOf(row: Partial<ProposedRow>): Promise<string | null> {
  await act(async () => root.render(<EditValues row={{ ...refused, ...row }} />))
  return document.body.textContent
}

it('a refused cell shows what stands in it, cut where it is long, beside the reason', async () => {
  expect(await shownOf({})).toBe('“abc”: This is no number.')
  const picture = { field: 'picture', after: { url: 'missing.jpg' }, reason: 'No file of this name.' } as const
  expect(await shownOf(picture)).toBe('“missing.jpg”: No file of this name.')
  expect(await shownOf({ after: 'x'.repeat(200) })).toBe(`“${'x'.repeat(39)}…”: This is no number.`)
  expect(await shownOf({ after: -3, reason: 'It is below zero.' })).toBe('It is below zero.')
})

it('a picture that goes back is named, with its texts in each language and the order of all', async () => {
  const row = { field: 'picture', standing: 'in', reason: null } as const
  const url = 'https://cdn.example/front.jpg'
  expect(await shownOf({ ...row, before: null, after: { url, alt: '', from: url } })).toBe('front.jpg comes back')
  const before = { url, alt: 'Front', texts: { de: 'Hinten', fr: 'Devant' } }
  const after = { describes: url, alt: 'Front', texts: { de: 'Vorn', fr: 'Devant' } }
  expect(await shownOf({ ...row, before, after })).toBe('Alt text (de): HintenbecomesVorn')
  expect(await shownOf({ ...row, before: null, after: { order: [url] } })).toBe('In the order they had then')
})

it('a file or a video that goes back is named, and what is said of a file', async () => {
  const row = { field: 'file', standing: 'in', reason: null, before: null } as const
  const file = { name: 'Manual.pdf', size: 9, description: '', from: 7 }
  expect(await shownOf({ ...row, after: { ...file, hash: 'a'.repeat(64) } })).toBe('Manual.pdf comes back')
  const described = {
    before: { name: 'Manual.pdf', description: 'Wrong' },
    after: { describes: 7, name: 'Manual.pdf', description: 'Read me' },
  }
  expect(await shownOf({ ...row, ...described })).toBe('Manual.pdf: WrongbecomesRead me')
  const url = 'https://youtu.be/dQw4w9WgXcQ'
  expect(await shownOf({ ...row, field: 'video', after: { url, role: 'gallery' } })).toBe(`${url} comes back`)
  const refused = { ...row, standing: 'refused', after: file, reason: 'There is no copy.' } as const
  expect(await shownOf(refused)).toBe('“Manual.pdf”: There is no copy.')
})

it('what goes back of a category says its value, or with how many products it comes', async () => {
  const shelf = { field: 'shelf', standing: 'in', reason: null } as const
  const name = (value: string) => ({ thing: 'category', field: 'name', value })
  expect(await shownOf({ ...shelf, before: name('Lamps'), after: name('Lanterns') })).toBe('LampsbecomesLanterns')
  const back = (products: number) => ({ thing: 'category', field: null, products })
  expect(await shownOf({ ...shelf, before: null, after: back(2) })).toBe('Comes back, with 2 products that were in it')
  expect(await shownOf({ ...shelf, before: null, after: back(0) })).toBe('Comes back')
})

it('a variation that is new says what it has of its own, its attributes among that', async () => {
  const attribute = { id: 1, name: 'Material', type: 'CUSTOM', show: 'DESCR' }
  useStoreStore.setState({ snapshot: aSnapshot({ productTypes: [{ id: 0, name: '', attributes: [attribute] }] }) })
  const row = { field: 'variation', standing: 'in', reason: null, before: null, variation: 'L' } as const
  const after = { options: [{ name: 'Size', value: 'L' }], fields: { sku: 'VASE-9-L', quantity: 2 } }
  expect(await shownOf({ ...row, after })).toBe('VASE-9-L, 2 in stock')
  const withGlass = { ...after, fields: { ...after.fields, attributes: { 1: 'Glass' } } }
  expect(await shownOf({ ...row, after: withGlass })).toBe('VASE-9-L, 2 in stock, Material: Glass')
  await act(async () => useStoreStore.setState({ snapshot: null }))
})
