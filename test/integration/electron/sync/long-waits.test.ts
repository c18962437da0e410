import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import type { ProductRow } from '../../../../electron/shared/product-query'
import type { Entry } from '../../../../electron/shared/fields/kind'
import { entriesOf } from '../../../../electron/shared/fields/list-kind'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { altOf, pictureOf, readRequests, readState, type StoredImage } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// Some changes take several requests. The store makes all of them wait for minutes between what was read and what follows from
// it, while others go on: what they do then is not written over.

type Alt = { main?: string; translated?: Record<string, string> }
type Step = { method: string; path: RegExp }

let synced: SyncedStore
/** The answers to wait for, one after the other; with the last in hand it runs. */
let then: { steps: Step[]; run: () => Promise<unknown> } | null

beforeEach(async () => {
  then = null
  synced = await openSyncedStore({}, { onAnswer: meet })
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
  await synced.pull()
})
afterEach(async () => {
  const left = then
  await synced.close()
  expect(left).toBeNull()
})

async function meet(method: string, url: string): Promise<void> {
  const [next, ...rest] = then?.steps ?? []
  if (!then || next?.method !== method || !next.path.test(new URL(url).pathname)) return
  const { run } = then
  then = rest.length > 0 ? { steps: rest, run } : null
  if (rest.length === 0) await run()
}

/** Others act once these are answered; and before the next request has its turn, another one is told to wait for two minutes. */
function thenWait(steps: Step[], others: () => Promise<unknown>): void {
  const run = async () => {
    await others()
    await synced.control('POST', '/faults', {
      kind: 'status',
      status: 429,
      retryAfter: 120,
      match: { method: 'GET', path: '/profile' },
    })
    synced.session.pullNow()
    await synced.until(() => synced.session.summary().pausedUntil !== null)
  }
  then = { steps, run }
}

const read = { method: 'GET', path: /\/products/ }
const writtenProduct = { method: 'PUT', path: /\/products\/\d+$/ }

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
const find = (fits: (row: ProductRow) => boolean) => {
  const { id, ecwidId } = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows.find(fits)!
  return { id, ecwidId: ecwidId! }
}
const bytes = pngBytes(9, 9, { shade: 3 })
const stage = async () => ({ hash: (await synced.staging.stageBytes('p.png', bytes)).hash })
const sent = async (method: string, path: RegExp): Promise<number> =>
  (await readRequests(synced.store)).filter((each) => each.method === method && path.test(each.path)).length
const put = (path: string, body: object) => onTheWeb(synced.store, 'PUT', path, JSON.stringify(body))
const nothingLeft = { waiting: 0, sending: 0, refused: 0, conflict: 0 }

