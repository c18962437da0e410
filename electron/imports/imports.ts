import { basename } from 'node:path'
import type { Proposals } from '../bulk/proposals'
import type { Catalogue } from '../catalogue/catalogue'
import { AppError } from '../shared/errors'
import type { StoreWords } from '../shared/fields/kind'
import type {
  ImportAsked,
  ImportLook,
  ImportMatched,
  ImportProgress,
  ImportWhat,
  KeptTableRef,
  LastChoices,
  RowsWanted,
} from '../shared/import'
import { codePaths, isOfCategories, keysOf, optionPrefix } from '../shared/product-table/import-keys'
import { isOfOneProduct } from '../shared/product-table/rows-of-one'
import { listsAll } from '../shared/product-table/whole-lists'
import { guessTargets, optionTargets, targetsOf } from '../shared/product-table/column-names'
import type { TableChoices, TableRow } from '../shared/table'
import { headerAlone } from '../tables/table-problem'
import { createGathering } from './gather'
import { createKeeping } from './keep-rows'
import { createLastChoices } from './last-choices'
import { createMatching } from './match-row'
import { createNewCategories } from './new-categories'
import { filesBeside, noFiles } from './files-beside'
import { createPictureFiles } from './picture-files'
import { namesIn, resolveNames } from './resolve-names'
import type { StagedHold } from '../pictures/staged-content'
import type { Imported } from '../shared/imported'
import type { RowColumn } from './read-row'
import { assertGoesOn } from './cancelled'
import { eachRow, readThrough, type TableFrom } from './read-through'
import { createVariationNews } from './variation-news'
import { rowColumns } from './row-columns'
import { createRowNames } from './row-name'
import { takeRows } from './take-rows'
import { saveRows, type Place } from './save-rows'
import { createPlainRows } from './shopify-cells'
import { createCategoryTaking } from './take-category'
import { createRowTaking } from './take-row'

type Parts = {
  catalogue: Catalogue
  words: () => StoreWords
  proposals: Pick<Proposals, 'proposeImport'>
  /** Copies pictures for the upload, as all that are sent are copied first. */
  holdStaged: () => StagedHold
  /** How many products with names of pictures are looked at; null: no more of them. */
  onProgress?: (progress: ImportProgress | null) => void
  now?: () => number
}

/** Rows of a table with such a column may belong to the product of another one. */
const mayBelong = (target: string | null): boolean =>
  target !== null && (target === 'row' || isOfOneProduct(target) || target.startsWith(optionPrefix))

const nameOf = (from: TableFrom): string => (typeof from === 'string' ? basename(from) : 'Pasted table')

type Wanted = Pick<ImportAsked, 'targets' | 'columns' | 'key' | 'replacesPictures' | 'replacesLists'>
type Gathering = ReturnType<typeof createGathering>

