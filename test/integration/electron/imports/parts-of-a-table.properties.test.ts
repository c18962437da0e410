import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createImports } from '../../../../electron/imports/imports'
import { readDelimited } from '../../../../electron/shared/delimited'
import { openExports } from '../../../support/an-export'
import { readState, type StoredProduct } from '../../../support/stored-product'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'
import { openProposals } from '../bulk/proposals-of-mugs'

// Some rows and some columns of an exported table, a few cells of them changed, are imported and sent: nothing else in the store changes.

let shop: SyncedStore
let bulk: ReturnType<typeof openProposals>
let exports: ReturnType<typeof openExports>
let folder: string
beforeEach(async () => {
  shop = await openSyncedStore({ products: 8 })
  await shop.pull()
  bulk = openProposals({ catalogue: shop.catalogue, ...shop.session, words: shop.session.snapshot })
  exports = openExports({ catalogue: shop.catalogue, words: shop.session.snapshot })
  folder = mkdtempSync(join(tmpdir(), 'stockroom-parts-'))
})
afterEach(async () => {
  await exports.close()
  await bulk.stop()
  await shop.close()
  rmSync(folder, { recursive: true })
})

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
function written(rows: readonly (readonly string[])[]): string {
  const path = join(folder, 'some.csv')
  writeFileSync(path, rows.map((row) => row.map(quoted).join(',')).join('\r\n'))
  return path
}
const importing = () =>
  createImports({
    catalogue: shop.catalogue,
    words: shop.session.snapshot,
    proposals: bulk,
    holdStaged: () => ({ stage: shop.staging.stage, end: () => {} }),
  })

/** What tells what a row is about. */
const isKey = (path: string | null): boolean =>
  path !== null && /^(row|id|variationId|variationSku|sku|option\..*)$/.test(path)
/** What only means something together. */
const together = (path: string): string =>
  path.startsWith('category.') ? 'categories' : /^(quantity|!?unlimited)$/.test(path) ? 'stock' : path

/** What else is typed into a cell, and what it makes of the product in the store. */
const edits: Record<string, { typed: (cell: string) => string; made: (product: StoredProduct, text: string) => void }> =
  {
    name: {
      typed: (cell) => `${cell}, new`,
      made: (product, text) => Object.assign(product, { name: text, ...inEnglish(product, 'nameTranslated', text) }),
    },
    price: {
      typed: (cell) => (Number(cell) + 1.5).toFixed(2),
      made: (product, text) => Object.assign(product, { price: Number(text) }),
    },
    description: {
      typed: (cell) => `${cell}<p>More</p>`,
      made: (product, text) =>
        Object.assign(product, { description: text, ...inEnglish(product, 'descriptionTranslated', text) }),
    },
  }
const inEnglish = (product: StoredProduct, field: string, en: string) =>
  product[field] ? { [field]: { ...(product[field] as object), en } } : {}

/** Without what the store notes of each write. */
const unstamped = (products: readonly StoredProduct[], edited: ReadonlySet<number>) =>
  products.map(({ updateTimestamp, ...product }) =>
    edited.has(product.id) ? product : { ...product, updateTimestamp },
  )

type Chance = () => number

/** Some rows and columns of a table, cells of which are changed here and there; the products as they are to be. */
async function partOf(name: string, products: StoredProduct[], chance: Chance) {
  const [header = [], ...rows] = readDelimited(exports.text(name).replace(/^\ufeff/, ''), ',')
  const { targets } = await importing().look(exports.fileOf(name), {})
  const coins = new Map<string, boolean>()
  const isIn = (path: string | null, at: number): boolean => {
    if (isKey(path)) return true
    const key = path === null ? `at ${at}` : together(path)
    coins.set(key, coins.get(key) ?? chance() % 2 === 0)
    return coins.get(key) === true
  }
  const columns = header.flatMap((_, at) => (isIn(targets[at] ?? null, at) ? [at] : []))
  const some = rows.filter(() => chance() % 2 === 0)
  const edited = new Set<number>()
  const [ofRow, ofId] = ['row', 'id'].map((path) => targets.indexOf(path)) as [number, number]
  for (const row of some) {
    const product = products.find(({ id }) => String(id) === row[ofId])!
    if (!/^product$/i.test(row[ofRow]!)) continue
    for (const at of columns) {
      const edit = edits[targets[at] ?? '']
      if (!edit || row[at] === '' || chance() % 4 > 0) continue
      row[at] = edit.typed(row[at]!)
      edit.made(product, row[at])
      edited.add(product.id)
    }
  }
  const part = [header, ...some].map((row) => columns.map((at) => row[at] ?? ''))
  return { part, expected: products, edited }
}

const format = fc.constantFrom('csv' as const, 'ecwid' as const)

it('some rows and columns of a table change what was typed into them in the store, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(format, fc.infiniteStream(fc.nat(99)), async (as, chances) => {
      await exports.written(`all ${as}.csv`, { format: as })
      const before = await readState(shop.store)
      const chance = () => chances.next().value
      const { part, expected, edited } = await partOf(`all ${as}.csv`, structuredClone(before.products), chance)
      // A header alone is refused.
      fc.pre(part.length > 1)
      const path = written(part)
      const imports = importing()
      const { targets, shape, listsAll } = await imports.look(path, {})
      const decimals = shape.columns.map(() => '.' as const)
      const asked = {
        choices: {},
        targets,
        columns: [...shape.columns],
        decimals,
        what: 'both' as const,
        replacesLists: listsAll,
      }
      const { proposal, added, variations } = await imports.propose(path, { ...asked, makesCategories: true })
      expect({ added, variations }).toEqual({ added: 0, variations: 0 })
      if (proposal && (await bulk.reaches('ready')).products > 0) await bulk.applied()
      else if (proposal) bulk.discard(proposal.id)
      await shop.settled()
      const after = await readState(shop.store)
      expect(unstamped(after.products, edited)).toEqual(unstamped(expected, edited))
      expect({ ...after, products: [] }).toEqual({ ...before, products: [] })
    }),
    { numRuns: Number(process.env['STOCKROOM_RUNS'] ?? 6) },
  )
})