describe('pictures of a product', () => {
  let mug: { id: number; ecwidId: number }
  let main: string, second: string, third: string
  beforeEach(async () => {
    mug = find((row) => row.variationCount === 0 && row.pictureCount === 3)
    ;[main, second, third] = (await names()) as [string, string, string]
  })

  const images = async (): Promise<StoredImage[]> =>
    (await readState(synced.store)).products.find(({ id }) => id === mug.ecwidId)!.media.images
  const names = async () => (await images()).map(pictureOf)
  const texts = async () => Object.fromEntries((await images()).map((image) => [pictureOf(image), altOf(image)]))

  /** Others put these first, and say something else of some. */
  async function arrange(first: string[], said: Record<string, string> = {}): Promise<string[]> {
    const all = await images()
    const listed = [...first, ...(await names()).filter((name) => !first.includes(name))].map((name, orderBy) => {
      const { id } = all.find((image) => pictureOf(image) === name)!
      return { id, orderBy, ...(name in said && { alt: { main: said[name] } }) }
    })
    await put(`/products/${mug.ecwidId}`, { media: { images: listed } })
    return names()
  }
  const addOnTheWeb = () => onTheWeb(synced.store, 'POST', `/products/${mug.ecwidId}/gallery`, new Uint8Array(bytes))
  const removeOnTheWeb = async (name: string) => {
    const { id } = (await images()).find((image) => pictureOf(image) === name)!
    await onTheWeb(synced.store, 'DELETE', `/products/${mug.ecwidId}/gallery/${id}`)
  }

  it.each([
    ['is told of', [{ method: 'POST', path: /\/gallery/ }, read], null],
    ['whose answer was lost is found', [read], { kind: 'drop-after', match: { method: 'POST', path: '/gallery' } }],
  ])('the text of a new one that %s leaves the order and the texts of others', async (_, steps, fault) => {
    if (fault) await synced.control('POST', '/faults', fault)
    const before = await texts()
    const source = await stage()
    thenWait(steps, () => arrange([third, second, main], { [second]: 'Theirs' }))
    apply({ kind: 'picture.add', productId: mug.id, source, role: 'gallery', fileName: 'p.png', alt: 'Ours' })
    await synced.settled()
    expect(await names()).toEqual([third, second, main, source.hash])
    expect(await texts()).toEqual({ ...before, [second]: 'Theirs', [source.hash]: 'Ours' })
    expect(synced.session.product(mug.id).pictures.map(({ alt }) => alt)).toEqual((await images()).map(altOf))
    expect(synced.session.summary()).toMatchObject(nothingLeft)
    expect(await sent('POST', /\/gallery/)).toBe(1)
  })

  const removeMain = () =>
    apply({ kind: 'picture.remove', productId: mug.id, picture: synced.session.product(mug.id).pictures[0]!.key })

  it.each([
    ['have made it the main picture again', () => arrange([main, second, third])],
    [
      'have numbered all of them anew',
      async () => {
        await arrange([main, second, third])
        await addOnTheWeb()
        await arrange([third, second, main])
        await removeOnTheWeb((await names()).at(-1)!)
        await arrange([second, third, main])
      },
    ],
  ])('a main one that is removed is the one that goes, where others %s', async (_, act) => {
    thenWait([writtenProduct, read], act)
    removeMain()
    await synced.settled()
    expect(await names()).toEqual([second, third])
    expect(synced.session.summary()).toMatchObject(nothingLeft)
  })

  describe('a main one whose removal is refused', () => {
    const steps = [writtenProduct, read, { method: 'DELETE', path: /\/gallery/ }, read]
    beforeEach(() => synced.control('POST', '/faults', { kind: 'status', status: 400, match: { method: 'DELETE' } }))
    afterEach(() => expect(synced.session.summary()).toMatchObject({ ...nothingLeft, refused: 1 }))

    it('is the main one again, beside what others have said and added', async () => {
      const { hash } = await stage()
      thenWait(steps, async () => {
        await addOnTheWeb()
        await arrange([], { [second]: 'Theirs', [hash]: 'New' })
      })
      removeMain()
      await synced.settled()
      expect(await names()).toEqual([main, second, third, hash])
      expect(await texts()).toMatchObject({ [second]: 'Theirs', [hash]: 'New' })
    })

    it('leaves the main one that others have chosen', async () => {
      thenWait(steps, () => arrange([third]))
      removeMain()
      await synced.settled()
      expect(await names()).toEqual([third, second, main])
    })
  })
})

describe.each([
  [
    'a variation',
    () => {
      const row = find(({ variationCount }) => variationCount > 2)
      const variationId = synced.session.product(row.id).readOnly.variations[0]!.id
      const named = { kind: 'picture.variation', productId: row.id, variationId } as const
      const path = `/products/${row.ecwidId}/combinations/${variationId}`
      return { named, path, shownBy: read }
    },
  ],
  [
    'a category',
    () => {
      const categoryId = synced.session.snapshot().categories[0]!.id
      const named = { kind: 'category.picture', categoryId } as const
      return { named, path: `/categories/${categoryId}`, shownBy: { method: 'GET', path: /\/categories\/\d+$/ } }
    },
  ],
])('the picture of %s', (_, place) => {
  it('gets its text beside what others say of it in another language', async () => {
    const { named, path, shownBy } = place()
    const source = await stage()
    thenWait([{ method: 'POST', path: /\/image$/ }, shownBy], () => put(path, { alt: { translated: { fr: 'Rouge' } } }))
    apply({ ...named, source, fileName: 'p.png', alt: 'Red' })
    await synced.settled()
    const { alt } = (await onTheWeb(synced.store, 'GET', path)) as { alt?: Alt }
    expect(alt).toMatchObject({ main: 'Red', translated: { fr: 'Rouge' } })
    expect(synced.session.summary()).toMatchObject(nothingLeft)
    expect(await sent('POST', /\/image$/)).toBe(1)
  })
})

