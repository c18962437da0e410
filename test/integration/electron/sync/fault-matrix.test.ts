import { afterAll, describe, expect, it } from 'vitest'
import { openMatrixBench, type MatrixBench } from '../../../support/fault-matrix'
import { matrixFaults, type MatrixFault } from '../../../support/matrix-faults'
import { categoryWrites } from '../../../support/matrix-categories'
import { typeWrites } from '../../../support/matrix-types'
import { matrixWrites } from '../../../support/matrix-writes'
import { playing } from '../../../support/playing'
import { reliabilityTable, writeReliabilityTable } from '../../../support/reliability-table'

// One test for each kind of write; inside, every fault on a product of its own. STOCKROOM_WRITE_TABLE=1 keeps the table.

const outcomes = new Map<string, Map<string, boolean>>()
const names = [
  'create',
  'create, with a picture',
  'delete',
  ...[...matrixWrites, ...categoryWrites, ...typeWrites].map(({ name }) => name),
]
for (const name of names) outcomes.set(name, new Map())

afterAll(() => {
  const table = reliabilityTable(outcomes)
  console.log(`\nEach effect of a write exactly once, after each fault:\n\n${table}\n`)
  if (process.env.STOCKROOM_WRITE_TABLE) writeReliabilityTable(table)
})

type Cell = (bench: MatrixBench, fault: MatrixFault, at: number) => Promise<void>

const cells = playing.count('cells of the fault matrix')

/** Runs all faults of one kind of write, and only then complains, so that the table is whole. */
async function row(name: string, prepare: (bench: MatrixBench) => Promise<Cell>): Promise<void> {
  const bench = await openMatrixBench()
  const problems: string[] = []
  try {
    const cell = await prepare(bench)
    for (const [at, fault] of matrixFaults.entries()) {
      const problem = await cell(bench, fault, at).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      )
      cells.add()
      outcomes.get(name)?.set(fault.name, problem === null)
      if (problem !== null) problems.push(`${fault.name}: ${problem}`)
    }
  } finally {
    await bench.synced.close()
  }
  expect(problems).toEqual([])
}

// Side by side, because most of the time is spent in waiting for answers that do not come.
describe.concurrent('whatever happens to its request, it is done exactly once:', () => {
  it('create', () => row('create', async () => (bench, fault) => bench.create(fault, false)))
  it('create, with a picture', () =>
    row('create, with a picture', async () => (bench, fault) => bench.create(fault, true)))
  it('delete', () =>
    row('delete', async (bench) => {
      const anyProduct = { ...matrixWrites[0]!, fits: () => true }
      const products = await bench.products(anyProduct, matrixFaults.length)
      return (_, fault, at) => bench.remove(fault, products[at]!)
    }))
  it.each(matrixWrites)('$name', (write) =>
    row(write.name, async (bench) => {
      const products = await bench.products(write, matrixFaults.length)
      return (_, fault, at) => bench.run(write, fault, products[at]!)
    }),
  )
  it.each(categoryWrites)('$name', (write) =>
    row(write.name, () => Promise.resolve((bench, fault) => bench.runOnCategory(write, fault))),
  )
  it.each(typeWrites)('$name', (write) =>
    row(write.name, () => Promise.resolve((bench, fault) => bench.runOnType(write, fault))),
  )
})
