import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureSource } from '../../../../electron/shared/change'
import { pngBytes } from '../../../support/picture-files'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import {
  removeVariation,
  removeVariationPicture,
  setVariationPicture,
  variationsOf,
} from '../../../support/stored-variations'
import { toSetVariationPicture } from '../../../../electron/shared/change-address'

let synced: SyncedStore
let towel: { id: number; ecwidId: number }
/** Two of its variations. */
let red: number
let blue: number
let shade = 0
/** Called once when the next upload has been answered. */
let onUploaded: (() => Promise<unknown>) | null = null

beforeEach(async () => {
  onUploaded = null
  const onAnswer = async (method: string, url: string) => {
    if (method !== 'POST' || !/combinations\/\d+\/image/.test(url)) return
    const run = onUploaded
    onUploaded = null
    await run?.()
  }
  synced = await openSyncedStore({}, { onAnswer })
  await synced.pull()
  const row = synced.catalogue.search({}, 0, 100).rows.find(({ variationCount }) => variationCount > 2)!
  towel = { id: row.id, ecwidId: row.ecwidId! }
  ;[red, blue] = detail().readOnly.variations.map(({ id }) => id) as [number, number]
})
afterEach(() => synced.close())

const detail = () => synced.session.product(towel.id)
const shown = (id = red) => detail().readOnly.variations.find((variation) => variation.id === id)!
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const bytes = () => pngBytes(20, 20, { shade: ++shade })
const stage = async () => ({ hash: (await synced.staging.stageBytes('p.png', bytes())).hash })
const fault = (body: object) => synced.control('POST', '/faults', body)
const uploads = { method: 'POST', path: '/combinations/\\d+/image' }
const summary = () => synced.session.summary()

/** Content hash of a variation's picture in the store; null: it has none. */
const stored = async (id = red) =>
  (await variationsOf(synced.store, towel.ecwidId)).find((each) => each.id === id)!.picture

function set(source: PictureSource | null, more: { variationId?: number; alt?: string } = {}) {
  const variation = { variationId: red, fileName: 'p.png', ...more }
  const operations = [{ kind: 'picture.variation' as const, productId: towel.id, source, ...variation }]
  return synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })
}