describe('a choice that is renamed', () => {
  type Variation = { id: number; options: { name: string; value: string }[] }
  it.each([1, 2])(
    'leaves a variation its choice that others give it before the request %d of those that move them',
    async (at) => {
      const { id, ecwidId } = find(({ sku }) => sku === 'MUG-01')
      const path = `/products/${ecwidId}`
      const all = async () =>
        ((await onTheWeb(synced.store, 'GET', path)) as { combinations: Variation[] }).combinations
      const colourOf = ({ options }: Variation) => options.find(({ name }) => name === 'Color')!.value
      const sizeOf = ({ options }: Variation) => options.find(({ name }) => name === 'Volume')!.value
      const before = await all()
      const theirs = before.filter((each) => colourOf(each) === 'Sand')[1]!
      const inTheWay = before.find((each) => colourOf(each) === 'Sage' && sizeOf(each) === sizeOf(theirs))!
      const moved = { method: 'PUT', path: /\/combinations\/\d+$/ }
      thenWait([writtenProduct, ...Array.from({ length: at - 1 }, () => moved)], async () => {
        await onTheWeb(synced.store, 'DELETE', `${path}/combinations/${inTheWay.id}`)
        const options = theirs.options.map((pair) => (pair.name === 'Color' ? { ...pair, value: 'Sage' } : pair))
        await put(`${path}/combinations/${theirs.id}`, { options: options.map(({ name, value }) => ({ name, value })) })
      })
      const renamed = (choice: Entry): Entry =>
        choice['text'] === 'Sand' ? { ...choice, text: 'Dune', formerly: ['Sand'] } : choice
      const { fields } = synced.session.product(id)
      const options = fields.options.map((option) =>
        option['name'] === 'Color'
          ? { ...option, defaultChoice: 'Dune', choices: entriesOf(option['choices']).map(renamed) }
          : option,
      )
      apply({ kind: 'update', productId: id, fields: { options }, base: fields })
      await synced.settled()
      const expected = new Map(before.map((each) => [each.id, colourOf(each).replace('Sand', 'Dune')]))
      expected.set(theirs.id, 'Sage').delete(inTheWay.id)
      expect(new Map((await all()).map((each) => [each.id, colourOf(each)]))).toEqual(expected)
      expect(synced.session.summary()).toMatchObject(nothingLeft)
    },
  )
})

describe('the products of a category', () => {
  it('keep the order that others gave them before its turn came, after the name; its owner decides', async () => {
    type InStore = { id: number; name: string; productIds: number[] }
    const { items } = (await onTheWeb(synced.store, 'GET', '/categories?productIds=true&hidden_categories=true')) as {
      items: InStore[]
    }
    const {
      id,
      productIds: [first, second, third, ...others],
    } = items.find(({ productIds }) => productIds.length > 2)!
    const categoryId = id
    const product = (ecwidId: number) => synced.catalogue.products.findByEcwidId(ecwidId)!
    const theirs = [third!, first!, second!, ...others]
    thenWait([{ method: 'PUT', path: /\/categories\/\d+$/ }], () =>
      put(`/products/sort?parentCategory=${id}`, { sortedIds: theirs }),
    )
    apply(
      { kind: 'category.update', categoryId, fields: { name: 'Renamed' } },
      { kind: 'category.place', categoryId, product: product(first!), to: { before: null } },
    )
    await synced.settled()
    const now = (await onTheWeb(synced.store, 'GET', `/categories/${id}`)) as InStore
    expect(now).toMatchObject({ name: 'Renamed', productIds: theirs })
    expect(synced.session.summary()).toMatchObject({ ...nothingLeft, conflict: 1 })
  })
})
