import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { RemoteShelf } from '../../../../electron/shared/remote-shelf'
import { openSnapshots } from '../../../support/kept-snapshots'
import { categoriesAre } from '../../../support/shelves'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'

// Hundreds of categories go back, and one of them is saved before its turn has come.

const many = 300
let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let snapshots: ReturnType<typeof openSnapshots>
let snapshotId: number

const shelves = (name: string): RemoteShelf[] =>
  Array.from({ length: many }, (_, at) => ({ id: at + 1, name: `${name} ${at + 1}`, parentId: 0, orderBy: at }))
const names = () => mugs.catalogue.categories.list().map(({ name }) => name)

beforeEach(async () => {
  mugs = openMugs()
  snapshots = openSnapshots(mugs.catalogue)
  bulk = openProposals(mugs)
  categoriesAre(mugs.catalogue, shelves('Then'))
  await snapshots.take({ code: 'by-hand' })
  snapshotId = snapshots.all().list[0]!.id
  categoriesAre(mugs.catalogue, shelves('Now'))
})
afterEach(async () => {
  await snapshots.stop()
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
})

it('what is saved of a category while others go back stays, and the rest of it goes back too', async () => {
  const action = { kind: 'put-back', snapshotId, fields: null, stock: false, deletes: false } as const
  bulk.propose({ selection: { snapshotId }, action })
  await bulk.reaches('ready')
  bulk.apply(bulk.current()!.id)
  while (!names().includes('Then 1')) await setImmediate()
  expect(names()).toContain(`Now ${many}`)
  mugs.apply({ kind: 'category.update', categoryId: many, fields: { name: 'By hand' } })
  await bulk.reaches('applied')
  expect(names()).toEqual([...Array.from({ length: many - 1 }, (_, at) => `Then ${at + 1}`), 'By hand'])
})
