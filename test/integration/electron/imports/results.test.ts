import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createImports } from '../../../../electron/imports/imports'
import type { ImportWhat, KeptTableRef, RowsWanted } from '../../../../electron/shared/import'
import { readWholeTable } from '../../../support/read-whole-table'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs, type Mugs } from '../changes/catalogue-of-mugs'
import { fullMug, wordsOfMugs } from './full-mug'
import { holdNothing } from './an-import'

let mugs: Mugs
let bulk: ReturnType<typeof openProposals>
let imports: ReturnType<typeof createImports>
let folder: string
const words = () => wordsOfMugs
beforeEach(() => {
  mugs = openMugs()
  folder = mkdtempSync(join(tmpdir(), 'stockroom-results-'))
  open()
})
afterEach(async () => {
  await bulk.stop()
  await mugs.changes.stop()
  mugs.close()
  rmSync(folder, { recursive: true })
})

/** As a start of the program does. */
function open() {
  bulk = openProposals({ ...mugs, words })
  imports = createImports({ catalogue: mugs.catalogue, words, proposals: bulk, holdStaged: holdNothing })
}

async function imported(lines: string[], what: ImportWhat = 'both') {
  const path = join(folder, 'prices.csv')
  writeFileSync(path, lines.join('\r\n'))
  const { targets, shape } = await imports.look(path, {})
  const matched = await imports.propose(path, { choices: {}, targets, columns: [...shape.columns], decimals: [], what })
  if (matched.proposal) await bulk.reaches('ready')
  return matched
}

let asked: string | null = null
async function saved(of: KeptTableRef, wanted: RowsWanted = 'all') {
  const path = join(folder, `${wanted}.csv`)
  const written = await imports.saveRows(of, wanted, async (name) => {
    asked = name
    return path
  })
  const { cells, columns } = await readWholeTable({ path })
  return { written, columns, cells, path, text: readFileSync(path, 'utf8') }
}

const setOf = async () => ({ changeSetId: (await bulk.applied()).changeSetId! })
const becomes = (productId: number, ...patch: Parameters<Mugs['catalogue']['changes']['update']>[1][]) =>
  mugs.openOf(productId).forEach(({ id }) => patch.forEach((each) => mugs.catalogue.changes.update(id, each)))

