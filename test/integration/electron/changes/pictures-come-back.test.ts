import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imagesOf, pictureKey } from '../../../../electron/changes/pictures'
import { currentProduct } from '../../../../electron/changes/reindex'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { playing } from '../../../support/playing'
import { openMugs, type Mugs } from './catalogue-of-mugs'

// Pictures that were deleted, one by one or some at once, stand as they stood before, in whatever order the deletions are undone.

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const image = (id: string) => ({
  id,
  imageOriginalUrl: `https://shop.example/${id}`,
  image160pxUrl: `https://shop.example/${id}`,
  alt: { main: id },
})
const media = (ids: readonly string[]) => ({ media: { images: ids.map((id, orderBy) => ({ ...image(id), orderBy })) } })

/** What is deleted together, and which of it is in the store when the next is deleted. */
const deletions = fc
  .shuffledSubarray(names, { minLength: 1 })
  .chain((gone) => fc.array(fc.nat({ max: gone.length - 1 }), { maxLength: 3 }).map((cuts) => parted(gone, cuts)))
  .chain((parts) =>
    fc.record({
      parts: fc.constant(parts),
      sent: fc.array(fc.boolean(), { minLength: parts.length, maxLength: parts.length }),
      // Each undo comes after so many deletions, or after all of them.
      undo: fc.shuffledSubarray(
        parts.map((_, at) => at),
        { minLength: parts.length },
      ),
      early: fc.nat({ max: parts.length }),
    }),
  )

function parted(gone: readonly string[], cuts: readonly number[]): string[][] {
  const at = [...new Set([0, ...cuts])].sort((one, other) => one - other)
  return at.map((start, n) => gone.slice(start, at[n + 1] ?? gone.length)).filter((part) => part.length > 0)
}

const shown = (mugs: Mugs, id: number) => imagesOf(currentProduct(mugs.catalogue, id)!)
const texts = (mugs: Mugs, id: number) => shown(mugs, id).map(({ alt }) => alt?.main)

/** What the store does with all that waits: what it has then is what was shown. */
function send(mugs: Mugs, id: number): void {
  const now = shown(mugs, id)
  const images = now.map((each, orderBy) => ({ ...each, ...image(each.alt?.main ?? ''), orderBy }))
  const named = new Map(
    now.map((each) => [pictureKey(each), `https://shop.example/${each.alt?.main}/${Math.random()}`]),
  )
  for (const change of mugs.openOf(id)) {
    const key = named.get(`local:${change.id}`)
    const after = key === undefined ? change.after : { ...(change.after as object), key }
    mugs.catalogue.changes.update(change.id, { state: 'sent', sentAt: 1_000_000, after })
  }
  const stored = images.map((each, n) => {
    const own = pictureKey(now[n]!)
    return { ...each, imageOriginalUrl: own.startsWith('local:') ? named.get(own) : own }
  })
  mugs.put(1, { media: { images: stored } })
}

it('in the order they had, however they went and come back', { timeout: playing.timeout }, () => {
  const property = fc.property(deletions, ({ parts, sent, undo, early }) => {
    const mugs = openMugs()
    try {
      const id = mugs.put(1, media(names))
      const keyOf = (name: string) => pictureKey(shown(mugs, id).find(({ alt }) => alt?.main === name)!)
      const sets: number[] = []
      const left = [...undo]
      parts.forEach((part, at) => {
        const removals = part.map((name) => ({ kind: 'picture.remove' as const, productId: id, picture: keyOf(name) }))
        sets.push(mugs.apply(...removals).changeSetId!)
        if (sent[at]) send(mugs, id)
        const first = left.findIndex((each) => each <= at)
        if (at < early && first >= 0) mugs.changes.revert(sets[left.splice(first, 1)[0]!]!)
      })
      for (const each of left) {
        mugs.changes.revert(sets[each]!)
        if (sent[each]) send(mugs, id)
      }
      expect(texts(mugs, id)).toEqual(names)
    } finally {
      mugs.close()
    }
  })
  fc.assert(property, playing.parameters(30))
})

it('in the store as well, each undone after the other was', async () => {
  const shop: SyncedStore = await openSyncedStore({ products: 40 })
  try {
    await shop.pull()
    const { id } = shop.catalogue.search({}, 0, 100).rows.find(({ pictureCount }) => pictureCount > 3)!
    const pictures = () => imagesOf(currentProduct(shop.catalogue, id)!)
    const before = pictures().map(({ alt }) => alt?.main)
    const sets: number[] = []
    for (const picture of pictures().slice(1, 4).map(pictureKey)) {
      const operations = [{ kind: 'picture.remove' as const, productId: id, picture }]
      sets.push(
        shop.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Gone' }, operations }).changeSetId!,
      )
      await shop.settled()
    }
    for (const set of sets) shop.session.changes.revert(set)
    expect(pictures().map(({ alt }) => alt?.main)).toEqual(before)
    await shop.settled()
    await shop.pull()
    expect(pictures().map(({ alt }) => alt?.main)).toEqual(before)
  } finally {
    await shop.close()
  }
})
