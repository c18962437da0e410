import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { returning } from '../../../../electron/bulk/returning-product'
import { reindexShelf } from '../../../../electron/changes/shelves'
import { createShelfNames } from '../../../../electron/snapshots/shelf-names'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openMugs } from '../changes/catalogue-of-mugs'

const categories = 3000

/** How long the longest of its turns is, of all that it takes. */
async function longestTurn(work: Promise<unknown>): Promise<{ longest: number; all: number }> {
  let isOver = false
  void work.finally(() => (isOver = true))
  const began = performance.now()
  let longest = 0
  for (let since = began; !isOver; since = performance.now()) {
    await setImmediate()
    longest = Math.max(longest, performance.now() - since)
  }
  await work
  return { longest, all: performance.now() - began }
}

it('everything else has its turn while thousands of categories of a snapshot are read and put into their order', async () => {
  const mugs = openMugs()
  const { catalogue } = mugs
  const snapshots = openSnapshots(catalogue)
  const put = (name: string) =>
    catalogue.transaction(() => {
      for (let n = 1; n <= categories; n += 1) {
        const description = `<p>${'Of paper. '.repeat(60)}</p>`
        const category = { id: n, name: `${name} ${n}`, parentId: Math.floor(n / 2), orderBy: n, description }
        reindexShelf(catalogue, catalogue.shelves.putRemote('category', category))
      }
    })
  try {
    put('Then')
    await snapshots.take({ code: 'by-hand' })
    const snapshotId = snapshots.all().list[0]!.id
    put('Now')
    const names = createShelfNames(catalogue, snapshotId)
    const ready = await longestTurn(names.ready())
    expect(ready.longest).toBeLessThan(ready.all / 4)
    expect(names.calledAll().categories).toHaveLength(2 * categories)
    const ids = catalogue.snapshots.changedAfter(snapshotId)
    const { signal } = new AbortController()
    const ordered = returning(catalogue, { snapshotId, signal }, ids)
    const { longest, all } = await longestTurn(ordered)
    expect(longest).toBeLessThan(all / 4)
    expect(await ordered).toHaveLength(categories)
  } finally {
    await snapshots.stop()
    await mugs.changes.stop()
    mugs.close()
  }
})
