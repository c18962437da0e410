import { expect, it } from 'vitest'
import { returning } from '../../../../electron/bulk/returning-product'
import { reindexShelf } from '../../../../electron/changes/shelves'
import { createShelfNames } from '../../../../electron/snapshots/shelf-names'
import { longestTurn, processorMs } from '../../../support/growth'
import { openSnapshots } from '../../../support/kept-snapshots'
import { openMugs } from '../changes/catalogue-of-mugs'

const categories = 3000
const mostOfAll = 1 / 4

/** The part of all its processor time that the longest turn takes; played again, as what else the process does adds to single plays alone. */
async function partOfLongestTurn(work: () => Promise<unknown>): Promise<number> {
  let least = 1
  for (let play = 0; play < 5 && least >= mostOfAll; play += 1) {
    const longest = longestTurn()
    const all = await processorMs(work)
    least = Math.min(least, longest() / all)
  }
  return least
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
    expect(await partOfLongestTurn(() => createShelfNames(catalogue, snapshotId).ready())).toBeLessThan(mostOfAll)
    const names = createShelfNames(catalogue, snapshotId)
    await names.ready()
    expect(names.calledAll().categories).toHaveLength(2 * categories)
    const ids = catalogue.snapshots.changedAfter(snapshotId)
    const { signal } = new AbortController()
    const ordered = () => returning(catalogue, { snapshotId, signal }, ids)
    expect(await partOfLongestTurn(ordered)).toBeLessThan(mostOfAll)
    expect(await ordered()).toHaveLength(categories)
  } finally {
    await snapshots.stop()
    await mugs.changes.stop()
    mugs.close()
  }
})
