import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureSource } from '../../../../electron/shared/change'
import { toSetCategoryPicture } from '../../../../electron/shared/change-address'
import { createShelfBench, type ShelfBench } from '../../../support/shelf-bench'
import { onTheWeb } from '../../../support/on-the-web'
import { pngBytes } from '../../../support/picture-files'
import { readRequests, readState } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

let synced: SyncedStore
let bench: ShelfBench
/** By which products name it. */
let mugs: number
let shade = 0

beforeEach(async () => {
  synced = await openSyncedStore({ products: 12 })
  bench = createShelfBench(synced)
  mugs = (await bench.ask<{ id: number }>('POST', '/categories', { name: 'Mugs and cups' })).id
  await synced.pull()
})
afterEach(() => synced.close())

const detail = (id = mugs) => synced.session.reads.shelf({ thing: 'category', id })
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytes = () => pngBytes(20, 20, { shade: ++shade })
const stage = async () => ({ hash: (await synced.staging.stageBytes('p.png', bytes())).hash })
const uploads = { method: 'POST', path: '/categories/\\d+/image' }
const fault = (body: object) => synced.control('POST', '/faults', body)
const summary = () => synced.session.summary()
const all = async () => (await readState(synced.store)).categories

/** Content hash of the category's picture in the store; null: it has none. */
const stored = async (id = mugs) => (await all()).find((each) => each.id === id)?.image?.sha256 ?? null
const storedAlt = async () =>
  (await bench.ask<{ alt?: { main?: string } }>('GET', `/categories/${mugs}`)).alt?.main ?? ''

const set = (source: PictureSource | null, alt?: string, categoryId = mugs) =>
  bench.apply({ kind: 'category.picture', categoryId, source, fileName: 'p.png', ...(alt !== undefined && { alt }) })
const describeIt = (alt: string) => bench.apply({ kind: 'category.picture-text', categoryId: mugs, alt })
const setOnTheWeb = (theirs: Uint8Array) =>
  onTheWeb(synced.store, 'POST', `/categories/${mugs}/image`, new Uint8Array(theirs))

async function undo({ changeSetId }: { changeSetId: number | null }) {
  const undone = synced.session.changes.revert(changeSetId!)
  await synced.settled()
  return undone
}

const uploadsSent = async (): Promise<number> =>
  (await readRequests(synced.store)).filter(
    ({ method, path }) => method === 'POST' && /categories\/\d+\/image/.test(path),
  ).length

