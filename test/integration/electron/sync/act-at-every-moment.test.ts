import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../electron/shared/errors'
import type { ProductDetail } from '../../../../electron/shared/product'
import { expectSame } from '../../../support/fault-matrix'
import { openAtMoment, moments, type AtMoment, type Moment } from '../../../support/moments'
import { matrixWrites, type MatrixCell, type MatrixWrite } from '../../../support/matrix-writes'
import { pngBytes } from '../../../support/picture-files'
import { playing } from '../../../support/playing'
import { createShown } from '../../../support/solo/shown'
import { comparable, readState } from '../../../support/stored-product'

// Every kind of write, and what its owner does about it at every moment of its way. What the person was told has happened; the end is
// what the screen showed after the act.

/** The write has not left yet: whatever is taken back or held now stays out of the store. */
const early: readonly Moment[] = ['before the read', 'during the read', 'between read and write']

type Bench = AtMoment & { shown: ReturnType<typeof createShown>; number: number }
type Act = {
  name: string
  run: (bench: Bench, setId: number) => void
  keepsOut: boolean
  release?: (bench: Bench, setId: number) => void
}

const acts: Act[] = [
  { name: 'taken back', keepsOut: true, run: ({ synced }, setId) => void synced.session.changes.revert(setId) },
  {
    name: 'held, and let go',
    keepsOut: true,
    run: ({ synced }, setId) => void synced.session.changes.hold(setId, true),
    release: ({ synced }, setId) => void synced.session.changes.hold(setId, false),
  },
  {
    name: 'all held, and let go',
    keepsOut: true,
    run: ({ synced }) => void synced.session.changes.holdAll(true),
    release: ({ synced }) => void synced.session.changes.holdAll(false),
  },
  {
    name: 'taken back and done again',
    keepsOut: false,
    run({ synced }, setId) {
      const { changeSetId } = synced.session.changes.revert(setId)
      synced.session.changes.redo({ setId, revertSetId: changeSetId })
    },
  },
]

/** The others are for `npm run soak`. */
const playedActs = playing.isSoak ? acts : acts.slice(0, 2)
const played = playing.count('acts at a moment of a write')

/** What the app refuses in words has not happened. */
function isTold(run: () => void): boolean {
  try {
    run()
    return true
  } catch (problem) {
    if (problem instanceof AppError && problem.code !== 'internal') return false
    throw problem
  }
}

/** No one sees what an option or a choice was called before: that goes to the store with its rename. */
function fieldsAsShown({ fields, readOnly }: ProductDetail): unknown {
  const variations = readOnly.variations.map(({ options, own }) => {
    // Ecwid gives it to each variation that is made.
    const { outOfStockVisibilityBehaviour: _, ...rest } = own
    return { options, own: rest }
  })
  return JSON.parse(JSON.stringify({ fields, variations }), (name, value: unknown) =>
    name === 'formerly' ? undefined : value,
  )
}

const storedOf = async ({ synced }: Bench, ecwidId: number) => {
  const product = (await readState(synced.store)).products.find(({ id }) => id === ecwidId)
  return product && comparable(product)
}

async function cell(bench: Bench, write: MatrixWrite, row: { id: number; ecwidId: number }, moment: Moment, act: Act) {
  const { synced, shown } = bench
  bench.number += 1
  const detail = synced.session.product(row.id)
  const link = { url: '', sha256: '' }
  const stage = async () =>
    (
      await synced.staging.stageBytes(
        'm.png',
        pngBytes(6, 4 + Math.floor(bench.number / 250), { shade: bench.number % 250 }),
      )
    ).hash
  const categories = synced.session.snapshot().categories.map(({ id }) => id)
  const made: MatrixCell = { productId: row.id, detail, number: bench.number, stage, link, categories }
  const { operations } = await write.plan(made)
  await shown.inStore(row.ecwidId)
  const before = await storedOf(bench, row.ecwidId)
  let setId = 0
  let told = false
  let fields = fieldsAsShown(detail)
  let pictures = detail.pictures
  const isMet = await bench.play(
    row.ecwidId,
    moment,
    () =>
      (setId =
        synced.session.changes.apply({ source: 'form', label: { code: 'text', text: write.name }, operations })
          .changeSetId ?? 0),
    () => {
      told = isTold(() => act.run(bench, setId))
      fields = fieldsAsShown(synced.session.product(row.id))
      pictures = synced.session.product(row.id).pictures
    },
  )
  // What is added without a look at what is there.
  if (!isMet) return expect(['upload, gallery', 'a file more']).toContain(write.name)
  if (told && act.keepsOut && early.includes(moment))
    expect(await storedOf(bench, row.ecwidId), 'the store').toEqual(before)
  act.release?.(bench, setId)
  await synced.settled()
  await shown.inStore(row.ecwidId)
  expect(synced.catalogue.changes.openOf('product', row.id), 'left in the queue').toEqual([])
  await expectSame(synced, row.id, row.ecwidId)
  expect(fieldsAsShown(synced.session.product(row.id)), 'fields, as they were shown').toEqual(fields)
  expect(shown.onScreen(synced.session, row.id).pictures, 'pictures, as they were shown').toEqual(
    shown.picturesAs(pictures),
  )
  if (early.includes(moment)) expect(told, 'nothing has left, so it can be done').toBe(true)
}

// Those that a link needs are played by the fault matrix; a switch of texts is as one field.
const writes = matrixWrites.filter(({ name }) => name !== 'upload, by address')

describe.concurrent('whenever its owner acts, the end is what the screen showed:', { timeout: playing.timeout }, () => {
  it.each(writes)('$name', async (write) => {
    const at = await openAtMoment()
    const bench: Bench = { ...at, shown: createShown(at.synced.store), number: 0 }
    const problems: string[] = []
    try {
      await at.synced.pull()
      const rows = at.synced.catalogue.search({}, 0, 200).rows.filter(write.fits)
      const cells = moments.flatMap((moment) => playedActs.map((act) => ({ moment, act })))
      expect(rows.length).toBeGreaterThanOrEqual(cells.length)
      const subjects = rows.slice(0, cells.length).map(({ id, ecwidId }) => ({ id, ecwidId: ecwidId! }))
      for (const { ecwidId } of subjects) await write.prepare?.(at.synced, ecwidId)
      await at.synced.pull()
      for (const [index, { moment, act }] of cells.entries()) {
        const problem = await cell(bench, write, subjects[index]!, moment, act).then(
          () => null,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        )
        played.add()
        if (problem !== null) problems.push(`${act.name} ${moment}: ${problem}`)
      }
    } finally {
      await at.synced.close()
    }
    expect(problems).toEqual([])
  })
})
