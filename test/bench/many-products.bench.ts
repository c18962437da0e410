import { test } from '@playwright/test'
import { setTimeout as after } from 'node:timers/promises'
import { toSet } from '../../electron/shared/change-address'
import type { ProposalState } from '../../electron/shared/proposal'
import { median, percentile, report } from '../support/bench-table'
import { startDemoStore } from '../support/demo-store-process'
import { openBenchSession } from './bench-session'
import { searchTexts } from './search-texts'
import { takenBack } from './taken-back'

const products = 20_000
const rounds = 2
/** A letter is typed so often while many products are written. */
const letterEveryMs = 60

const label = { code: 'text', text: 'Bench' } as const
type Bench = ReturnType<typeof openBenchSession>

const fields = ['price', 'costPrice', 'subtitle'] as const
const changed = fields.length * products

test(`${changed} changes of ${products} products, from the question to the end of the yes`, async () => {
  const store = await startDemoStore(['--products', String(products), '--rate-limit', '0'])
  const bench = openBenchSession(store)
  try {
    bench.session.startPulling()
    await bench.until(({ sync }) => sync?.phase === 'idle')
    bench.session.changes.holdAll(true)
    const [idle, planned, written, bare] = [[], [], [], []] as number[][]
    await searching(bench, after(3000), idle!)
    const meanwhile: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await searching(bench, manyProducts(bench, round, planned!, written!), meanwhile)
      bare!.push(bareTransaction(bench))
    }
    report({
      name: `${changed} changes of ${products} products planned and written`,
      value: median(planned!) + median(written!),
      yardstick: { name: 'a bare transaction that writes the same rows', value: median(bare!) },
      unit: 's',
      goal: { ratioAtMost: 3 },
    })
    report({
      name: `a search while ${changed} changes are planned and written (${meanwhile.length}), in one process, p95`,
      value: percentile(meanwhile, 0.95),
      yardstick: { name: `a search at rest (${idle!.length}), p95`, value: percentile(idle!, 0.95) },
      unit: 'ms',
      goal: { atMost: 16 },
    })
  } finally {
    await bench.close()
    await store.stop()
  }
})

/** Three fields of each product. Seconds until the review is there, and until all of it is written. */
async function manyProducts({ session }: Bench, round: number, planned: number[], written: number[]): Promise<void> {
  const { proposals } = session
  const reaches = async (state: ProposalState) => {
    while (proposals.current()?.state !== state) await after(10)
  }
  const start = performance.now()
  const values = { price: 1000 + round, costPrice: 500 + round, subtitle: `Round ${round}` }
  const { id } = proposals.propose({ selection: { query: {}, except: [] }, action: { kind: 'set', fields: values } })
  await reaches('ready')
  planned.push((performance.now() - start) / 1000)
  const yes = performance.now()
  proposals.apply(id)
  await reaches('applied')
  written.push((performance.now() - yes) / 1000)
}

/** Letter by letter, until the work has ended: ms from when the letter was due until its rows are there. */
async function searching({ session }: Bench, work: Promise<unknown>, times: number[]): Promise<void> {
  let isOver = false
  const ended = work.finally(() => void (isOver = true))
  const letters = Object.values(searchTexts)
    .flat()
    .flatMap((text) => [...text].map((_, at) => text.slice(0, at + 1)))
  for (let at = 0; !isOver; at += 1) {
    const due = performance.now() + letterEveryMs
    await after(letterEveryMs)
    session.reads.search({ text: letters[at % letters.length] ?? '' }, 0, 100)
    times.push(performance.now() - due)
  }
  await ended
}

/** The rows of the review, of the changes and of the list, in seconds. */
function bareTransaction(bench: Bench): number {
  const ofAll = { variationId: null, variation: null, reason: null, follows: null, warnings: [], weight: 1 } as const
  return takenBack(bench, products, ({ changes, products: table, proposals, proposedEdits }, known) => {
    const ids = known.map(({ id }) => id)
    const proposalId = proposals.add('{}', 0, ids)
    const setId = changes.insertSet({ source: 'bulk', label, createdAt: 0, revertOf: null })
    known.forEach(({ id, name, product }, at) => {
      const edits = fields.map((field) => ({ ...ofAll, field, before: 1, after: 2, standing: 'in' as const }))
      proposedEdits.add(proposalId, at, id, edits)
      for (const field of fields) {
        changes.insert(setId, { ...toSet(field), productId: id, productName: name, before: 1, after: 2 })
      }
      proposedEdits.settle(proposalId, id, null)
      table.index(id, product, { state: 'waiting', hidden: false })
    })
  })
}
