// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { AppError } from '../../../../electron/shared/errors'
import type { ImportLook, ImportMatched } from '../../../../electron/shared/import'
import type { ColumnNotes, TableShape } from '../../../../electron/shared/table'
import {
  askedColumns,
  backToColumns,
  closeImport,
  lookAgain,
  lookAtCells,
  noteImportProgress,
  proposeImport,
  setEmpties,
  setTarget,
  takeAlone,
  useImportsStore,
} from '../../../../renderer/stores/imports-store'
import { noteProposal, useBulkStore } from '../../../../renderer/stores/bulk-store'
import { useViewStore } from '../../../../renderer/stores/view-store'
import { aProposal } from '../../../support/a-proposal'
import { installFakeBridge } from '../../../support/fake-bridge'

type Decimal = ColumnNotes['numbers']['decimal']

const notesOf = (decimal: Decimal): ColumnNotes => ({
  filled: 2,
  numbers: { count: 2, decimal, against: 0, examples: [] },
  dates: { count: 0, order: 'any', examples: [] },
  yesNo: 0,
  damage: [],
})

const shape: TableShape = {
  format: 'text',
  sheets: [],
  sheet: null,
  encoding: 'utf-8',
  separator: ';',
  headerRow: 1,
  header: ['Price', 'List'],
  columns: ['Price', 'List'],
}

/** A table of a price, which may be read in two ways, and a compare-to price; of the price a comma was chosen last time. */
async function looked(compareTo: Decimal) {
  const look: ImportLook = {
    name: 'prices.csv',
    shape,
    targets: ['price', 'compareToPrice'],
    known: [],
    listsAll: false,
    asLast: { at: 1, targets: ['price', 'compareToPrice'], decimals: [',', null], empties: [] },
    notes: [notesOf('ask'), notesOf(compareTo)],
    examples: [['1.299'], ['2.50']],
    rows: 2,
  }
  installFakeBridge({ 'imports.look': () => look })
  useViewStore.setState({ connectionId: 'shop' })
  await lookAtCells('a')
  return useImportsStore.getState().importing!
}

it('takes the sign of last time where the file leaves open what its numbers mean', async () => {
  const importing = await looked('any')
  expect([importing.asked.decimals, askedColumns(importing)]).toEqual([[',', null], []])
})

it('believes the other columns of the file before the sign of last time', async () => {
  const importing = await looked('.')
  expect([importing.asked.decimals, askedColumns(importing)]).toEqual([[null, null], []])
})

it('keeps what two columns are said to hold until one of them is taken alone', async () => {
  await looked('any')
  setEmpties(0, true)
  setTarget(1, 'price')
  expect(useImportsStore.getState().importing?.asked.targets).toEqual(['price', 'price'])
  takeAlone(1)
  expect(useImportsStore.getState().importing?.asked).toMatchObject({
    targets: [null, 'price'],
    empties: [false, false],
  })
})

it('reads a table that could not be read once more, by what is said of it then', async () => {
  const asked: unknown[] = []
  installFakeBridge({
    'imports.look': ({ choices }) => {
      asked.push(choices)
      throw new AppError('invalid-input', 'A quote is not closed.')
    },
  })
  useImportsStore.setState({ importing: null })
  useViewStore.setState({ connectionId: 'shop' })
  await lookAtCells('a')
  await lookAgain({ quotes: 'ignored' })
  expect(asked).toEqual([{}, { quotes: 'ignored' }])
})

it('shows how far picture files are looked at, and ends that where the import is closed', async () => {
  await looked('.')
  const cancelled: unknown[] = []
  installFakeBridge({
    'bulk.current': () => null,
    'imports.propose': () => new Promise<never>(() => {}),
    'imports.cancel': (input) => (cancelled.push(input), null),
  })
  void proposeImport()
  await expect.poll(() => useImportsStore.getState().isBusy).toBe(true)
  noteImportProgress({ connectionId: 'another', progress: { done: 1, total: 9 } })
  expect(useImportsStore.getState().progress).toBeNull()
  noteImportProgress({ connectionId: 'shop', progress: { done: 3, total: 9 } })
  expect(useImportsStore.getState().progress).toEqual({ done: 3, total: 9 })
  closeImport()
  expect(cancelled).toEqual([{ connectionId: 'shop' }])
  expect(useImportsStore.getState()).toMatchObject({ isOpen: false, isBusy: false, progress: null })
})

const noMatches: ImportMatched = {
  proposal: null,
  products: 1,
  added: 0,
  categories: 0,
  variations: 0,
  withoutSku: { count: 0, first: [] },
  newCategories: { update: [], add: [], both: [] },
  rows: 2,
  unmatched: 1,
  tableId: 1,
  first: [],
}

it('asks about another review once, and about the one that it just made itself not at all', async () => {
  await looked('.')
  const proposal = aProposal({ id: 5, action: { kind: 'import', file: 'prices.csv' } })
  const discarded: unknown[] = []
  const bridge = installFakeBridge({
    'imports.propose': () => ({ ...noMatches, proposal }),
    'bulk.discard': (input) => (discarded.push(input.proposalId), null),
  })
  const proposed = () => bridge.asked.filter(({ name }) => name === 'imports.propose').length
  noteProposal(aProposal({ action: { kind: 'delete' } }))
  void proposeImport()
  useBulkStore.getState().question?.answer(true)
  await expect.poll(() => useImportsStore.getState().importing?.matched?.proposal?.id).toBe(5)
  setTarget(1, null)
  void proposeImport()
  await expect.poll(proposed).toBe(2)
  setTarget(1, 'price')
  closeImport()
  expect(discarded).toEqual([5])
})

it('goes back to the columns with what was chosen, and lets the review go where the next one says nothing', async () => {
  await looked('.')
  const proposal = aProposal({ id: 6, action: { kind: 'import', file: 'prices.csv' } })
  const discarded: unknown[] = []
  let next: ImportMatched = { ...noMatches, proposal }
  installFakeBridge({
    'bulk.current': () => null,
    'imports.propose': () => next,
    'bulk.discard': (input) => (discarded.push(input.proposalId), null),
  })
  const matched = () => useImportsStore.getState().importing?.matched
  setTarget(1, 'costPrice')
  await proposeImport()
  expect(matched()?.proposal?.id).toBe(6)
  backToColumns()
  expect(useImportsStore.getState()).toMatchObject({
    importing: { matched: null, asked: { targets: ['price', 'costPrice'] } },
  })
  expect(discarded).toEqual([])
  next = noMatches
  await proposeImport()
  expect([matched()?.proposal, discarded]).toEqual([null, [6]])
})