describe('the picture of a category', () => {
  it('is on the page at once and in the store soon, with its alt text', async () => {
    const source = await stage()
    set(source, 'Mugs on a shelf')
    expect(detail().picture).toMatchObject({ source: `staged:${source.hash}`, alt: 'Mugs on a shelf' })
    expect(detail().upload).toMatchObject({ state: 'waiting' })
    await synced.settled()
    expect([await stored(), await storedAlt()]).toEqual([source.hash, 'Mugs on a shelf'])
    expect(detail()).toMatchObject({ state: 'synced', problems: [], upload: null })
    expect(detail().picture?.source).toMatch(/^http/)
    expect(summary()).toMatchObject({ waiting: 0, refused: 0, conflict: 0 })
  })

  it('is replaced, removed, and comes back by undo, step by step, and goes again by redo', async () => {
    const [first, second] = [await stage(), await stage()]
    const one = set(first, 'First')
    await synced.settled()
    const two = set(second, 'Second')
    await synced.settled()
    const three = set(null)
    expect(detail().picture).toBeNull()
    await synced.settled()
    expect(await stored()).toBeNull()
    // What was replaced is kept on this device, so that it can come back.
    await synced.staging.release(synced.catalogue.changes.stagedHashes(), 0)
    const undone = await undo(three)
    expect([await stored(), await storedAlt()]).toEqual([second.hash, 'Second'])
    await undo(two)
    expect([await stored(), await storedAlt()]).toEqual([first.hash, 'First'])
    await undo(one)
    expect([await stored(), detail().picture]).toEqual([null, null])
    synced.session.changes.redo({ setId: three.changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await stored()).toBeNull()
    expect(summary()).toMatchObject({ refused: 0, conflict: 0 })
  })

  it('is described without being sent again, and the text is undone alone', async () => {
    const source = await stage()
    set(source, 'Before')
    await synced.settled()
    const told = describeIt('After')
    expect(detail().picture?.alt).toBe('After')
    await synced.settled()
    expect([await stored(), await storedAlt(), await uploadsSent()]).toEqual([source.hash, 'After', 1])
    await undo(told)
    expect([await stored(), await storedAlt(), await uploadsSent()]).toEqual([source.hash, 'Before', 1])
  })

  it('of a category made here waits for it, and goes together with what else was typed', async () => {
    bench.hold(true)
    const id = bench.create('Made here')
    const source = await stage()
    set(source, undefined, id)
    bench.apply({ kind: 'category.update', categoryId: id, fields: { description: '<p>New</p>' } })
    expect(detail(id).picture?.source).toBe(`staged:${source.hash}`)
    bench.hold(false)
    await synced.settled()
    const made = (await all()).find(({ name }) => name === 'Made here')
    expect(made).toMatchObject({ description: '<p>New</p>', image: { sha256: source.hash } })
    expect(bench.allOpen()).toEqual([])
  })

  it('that is not sent yet is simply taken back', async () => {
    bench.hold(true)
    const { changeSetId } = set(await stage())
    synced.session.changes.revert(changeSetId!)
    expect(detail()).toMatchObject({ picture: null, state: 'synced' })
    bench.hold(false)
    await synced.settled()
    expect(await stored()).toBeNull()
  })

  it.each(['drop-after', 'drop-before', 'drop-mid-body'])(
    'arrives once and is undone whole when its answer is lost: %s',
    async (kind) => {
      const [first, second] = [await stage(), await stage()]
      set(first)
      await synced.settled()
      await fault({ kind, match: uploads })
      await synced.control('DELETE', '/requests')
      const { changeSetId } = set(second)
      await synced.settled()
      expect(await stored()).toBe(second.hash)
      expect(await uploadsSent()).toBe(kind === 'drop-before' ? 2 : 1)
      await undo({ changeSetId })
      expect(await stored()).toBe(first.hash)
    },
  )

  it('is looked for, and not sent again, when the app ended before the answer', async () => {
    const source = await stage()
    await synced.control('DELETE', '/requests')
    await fault({ kind: 'slow', ms: 200, processed: true, match: uploads })
    set(source)
    await synced.until(() => summary().sending > 0)
    while ((await stored()) === null || (await uploadsSent()) < 1);
    await synced.crash()
    await synced.settled()
    expect(await stored()).toBe(source.hash)
    expect(await uploadsSent()).toBe(1)
  })

  it('that somebody set on the web meanwhile is not overwritten unasked', async () => {
    const theirs = bytes()
    bench.hold(true)
    const mine = await stage()
    set(mine)
    await setOnTheWeb(theirs)
    bench.hold(false)
    await synced.settled()
    expect(await stored()).toBe(sha(theirs))
    expect(detail().problems).toMatchObject([{ field: 'image', isConflict: true }])
    const [conflict] = synced.catalogue.changes.conflictsOf(toSetCategoryPicture)
    synced.session.changes.resolve([conflict!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await stored()).toBe(mine.hash)
  })

  it('whose text somebody changed on the web meanwhile is a question, and neither text is lost', async () => {
    const source = await stage()
    set(source, 'Before')
    await synced.settled()
    bench.hold(true)
    describeIt('Mine')
    await bench.theirs('PUT', mugs, { alt: { main: 'Theirs' } })
    bench.hold(false)
    await synced.settled()
    expect(await storedAlt()).toBe('Theirs')
    expect(summary().conflict).toBe(1)
    const [conflict] = synced.catalogue.changes.conflictsOf(toSetCategoryPicture)
    synced.session.changes.resolve([conflict!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect([await stored(), await storedAlt()]).toEqual([source.hash, 'Mine'])
  })

  it('that the store refuses is kept with the reason, and another one takes its place', async () => {
    await fault({ kind: 'status', status: 422, body: { errorMessage: 'Not an image' }, match: uploads })
    set(await stage())
    await synced.settled()
    expect(detail().problems).toMatchObject([{ field: 'image', isConflict: false }])
    expect(await stored()).toBeNull()
    const other = await stage()
    set(other)
    await synced.settled()
    expect(await stored()).toBe(other.hash)
    expect(detail()).toMatchObject({ state: 'synced', problems: [] })
  })

  it('comes back with its category, whose delete is undone', async () => {
    const source = await stage()
    set(source, 'Mugs on a shelf')
    await synced.settled()
    const deleted = bench.apply({ kind: 'category.delete', categoryId: mugs, below: 'keep' })
    synced.skip(10_000)
    await synced.settled()
    expect(await bench.named('Mugs and cups')).toEqual([])
    await undo(deleted)
    const back = (await all()).find(({ name }) => name === 'Mugs and cups')
    expect(back).toMatchObject({ image: { sha256: source.hash } })
    expect(detail(back!.id).picture?.alt).toBe('Mugs on a shelf')
  })

  it('that others replaced since a delete was decided is asked about', async () => {
    set(await stage())
    await synced.settled()
    bench.apply({ kind: 'category.delete', categoryId: mugs, below: 'keep' })
    await setOnTheWeb(bytes())
    synced.skip(10_000)
    await synced.settled()
    expect(await bench.named('Mugs and cups')).toHaveLength(1)
    expect(summary().conflict).toBe(1)
  })

  it('stays as it is when other fields are edited, and so do they when it is set', async () => {
    const source = await stage()
    set(source)
    bench.apply({ kind: 'category.update', categoryId: mugs, fields: { seoTitle: 'Title' } })
    await synced.settled()
    const before = (await all()).find(({ id }) => id === mugs)
    expect(before).toMatchObject({ seoTitle: 'Title', image: { sha256: source.hash } })
    const next = await stage()
    set(next)
    await synced.settled()
    const after = (await all()).find(({ id }) => id === mugs)
    expect({ ...after, image: before?.image }).toEqual(before)
    expect(after?.image?.sha256).toBe(next.hash)
  })
})
