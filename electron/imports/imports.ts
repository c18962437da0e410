import { basename } from 'node:path'
import type { Proposals } from '../bulk/proposals'
import type { Catalogue } from '../catalogue/catalogue'
import { createPacer } from '../changes/pacer'
import { AppError } from '../shared/errors'
import { foldText } from '../shared/fold-text'
import type { StoreWords } from '../shared/fields/kind'
import type { Said } from '../shared/imported'
import type {
  ImportAsked,
  ImportLook,
  ImportMatched,
  ImportWhat,
  KeptTableRef,
  LastChoices,
  RowsWanted,
  UnmatchedRow,
} from '../shared/import'
import { codePaths, isAboutRow, keysOf, optionPrefix, type ImportKey } from '../shared/product-table/import-keys'
import { guessTargets, optionTargets, targetsOf } from '../shared/product-table/column-names'
import type { TableChoices, TableRow } from '../shared/table'
import { decimalsOf } from '../shared/product-table/target-kind'
import { columnNotes } from '../tables/columns/column-notes'
import type { Table } from '../tables/open-table'
import { createGathering } from './gather'
import { createKeeping } from './keep-rows'
import { createLastChoices } from './last-choices'
import { isCategoryPlace, listedCategories } from './listed-categories'
import { createMatching, type Known, type Match } from './match-row'
import { createNewRows } from './new-row'
import { rowCommand, saidDelete, whyNotDeleted } from './row-command'
import { createNewCategories } from './new-categories'
import { emptied, namesOf, readCell, textOf, type Reading } from './read-cell'
import { createVariationNews } from './variation-news'
import { saveRows, type Place } from './save-rows'

type Gathering = ReturnType<typeof createGathering>
type Parts = {
  catalogue: Catalogue
  words: () => StoreWords
  proposals: Pick<Proposals, 'proposeImport'>
  now?: () => number
}

/** The path of a file, or cells that were pasted. */
type TableFrom = string | { text: string }
const nameOf = (from: TableFrom): string => (typeof from === 'string' ? basename(from) : 'Pasted table')

const examplesShown = 3
const unmatchedShown = 100