describe('the picture of a variation', () => {
  it('is on the screen at once and in the store soon, with its alt text, and only there', async () => {
    const before = detail().pictures.length
    const source = await stage()
    set(source, { alt: 'A red towel' })
    expect(shown()).toMatchObject({ thumbnail: `staged:${source.hash}`, alt: 'A red towel' })
    expect(shown().upload).not.toBeNull()
    await synced.settled()
    expect(await stored()).toBe(source.hash)
    expect(await stored(blue)).toBeNull()
    expect(shown()).toMatchObject({ alt: 'A red towel', upload: null })
    expect(shown().thumbnail).toMatch(/^http/)
    expect(detail().pictures).toHaveLength(before)
    expect(detail().state).toBe('synced')
  })

  it('asks nothing where it was set and removed without a line, and others took away what was there', async () => {
    set(await stage())
    await synced.settled()
    synced.session.changes.holdAll(true)
    set(await stage())
    set(null)
    await removeVariationPicture(synced.store, towel.ecwidId, red)
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(summary()).toMatchObject({ conflict: 0 })
    expect(detail().state).toBe('synced')
    expect(await stored()).toBeNull()
  })

  it('asks where it was set without a line, and others took away what was there', async () => {
    set(await stage())
    await synced.settled()
    synced.session.changes.holdAll(true)
    set(await stage())
    await removeVariationPicture(synced.store, towel.ecwidId, red)
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(summary()).toMatchObject({ conflict: 1 })
  })

  it('is replaced, removed, and comes back by undo, step by step', async () => {
    const [first, second] = [await stage(), await stage()]
    const one = set(first, { alt: 'First' })
    await synced.settled()
    const two = set(second, { alt: 'Second' })
    await synced.settled()
    const three = set(null)
    expect(shown().thumbnail).toBeNull()
    await synced.settled()
    expect(await stored()).toBeNull()
    expect(shown().alt).toBe('')
    // What was replaced is kept on this device, so that it can come back.
    await synced.staging.release(synced.catalogue.changes.stagedHashes(), 0)
    const undo = async ({ changeSetId }: { changeSetId: number | null }) => {
      const undone = synced.session.changes.revert(changeSetId!)
      await synced.settled()
      return undone
    }
    const undone = await undo(three)
    expect([await stored(), shown().alt]).toEqual([second.hash, 'Second'])
    await undo(two)
    expect([await stored(), shown().alt]).toEqual([first.hash, 'First'])
    await undo(one)
    expect([await stored(), shown().alt]).toEqual([null, ''])
    synced.session.changes.redo({ setId: three.changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await stored()).toBeNull()
    expect(summary()).toMatchObject({ refused: 0, conflict: 0 })
  })

  it('can be set for several variations, and anew for one, before anything is sent', async () => {
    const [first, second, third, other] = [await stage(), await stage(), await stage(), await stage()]
    synced.session.changes.holdAll(true)
    const one = set(first)
    set(second)
    const three = set(third)
    set(other, { variationId: blue })
    expect(shown().thumbnail).toBe(`staged:${third.hash}`)
    synced.session.changes.takeBack(synced.catalogue.changes.ofSet(one.changeSetId!).map(({ id }) => id))
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect([await stored(), await stored(blue)]).toEqual([third.hash, other.hash])
    synced.session.changes.revert(three.changeSetId!)
    await synced.settled()
    expect(await stored()).toBe(second.hash)
    expect(summary()).toMatchObject({ refused: 0, conflict: 0 })
  })

  it('that is not sent yet is simply taken back', async () => {
    synced.session.changes.holdAll(true)
    const { changeSetId } = set(await stage())
    synced.session.changes.revert(changeSetId!)
    expect(shown()).toMatchObject({ thumbnail: null, upload: null })
    synced.session.changes.holdAll(false)
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
      synced.session.changes.revert(changeSetId!)
      await synced.settled()
      expect(await stored()).toBe(first.hash)
    },
  )

  it('is looked for, and not sent again, when the app ended before the answer', async () => {
    const source = await stage()
    await synced.control('DELETE', '/requests')
    await fault({ kind: 'slow', ms: 200, processed: true, match: uploads })
    set(source)
    await synced.until(() => summary().sending > 0)
    await requestsReach(1)
    await synced.crash()
    await synced.settled()
    expect(await stored()).toBe(source.hash)
    expect(await uploadsSent()).toBe(1)
  })

  it('that somebody set on the web meanwhile is not overwritten unasked', async () => {
    const theirs = bytes()
    await fault({ kind: 'drop-before', match: { method: 'GET' } })
    await setVariationPicture(synced.store, towel.ecwidId, red, theirs)
    const mine = await stage()
    set(mine)
    await synced.settled()
    expect(summary().conflict).toBe(1)
    expect(await stored()).toBe(sha(theirs))
    const [conflict] = synced.catalogue.changes.conflictsOf(toSetVariationPicture(red))
    synced.session.changes.resolve([conflict!.id], { take: 'mine' })
    await synced.settled()
    expect(await stored()).toBe(mine.hash)
  })

  it('is compared anew before it follows that of another variation', async () => {
    const theirs = bytes()
    const [first, second] = [await stage(), await stage()]
    onUploaded = () => setVariationPicture(synced.store, towel.ecwidId, blue, theirs)
    synced.session.changes.holdAll(true)
    set(first)
    set(second, { variationId: blue })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect([await stored(), await stored(blue)]).toEqual([first.hash, sha(theirs)])
    expect(summary().conflict).toBe(1)
  })

  it('that lost its variation is kept with the reason', async () => {
    await fault({ kind: 'drop-before', match: { method: 'GET' } })
    await removeVariation(synced.store, towel.ecwidId, red)
    set(await stage())
    await synced.settled()
    const refused = synced.catalogue.changes.openOf('product', towel.id)
    expect(refused.map(({ state, reason }) => [state, reason?.sentence])).toEqual([
      ['refused', { says: 'variation-gone' }],
    ])
  })

  it('that others set is in the history and can be put back', async () => {
    const before = await stage()
    set(before)
    await synced.settled()
    await setVariationPicture(synced.store, towel.ecwidId, red, bytes())
    synced.skip(60_000)
    await synced.pull()
    const set2 = synced.catalogue.changes.list('store', { thing: 'product', id: towel.id }, 0, 10).sets[0]!
    const [change] = synced.catalogue.changes.ofSet(set2.id)
    expect(change).toMatchObject(toSetVariationPicture(red))
    synced.session.changes.revert(set2.id, { changeIds: [change!.id] })
    await synced.settled()
    expect(await stored()).toBe(before.hash)
  })

  it('goes with its product and does not stop the product from coming back', async () => {
    set(await stage())
    await synced.settled()
    const { changeSetId } = synced.session.changes.apply({
      source: 'list',
      label: { code: 'text', text: 'Delete' },
      operations: [{ kind: 'delete', productId: towel.id }],
    })
    await synced.settled()
    synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(summary()).toMatchObject({ refused: 0, conflict: 0, waiting: 0 })
  })
})

async function uploadsSent(): Promise<number> {
  const { requests } = (await synced.control('GET', '/requests')) as { requests: { method: string; path: string }[] }
  return requests.filter(({ method, path }) => method === 'POST' && /combinations\/\d+\/image/.test(path)).length
}

/** Until the store has taken so many uploads. */
async function requestsReach(count: number): Promise<void> {
  while ((await stored()) === null || (await uploadsSent()) < count);
}