/** Tables of products: what they are, which product each row is about, and what becomes of it. */
export function createImports({
  catalogue,
  words,
  proposals,
  holdStaged,
  onProgress = () => {},
  now = Date.now,
}: Parts) {
  const lastChoices = createLastChoices(catalogue, now)
  let proposing = new AbortController()
  const isSku = (text: string): boolean => catalogue.products.skuOwner(text, null) !== null

  /** Looks up the pictures that rows name, and hands over what they say once all is copied. */
  async function withNames<Made>(
    from: TableFrom,
    said: ReadonlyMap<number, Imported>,
    signal: AbortSignal,
    take: (said: ReadonlyMap<number, Imported>) => Made,
  ): Promise<Made> {
    const find = typeof from === 'string' ? filesBeside(from, { names: namesIn(said), signal }) : noFiles
    const held = holdStaged()
    try {
      const fileOf = createPictureFiles(held.stage)
      return take(await resolveNames({ catalogue, find, fileOf, signal, onProgress }, said))
    } finally {
      held.end()
      onProgress(null)
    }
  }

  function taking(
    { targets, columns: names, key: wanted, replacesPictures = false, replacesLists = false }: Wanted,
    columns: RowColumn[],
    gathered: Gathering,
    categories: ReturnType<typeof createNewCategories>,
  ) {
    const known = targetsOf(words(), names)
    const keys = keysOf(targets, known)
    const key = (wanted && keys.includes(wanted) ? wanted : keys[0]) ?? 'sku'
    const codes = codePaths(known)
    const nameOfRow = createRowNames(targets, codes)
    const newsOfVariation = createVariationNews(catalogue, words())
    const plain = createPlainRows(names)
    const { takeRow, look } = createRowTaking(catalogue, {
      columns,
      key: {
        key,
        codes,
        replacesPictures,
        replacesLists,
        isOfCategories: isOfCategories(targets, known),
      },
      matching: createMatching(catalogue, key),
      gathered,
      takeCategory: createCategoryTaking({
        catalogue,
        words: words(),
        columns,
        categories,
        gathered,
        replacesPictures,
      }),
      ofVariation: ({ productId, variationId }, news, { kind, group, parent }) =>
        (kind === 'ecwid-variation' || group !== '' || parent !== '') && variationId !== null
          ? newsOfVariation({ productId, variationId }, news)
          : news,
    })
    return {
      takeRow: (row: TableRow) => takeRow(plain(row)),
      look: (row: TableRow) => look(plain(row)),
      nameOfRow: (row: TableRow) => nameOfRow(plain(row)),
    }
  }

  return {
    async look(from: TableFrom, choices: TableChoices): Promise<ImportLook> {
      const { table, notes, examples, rows } = await readThrough(from, choices, isSku)
      // Another sheet may have some.
      if (rows === 0 && table.sheets.length < 2) throw headerAlone()
      const { portions: _, ...shape } = table
      const known = [...targetsOf(words(), shape.columns), ...optionTargets(shape.columns)]
      const targets = guessTargets(shape.columns, known)
      const asLast = asLastTime(lastChoices.of(shape), { targets, known })
      const seems = { targets, known, listsAll: listsAll(shape.columns), asLast }
      return { name: nameOf(from), shape, ...seems, notes, examples, rows }
    },

    /** Throws AppError 'invalid-input' where numbers of a column have to be asked about first, or which of two columns counts. */
    async propose(from: TableFrom, wanted: Omit<ImportAsked, 'file'>): Promise<ImportMatched> {
      const { targets, decimals, empties = [], what, makesCategories = false, key } = wanted
      proposing.abort()
      const { signal } = (proposing = new AbortController())
      const { table, notes } = await readThrough(from, wanted.choices, isSku)
      if (JSON.stringify(table.columns) !== JSON.stringify(wanted.columns)) throw changed()
      const categories = createNewCategories(words())
      const columns = rowColumns(wanted, { notes, words: words(), newCategory: categories.idOf })
      const gathered = createGathering()
      const { takeRow, look, nameOfRow } = taking(wanted, columns, gathered, categories)
      const { separator, header } = table
      // What is pasted comes out of a program for tables, and goes back there.
      const format = typeof from === 'string' ? table.format : 'xlsx'
      const about = { name: nameOf(from), format, separator, header, columns: wanted.columns }
      const kept = createKeeping(catalogue, about)
      try {
        if (targets.some(mayBelong)) await eachRow(table, (row) => (assertGoesOn(signal), look(row)))
        const taken = await takeRows(table, {
          takeRow,
          nameOfRow,
          what,
          makesCategories,
          signal,
          keep: (row) => kept.add(row),
        })
        kept.end()
        const proposal = await withNames(from, gathered.of(what), signal, (named) => {
          const said = new Map([...named].map(([id, each]) => [id, makesCategories ? each : categories.unmade(each)]))
          const newCategories = makesCategories ? categories.usedBy(said.values()) : []
          const asked = { said, newCategories, keptTableId: kept.tableId }
          lastChoices.note({ header, columns: wanted.columns, targets, decimals, empties, ...(key && { key }) })
          return said.size > 0 || newCategories.length > 0 ? proposals.proposeImport(nameOf(from), asked) : null
        })
        const pathsOf = (of: ImportWhat) => categories.usedBy(gathered.of(of).values()).map((each) => each.path)
        const newCategories = { update: pathsOf('update'), add: pathsOf('add'), both: pathsOf('both') }
        return { proposal, ...gathered.counts(), newCategories, ...taken, tableId: kept.tableId }
      } catch (error) {
        kept.drop()
        throw error
      }
    },

    /** Ends what is being proposed: nothing stays of it. */
    cancel: (): void => proposing.abort(),

    /** Writes rows of a table that was imported into a file of their own; null: its owner chose no place. */
    saveRows: (of: KeptTableRef, wanted: RowsWanted, placeFor: Place) => saveRows(catalogue, of, wanted, placeFor),
  }
}
export type Imports = ReturnType<typeof createImports>

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

const changed = () =>
  new AppError('invalid-input', 'The table was changed meanwhile. Nothing was imported; choose it again.')