describe('the file of results', () => {
  it('has the rows as they stood, in order, each with what became of it', async () => {
    const [sent, waiting, refused] = [1, 2, 3].map((n) => mugs.put(n))
    mugs.put(4)
    mugs.put(5)
    await imported([
      'SKU;Note;Price',
      'M-3;=1+1;13',
      'M-1;"a;b";11',
      'NONE;;1',
      'M-2; x ;12',
      'M-4;;10',
      'M-5;;15',
      'M-6;;dear',
    ])
    bulk.leaveOut(bulk.current()!.id, { productId: mugs.catalogue.products.findByEcwidId(5)! }, true)
    const set = await setOf()
    becomes(sent!, { state: 'sent', sentAt: 1 })
    becomes(refused!, {
      state: 'refused',
      reason: { code: 'invalid-input', sentence: { says: 'text', text: 'Too dear.' } },
    })
    expect(mugs.openOf(waiting!)).toHaveLength(1)
    const { cells, columns, written, text } = await saved(set)
    expect(asked).toBe('prices – result.csv')
    expect(columns).toEqual(['Stockroom result', 'Stockroom reason', 'SKU', 'Note', 'Price'])
    expect(cells).toEqual([
      ['Refused', 'Price: Too dear.', 'M-3', '=1+1', '13'],
      ['Sent', null, 'M-1', 'a;b', '11'],
      ['Not read', 'No product has the SKU NONE.', 'NONE', null, '1'],
      ['Waiting', null, 'M-2', ' x ', '12'],
      ['Nothing new', null, 'M-4', null, '10'],
      ['Left out', null, 'M-5', null, '15'],
      ['Not read', 'No product has the SKU M-6.', 'M-6', null, 'dear'],
    ])
    expect(written).toEqual({ name: 'all.csv', rows: 7, leftOut: 0 })
    // No cell is a formula.
    expect(text).toContain(`"'=1+1"`)
  })

  it('says the same after its review is closed, and after a restart', async () => {
    mugs.put(1)
    mugs.put(2)
    mugs.put(3, fullMug)
    await imported(['SKU,Price,Categories', 'M-1,11,Garden', 'M-2,dear,', 'M-3,9.5,Cups', 'M-1-S,8.5,', 'NONE,1,'])
    const set = await setOf()
    const before = await saved(set)
    expect(before.cells.map(([result, reason]) => [result, reason])).toEqual([
      ['Refused in part', 'Categories: No category is called Garden.'],
      ['Refused', 'Price: This is no number.'],
      ['Nothing new', null],
      ['Waiting', null],
      ['Not read', 'No product has the SKU NONE.'],
    ])
    bulk.discardForGood(bulk.current()!.id)
    await bulk.untilStill()
    await bulk.stop()
    open()
    expect(mugs.catalogue.proposals.all()).toEqual([])
    expect((await saved(set)).text).toBe(before.text)
  })

  it('tells what was undone from what was done again', async () => {
    const id = mugs.put(1)
    await imported(['SKU,Price', 'M-1,11'])
    const set = await setOf()
    const result = async () => (await saved(set)).cells[0]?.[0]
    mugs.sendAll(id, { price: 11 })
    expect(await result()).toBe('Sent')
    const { changeSetId } = await mugs.changes.revertInParts(set.changeSetId)
    expect(await result()).toBe('Undone')
    mugs.sendAll(id, { price: 10 })
    await mugs.changes.revertInParts(changeSetId!)
    expect(await result()).toBe('Sent')
  })

  it('does not call undone what the store refused to take back', async () => {
    const id = mugs.put(1)
    await imported(['SKU,Price', 'M-1,11'])
    const set = await setOf()
    mugs.sendAll(id, { price: 11 })
    await mugs.changes.revertInParts(set.changeSetId)
    becomes(id, {
      state: 'refused',
      reason: { code: 'invalid-input', sentence: { says: 'text', text: 'Not now.' } },
    })
    expect((await saved(set)).cells[0]?.[0]).toBe('Sent')
  })

  it('is whole where its review is closed while a place is chosen', async () => {
    mugs.put(1)
    mugs.put(2)
    await imported(['SKU,Price', 'M-1,11', 'M-2,dear'])
    const set = await setOf()
    const before = await saved(set)
    const path = join(folder, 'late.csv')
    await imports.saveRows(set, 'all', async () => {
      bulk.discardForGood(bulk.current()!.id)
      await bulk.untilStill()
      return path
    })
    expect(readFileSync(path, 'utf8')).toBe(before.text)
  })

  it('is not written where its rows went while a place is chosen', async () => {
    mugs.put(1)
    const { tableId } = await imported(['SKU,Price', 'M-1,11'])
    const path = join(folder, 'late.csv')
    const late = imports.saveRows({ tableId }, 'all', async () => {
      bulk.discardForGood(bulk.current()!.id)
      await bulk.untilStill()
      return path
    })
    await expect(late).rejects.toThrow('This table is not here any more.')
    expect(existsSync(path)).toBe(false)
  })

  it('calls left out what was still to be written when its review was closed', async () => {
    mugs.put(1)
    const second = mugs.put(2)
    await imported(['SKU,Price', 'M-1,11', 'M-2,12'])
    const { id } = bulk.current()!
    bulk.leaveOut(id, { productId: second }, true)
    const set = await setOf()
    // As a full disk in the middle leaves it.
    mugs.catalogue.proposals.setState(id, 'ready')
    bulk.leaveOut(id, { productId: second }, false)
    bulk.discardForGood(id)
    await bulk.untilStill()
    expect((await saved(set)).cells.map(([result]) => result)).toEqual(['Waiting', 'Left out'])
  })

  it('follows new products, and tells those that were not asked for', async () => {
    mugs.put(1)
    const lines = ['SKU,Name,Price', 'N-1,Cup,4', 'M-1,,11', 'N-2,Bowl,5', 'N-3,,6']
    await imported(lines)
    bulk.leaveOut(bulk.current()!.id, { ids: [bulk.rows({ text: 'Bowl' })[0]!.id] }, true)
    const set = await setOf()
    const results = async () => (await saved(set)).cells.map(([result, reason]) => [result, reason])
    const told = [
      ['Waiting', null],
      ['Waiting', null],
      ['Left out', null],
      ['Not read', 'No product has the SKU N-3.'],
    ]
    expect(await results()).toEqual(told)
    bulk.discardForGood(bulk.current()!.id)
    await bulk.untilStill()
    expect(await results()).toEqual(told)
    await imported(['SKU,Name,Price', 'N-9,Jug,4', 'M-1,,12'], 'update')
    expect((await saved(await setOf())).cells.map(([result, reason]) => [result, reason])).toEqual([
      ['Left out', 'There is no such product, and new ones were not asked for.'],
      ['Waiting', null],
    ])
  })

  it('of cells that were pasted is a workbook', async () => {
    mugs.put(1)
    const cells = { text: 'SKU\tPrice\tNote\nM-1\t11\t"two\nlines"' }
    const { targets, shape } = await imports.look(cells, {})
    const { tableId } = await imports.propose(cells, {
      choices: {},
      targets,
      columns: [...shape.columns],
      decimals: [],
      what: 'update',
    })
    await bulk.reaches('ready')
    expect(bulk.current()?.action).toEqual({ kind: 'import', file: 'Pasted table' })
    const path = join(folder, 'back.xlsx')
    await imports.saveRows({ tableId }, 'all', async (name) => {
      asked = name
      return path
    })
    expect(asked).toBe('Pasted table – result.xlsx')
    expect((await readWholeTable({ path })).cells).toEqual([['Waiting', null, 'M-1', '11', 'two\nlines']])
  })

  it('goes with a review that is discarded, and is not asked for a place where there is nothing to save', async () => {
    mugs.put(1)
    const { tableId } = await imported(['SKU,Price', 'M-1,11'])
    asked = null
    await expect(saved({ tableId }, 'unread')).rejects.toThrow('All rows of this table were read.')
    expect(asked).toBeNull()
    bulk.discardForGood(bulk.current()!.id)
    await bulk.untilStill()
    await expect(saved({ tableId })).rejects.toThrow('This table is not here any more.')
    expect(existsSync(join(folder, 'all.csv'))).toBe(false)
  })
})

