import { basename } from 'node:path'
import type { Proposals } from '../bulk/proposals'
import type { Catalogue } from '../catalogue/catalogue'
import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
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
import { codePaths, keysOf, optionPrefix } from '../shared/product-table/import-keys'
import { guessTargets, optionTargets, targetsOf } from '../shared/product-table/column-names'
import { rivalsOf } from '../shared/product-table/rival-columns'
import type { TableChoices } from '../shared/table'
import { decimalsOf } from '../shared/product-table/target-kind'
import { createGathering } from './gather'
import { createKeeping } from './keep-rows'
import { createLastChoices } from './last-choices'
import { createMatching, type Found } from './match-row'
import { createNewCategories } from './new-categories'
import { namesOf } from './read-cell'
import type { RowColumn } from './read-row'
import { eachRow, readThrough, type TableFrom } from './read-through'
import { createVariationNews } from './variation-news'
import { saveRows, type Place } from './save-rows'
import { createRowTaking } from './take-row'

type Parts = {
  catalogue: Catalogue
  words: () => StoreWords
  proposals: Pick<Proposals, 'proposeImport'>
  now?: () => number
}

const nameOf = (from: TableFrom): string => (typeof from === 'string' ? basename(from) : 'Pasted table')

const unmatchedShown = 100

/** Tables of products: what they are, which product each row is about, and what becomes of it. */
export function createImports({ catalogue, words, proposals, now = Date.now }: Parts) {
  const lastChoices = createLastChoices(catalogue, now)

  return {
    async look(from: TableFrom, choices: TableChoices): Promise<ImportLook> {
      const { table, notes, examples, rows } = await readThrough(from, choices)
      const { portions: _, ...shape } = table
      const known = [...targetsOf(words(), shape.columns), ...optionTargets(shape.columns)]
      const targets = guessTargets(shape.columns, known)
      const asLast = asLastTime(lastChoices.of(shape), { targets, known })
      return { name: nameOf(from), shape, targets, known, asLast, notes, examples, rows }
    },

    /** Throws AppError 'invalid-input' where numbers of a column have to be asked about first, or which of two columns counts. */
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
        replacesPictures = false,
        key: wantedKey,
      }: Omit<ImportAsked, 'file'>,
    ): Promise<ImportMatched> {
      const { table, notes } = await readThrough(from, choices)
      if (JSON.stringify(table.columns) !== JSON.stringify(columnNames)) throw changed()
      const rival = rivalsOf(targets).findIndex((others) => others.length > 0)
      if (rival >= 0) throw saidTwice([rival, ...(rivalsOf(targets)[rival] ?? [])].map((at) => columnNames[at] ?? ''))
      const known = targetsOf(words(), columnNames)
      const keys = keysOf(targets, known)
      const key = (wantedKey && keys.includes(wantedKey) ? wantedKey : keys[0]) ?? 'sku'
      const [names, categories] = [namesOf(words()), createNewCategories(words())]
      const signs = decimalsOf(notes, targets, decimals)
      const columns = targets.flatMap((target, at): RowColumn[] => {
        const decimal = signs[at] ?? '.'
        if (decimal === 'ask')
          throw new AppError('invalid-input', 'Say first what the numbers mean that can be read in two ways.')
        const reading = { decimal, names, profile: words().profile, newCategory: categories.idOf }
        return target === null ? [] : [{ target, at, empties: empties[at] === true, reading }]
      })
      const [match, gathered] = [createMatching(catalogue, key), createGathering()]
      const newsOfVariation = createVariationNews(catalogue, words())
      const takeRow = createRowTaking(catalogue, {
        columns,
        key: { key, codes: codePaths(known), replacesPictures },
        match,
        gathered,
        ofVariation: ({ productId, variationId }, news, { kind }) =>
          kind === 'ecwid-variation' && variationId !== null ? newsOfVariation({ productId, variationId }, news) : news,
      })
      const first: UnmatchedRow[] = []
      const { separator, header } = table
      // What is pasted comes out of a program for tables, and goes back there.
      const format = typeof from === 'string' ? table.format : 'xlsx'
      const kept = createKeeping(catalogue, { name: nameOf(from), format, separator, header, columns: columnNames })
      let [rows, unmatched] = [0, 0]
      await eachRow(table, (row) => {
        rows += 1
        const found = takeRow(row)
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

const saidTwice = (names: readonly string[]) =>
  new AppError(
    'invalid-input',
    `${names.map((name) => `“${name}”`).join(' and ')} hold the same. Leave out all of them but one.`,
  )

const changed = () =>
  new AppError('invalid-input', 'The table was changed meanwhile. Nothing was imported; choose it again.')