/** Tables of products: what they are, which product each row is about, and what becomes of it. */
export function createImports({ catalogue, words, proposals, now = Date.now }: Parts) {
  const newRows = createNewRows(catalogue)
  const lastChoices = createLastChoices(catalogue, now)

  /** What it is about, or why nothing is taken of it. */
  function takeRow(row: TableRow, columns: readonly Column[], { key, match, gathered, ofVariation }: Taking): Match {
    if (row.doubt !== null) return { why: doubts[row.doubt] }
    const { said, news, isUnread, command, ...known } = ofRow(row, columns, key)
    if (isUnread) return { why: 'Rows of options, files and categories of Ecwid’s own files are not read.' }
    if (typeof command === 'object' && command !== null) return command
    if (command === 'ignore') return { why: 'The row says to ignore it.', isMeant: true }
    const found = match(known)
    if (!('why' in found)) {
      if (command === 'new') return { why: 'The product is there already, and the row says NEW.' }
      if (command === 'delete' && known.sku === '' && key.key !== 'id')
        return { why: 'Name its SKU as well, so that it is certain which product is deleted.' }
      return command === 'delete'
        ? takeDelete(found, known, gathered)
        : gathered.add(found, ofVariation(found, news, known))
    }
    const isNew = found.isAbsent && (command === null || command === 'new') && newRows.canBeMade(known, said)
    if (!isNew) return found
    const doubt = newRows.doubt(known)
    return doubt === null ? gathered.addNew(known.sku, said) : { why: doubt }
  }

  function takeDelete(found: Found, known: Known, gathered: Gathering): Match {
    const why = whyNotDeleted(found, known, catalogue.products.row(found.productId))
    return why === null ? gathered.add(found, [saidDelete]) : { why }
  }

  return {
    async look(from: TableFrom, choices: TableChoices): Promise<ImportLook> {
      const { table, notes, examples, rows } = await readThrough(from, choices)
      const { portions: _, ...shape } = table
      const known = [...targetsOf(words(), shape.columns), ...optionTargets(shape.columns)]
      const targets = guessTargets(shape.columns, known)
      const asLast = asLastTime(lastChoices.of(shape), { targets, known })
      return { name: nameOf(from), shape, targets, known, asLast, notes, examples, rows }
    },

    /** Throws AppError 'invalid-input' where numbers of a column have to be asked about first. */
    async propose(
      from: TableFrom,
      {
        choices,
        targets,
        decimals,
        columns: columnNames,
        empties = [],
        what,
        makesCategories,
        key: wantedKey,
      }: Omit<ImportAsked, 'file'>,
    ): Promise<ImportMatched> {
      const { table, notes } = await readThrough(from, choices)
      if (JSON.stringify(table.columns) !== JSON.stringify(columnNames)) throw changed()
      const known = targetsOf(words(), columnNames)
      const keys = keysOf(targets, known)
      const key = (wantedKey && keys.includes(wantedKey) ? wantedKey : keys[0]) ?? 'sku'
      const [names, categories] = [namesOf(words()), createNewCategories(words())]
      const signs = decimalsOf(notes, targets, decimals)
      const columns = targets.flatMap((target, at): Column[] => {
        const decimal = signs[at] ?? '.'
        if (decimal === 'ask')
          throw new AppError('invalid-input', 'Say first what the numbers mean that can be read in two ways.')
        const reading = { decimal, names, profile: words().profile, newCategory: categories.idOf }
        return target === null ? [] : [{ target, at, empties: empties[at] === true, reading }]
      })
      const [match, gathered] = [createMatching(catalogue, key), createGathering()]
      const newsOfVariation = createVariationNews(catalogue, words())
      const taking: Taking = {
        key: { key, codes: codePaths(known) },
        match,
        gathered,
        ofVariation: ({ productId, variationId }, news, { kind }) =>
          kind === 'ecwid-variation' && variationId !== null ? newsOfVariation({ productId, variationId }, news) : news,
      }
      const first: UnmatchedRow[] = []
      const { separator, header } = table
      // What is pasted comes out of a program for tables, and goes back there.
      const format = typeof from === 'string' ? table.format : 'xlsx'
      const kept = createKeeping(catalogue, { name: nameOf(from), format, separator, header, columns: columnNames })
      let [rows, unmatched] = [0, 0]
      await eachRow(table, (row) => {
        rows += 1
        const found = takeRow(row, columns, taking)
        const why = 'why' in found ? found.why : null
        const isMeant = 'isMeant' in found && found.isMeant === true
        const kind = 'why' in found ? { of: isMeant ? nothing : null, why } : { of: found, why: aside(found, what) }
        kept.add({ row: row.row, cells: row.cells, ...kind })
        if (why === null || isMeant) return
        unmatched += 1
        if (first.length < unmatchedShown) first.push({ row: row.row, why })
      })
      kept.end()
      const asked = new Map(
        [...gathered.of(what)].map(([id, each]) => [id, makesCategories ? each : categories.unmade(each)]),
      )
      lastChoices.note({
        header,
        columns: columnNames,
        targets,
        decimals,
        empties,
        ...(wantedKey && { key: wantedKey }),
      })
      const made = makesCategories ? categories.usedBy(asked.values()) : []
      const said = { said: asked, newCategories: made, keptTableId: kept.tableId }
      const proposal = asked.size > 0 ? proposals.proposeImport(nameOf(from), said) : null
      const pathsOf = (of: ImportWhat) => categories.usedBy(gathered.of(of).values()).map((each) => each.path)
      const newCategories = { update: pathsOf('update'), add: pathsOf('add'), both: pathsOf('both') }
      return { proposal, ...gathered.counts(), newCategories, rows, unmatched, tableId: kept.tableId, first }
    },

    /** Writes rows of a table that was imported into a file of their own; null: its owner chose no place. */
    saveRows: (of: KeptTableRef, wanted: RowsWanted, placeFor: Place) => saveRows(catalogue, of, wanted, placeFor),
  }
}
export type Imports = ReturnType<typeof createImports>

/** A row that says itself that it is about nothing has not failed. */
const nothing: Found = { productId: 0, variationId: null }

/** Without what there is no more; null where it is what its columns are guessed to hold. */
function asLastTime(last: LastChoices | null, { targets, known }: Pick<ImportLook, 'targets' | 'known'>) {
  if (!last) return null
  const paths = new Set(known.map(({ path }) => path))
  const isKnown = (path: string) => paths.has(path) || path.startsWith(optionPrefix)
  const now = last.targets.map((path) => (path !== null && isKnown(path) ? path : null))
  const isPlain =
    last.key === undefined && last.decimals.every((sign) => sign === null) && last.empties.every((empties) => !empties)
  return isPlain && JSON.stringify(now) === JSON.stringify(targets) ? null : { ...last, targets: now }
}