describe('the failed rows', () => {
  it('are mended and imported again, and what the file says of them is no column', async () => {
    mugs.put(1)
    mugs.put(2)
    await imported(['SKU,Price', 'M-1,11', 'M-2,dear', 'M-X,3'])
    const { text, path } = await saved(await setOf(), 'failed')
    writeFileSync(path, text.replace('dear', '12').replace('"M-X"', '"M-1"'))
    const { targets, shape } = await imports.look(path, {})
    expect(targets).toEqual([null, null, 'sku', 'price'])
    await imports.propose(path, { choices: {}, targets, columns: [...shape.columns], decimals: [], what: 'update' })
    await bulk.reaches('ready')
    expect(bulk.rows().map(({ sku, after, standing }) => [sku, after, standing])).toEqual([
      ['M-2', 12, 'in'],
      ['M-1', 3, 'in'],
    ])
    expect((await saved(await setOf())).columns).toEqual(['Stockroom result', 'Stockroom reason', 'SKU', 'Price'])
  })

  it('with too many cells stay rows with too many cells', async () => {
    mugs.put(1)
    const { tableId } = await imported(['SKU,Price', 'M-1,1,299', 'M-2,5', 'M-1,5'])
    const { path } = await saved({ tableId }, 'unread')
    const again = await readWholeTable({ path })
    expect(again.rows.map(({ doubt }) => doubt)).toEqual(['too-many-cells', null])
    mugs.put(2)
    const one = await imported(['SKU,Price', 'M-1,1,299', 'M-1,5', 'M-2,5'])
    const alone = await readWholeTable({ path: (await saved({ tableId: one.tableId }, 'unread')).path })
    expect(alone.rows.map(({ doubt }) => doubt)).toEqual(['too-many-cells'])
  })
})
