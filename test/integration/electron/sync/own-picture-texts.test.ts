import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import { missingCategoryTexts } from '../../../../electron/shared/fields/missing-category-texts'
import { listConflicts } from '../../../../electron/changes/views'
import { pngBytes } from '../../../support/picture-files'
import { readRequests } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

type Alt = { main?: string; translated?: Record<string, string> }
/** What has one picture: by what it is called, read, described here and described on the web. */
type Holder = {
  set(hash: string, alt: string): Operation
  tell(alt: string, language?: string): Operation
  path: string
  shown(): { alt: string; altTexts: Readonly<Record<string, string>> }
}

let synced: SyncedStore
beforeEach(async () => {
  synced = await openSyncedStore()
  await synced.control('POST', '/profile', { languages: { enabledLanguages: ['en', 'de', 'fr'] } })
  await synced.pull()
})
afterEach(() => synced.close())

const apply = (...operations: Operation[]) =>
  synced.session.changes.apply({ source: 'pictures', label: { code: 'text', text: 'Test' }, operations })

async function ask(method: string, path: string, body?: object): Promise<{ id: number; alt?: Alt }> {
  const headers = { Authorization: `Bearer ${synced.store.secretToken}`, 'Content-Type': 'application/json' }
  const answer = await fetch(synced.store.baseUrl + path, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as { id: number; alt?: Alt }
}

function ofVariation(): Holder {
  const row = synced.catalogue.search({}, 0, 100).rows.find(({ variationCount }) => variationCount > 2)!
  const variations = () => synced.session.product(row.id).readOnly.variations
  const variationId = variations()[0]!.id
  const named = { productId: row.id, variationId }
  return {
    set: (hash, alt) => ({ kind: 'picture.variation', ...named, source: { hash }, fileName: 'p.png', alt }),
    tell: (alt, language) => ({ kind: 'picture.variation-text', ...named, alt, ...(language && { language }) }),
    path: `/products/${row.ecwidId}/combinations/${variationId}`,
    shown: () => variations()[0]!,
  }
}

function ofCategory(): Holder {
  const [category] = synced.session.snapshot().categories
  const categoryId = category!.id
  return {
    set: (hash, alt) => ({ kind: 'category.picture', categoryId, source: { hash }, fileName: 'p.png', alt }),
    tell: (alt, language) => ({ kind: 'category.picture-text', categoryId, alt, ...(language && { language }) }),
    path: `/categories/${categoryId}`,
    shown: () => synced.session.reads.shelf({ thing: 'category', id: categoryId }).picture!,
  }
}

describe.each([
  ['of a variation', ofVariation],
  ['of a category', ofCategory],
])('the alt text of the picture %s, in another language', (_, find) => {
  let holder: Holder
  const stored = async () => (await ask('GET', holder.path)).alt
  const onTheWeb = (alt: Alt) => ask('PUT', holder.path, { alt })
  const conflicts = () => listConflicts(synced.catalogue, { offset: 0, limit: 9 }).conflicts

  beforeEach(async () => {
    holder = find()
    const { hash } = await synced.staging.stageBytes('p.png', pngBytes(20, 20))
    apply(holder.set(hash, 'Red'))
    await synced.settled()
  })

  it('is on the screen at once and in the store soon, with the others of its map, and the picture is not sent again', async () => {
    await synced.control('DELETE', '/requests')
    apply(holder.tell('Rot', 'de'))
    expect(holder.shown()).toMatchObject({ alt: 'Red', altTexts: { de: 'Rot' } })
    await synced.settled()
    apply(holder.tell('Rouge', 'fr'))
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Red', translated: { en: 'Red', de: 'Rot', fr: 'Rouge' } })
    expect(holder.shown()).toMatchObject({ alt: 'Red', altTexts: { de: 'Rot', fr: 'Rouge' } })
    expect((await readRequests(synced.store)).filter(({ path }) => path.includes('/image'))).toEqual([])
  })

  it('stays beside a new text of the first language, which its map follows', async () => {
    apply(holder.tell('Rot', 'de'))
    await synced.settled()
    apply(holder.tell('Dark red'))
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Dark red', translated: { en: 'Dark red', de: 'Rot' } })
    expect(holder.shown()).toMatchObject({ alt: 'Dark red', altTexts: { de: 'Rot' } })
  })

  it('joins with what others wrote in another language, and is asked about in its own', async () => {
    synced.session.changes.holdAll(true)
    apply(holder.tell('Rot', 'de'))
    await onTheWeb({ translated: { fr: 'Rouge' } })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Red', translated: { de: 'Rot', fr: 'Rouge' } })
    synced.session.changes.holdAll(true)
    apply(holder.tell('Hellrot', 'de'))
    await onTheWeb({ translated: { en: 'Red', de: 'Dunkelrot', fr: 'Rouge foncé' } })
    synced.session.changes.holdAll(false)
    await synced.settled()
    expect(conflicts()).toHaveLength(1)
    synced.session.changes.resolve([conflicts()[0]!.id], { take: 'mine' })
    synced.skip(10_000)
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Red', translated: { de: 'Hellrot', fr: 'Rouge foncé' } })
  })

  it('goes back by an undo and comes again by a redo, and what others wrote in another language meanwhile stays', async () => {
    const { changeSetId } = apply(holder.tell('Rot', 'de'))
    await synced.settled()
    await onTheWeb({ translated: { en: 'Red', de: 'Rot', fr: 'Rouge' } })
    await synced.pull()
    const undone = synced.session.changes.revert(changeSetId!)
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Red', translated: { de: '', fr: 'Rouge' } })
    expect(holder.shown().altTexts).toEqual({ fr: 'Rouge' })
    synced.session.changes.redo({ setId: changeSetId!, revertSetId: undone.changeSetId })
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Red', translated: { de: 'Rot', fr: 'Rouge' } })
  })

  it.each(['drop-after', 'drop-before', 'drop-mid-body'])('arrives once when its answer is lost: %s', async (kind) => {
    await synced.control('POST', '/faults', { kind, match: { method: 'PUT', path: holder.path } })
    apply(holder.tell('Rot', 'de'))
    await synced.settled()
    expect(await stored()).toMatchObject({ main: 'Red', translated: { de: 'Rot' } })
    expect(synced.session.summary()).toMatchObject({ waiting: 0, refused: 0, conflict: 0 })
  })
})

it('the alt text of a category that no translation follows is counted as missing, on its page and in the tree', async () => {
  const category = ofCategory()
  const { hash } = await synced.staging.stageBytes('p.png', pngBytes(20, 20))
  const missing = () => missingCategoryTexts({ read: () => '', picture: category.shown() }, 'fr')
  apply(category.set(hash, 'Red'))
  expect(missing()).toEqual(['Alt text'])
  apply(category.tell('Rouge', 'fr'))
  expect(missing()).toEqual([])
})