/** Why nothing is taken of a row although it is known what it is about; null: something is. */
function aside({ productId }: { productId: number }, what: ImportWhat): string | null {
  if (what === 'update' && productId < 0) return 'There is no such product, and new ones were not asked for.'
  return what === 'add' && productId > 0 ? 'Its product is here already, and only new ones were asked for.' : null
}

const doubts = {
  quotes: 'Its quotes do not fit, so that its cells may end elsewhere.',
  'too-many-cells': 'It has more cells than the header, so that they may stand in other columns.',
} as const

const changed = () =>
  new AppError('invalid-input', 'The table was changed meanwhile. Nothing was imported; choose it again.')

/** What Ecwid calls rows that are no products. */
const ofEcwid = /^(product_|category)/
const ofEcwidsVariation = 'product_variation'

type By = { key: ImportKey; codes: readonly string[] }
type Found = Exclude<Match, { why: string }>
type Taking = {
  key: By
  match: ReturnType<typeof createMatching>
  gathered: Gathering
  ofVariation: (found: Found, news: readonly Said[], known: Known) => readonly Said[]
}

type Column = { target: string; at: number; empties: boolean; reading: Reading }

function ofRow({ cells }: TableRow, columns: readonly Column[], { key, codes }: By) {
  const textAt = (target: string) => {
    const column = columns.find((one) => one.target === target)
    return column ? textOf(cells[column.at] ?? null).trim() : ''
  }
  const said = columns.flatMap(({ target, at, empties, reading }) =>
    isAboutRow(target) || isCategoryPlace(target)
      ? []
      : (readCell(target, cells[at] ?? null, reading) ?? (empties ? emptied(target) : [])),
  )
  const listed = columns[0] && readCell('categoryIds', listedCategories({ cells }, columns), columns[0].reading)
  if (listed) said.push(listed)
  const [id, row, code] = [textAt('id'), textAt('row'), codes.find((path) => textAt(path) !== '')]
  const isEcwids = foldText(row) === ofEcwidsVariation
  const kind = isEcwids ? 'ecwid-variation' : foldText(row) === 'variation' ? 'variation' : 'product'
  // What a row is known by is no news.
  const isKnownBy = (path: string): boolean =>
    path === 'sku' ? isEcwids || key === 'sku' || (key === 'id' && id === '') : path === (key === 'upc' ? code : key)
  return {
    command: rowCommand(textAt('command')),
    isUnread: ofEcwid.test(row) && !isEcwids,
    kind: kind as Known['kind'],
    id,
    variationId: textAt('variationId'),
    sku: textAt('sku'),
    variationSku: textAt('variationSku'),
    code: code === undefined ? '' : textAt(code),
    name: textAt('name'),
    options: columns.flatMap(({ target }) => {
      const value = target.startsWith(optionPrefix) ? textAt(target) : ''
      return value === '' ? [] : [{ name: target.slice(optionPrefix.length), value }]
    }),
    said,
    news: said.filter(({ path }) => !isKnownBy(path)),
  }
}

async function readThrough(from: TableFrom, choices: TableChoices) {
  // No start of the program reads the code for tables.
  const { openTable } = await import('../tables/open-table')
  const table = await openTable(typeof from === 'string' ? { path: from } : from, choices)
  const noting = columnNotes(table.columns.length)
  const examples = table.columns.map((): string[] => [])
  let rows = 0
  await eachRow(table, (row) => {
    rows += 1
    noting.add([row])
    for (const [at, shown] of examples.entries()) {
      const text = textOf(row.cells[at] ?? null).trim()
      if (text !== '' && shown.length < examplesShown) shown.push(text.slice(0, 80))
    }
  })
  return { table, notes: noting.notes(), examples, rows }
}

/** The rest of the engine has its turns. */
async function eachRow(table: Table, take: (row: TableRow) => void): Promise<void> {
  const pace = createPacer()
  for await (const { rows } of table.portions()) {
    for (const row of rows) {
      take(row)
      await pace()
    }
  }
}
