import type { Catalogue } from '../catalogue/catalogue'
import type { Said } from '../shared/imported'
import { rowSays, type RowReason } from '../shared/row-reason'
import { isParent } from '../shared/product-table/rows-of-one'
import type { TableRow } from '../shared/table'
import type { createGathering } from './gather'
import type { createMatching, Found, Known, Match } from './match-row'
import { createNamedOptions } from './named-options'
import { createNewRows } from './new-row'
import { createRowReader, type RowColumn, type RowKey } from './read-row'
import { createRowsAbove } from './rows-above'
import { saidDelete, whyNotDeleted } from './row-command'
import { saidOfProduct, saidOfVariation } from './said-of-new'
import { hasSkuOfVariation, parentId } from './ties'

type Taking = {
  columns: readonly RowColumn[]
  key: RowKey
  matching: ReturnType<typeof createMatching>
  gathered: ReturnType<typeof createGathering>
  /** Of a row that is about a category. */
  takeCategory: (row: TableRow) => Match
  ofVariation: (found: Found, news: readonly Said[], known: Known) => readonly Said[]
}

/** Rows of one table, each gathered with what it is about. */
export function createRowTaking(
  catalogue: Catalogue,
  { columns, key, matching, gathered, takeCategory, ofVariation }: Taking,
) {
  const newRows = createNewRows(catalogue, key.key)
  const namedOptions = createNamedOptions()
  const rowsAbove = createRowsAbove()
  const hasParents = columns.some(({ target }) => isParent(target))
  const { knownBy, commandOf, numberedOptions, readRow } = createRowReader(columns, key)
  /** Out of their turn, by their numbers. */
  const taken = new Map<number, Match>()

  function readFor(row: TableRow) {
    const { numbered, ...read } = readRow(row)
    return { ...read, options: [...read.options, ...namedOptions(read.group, numbered)] }
  }

  /** The row of its product comes first, wherever that stands. */
  function takeInTurn(row: TableRow): Match {
    const before = taken.get(row.row)
    if (before) matching.pass(before)
    if (before) return before
    const first = rowsAbove.isEmpty() ? undefined : rowsAbove.of(knownBy(row), matching.isTied)
    if (first && !taken.has(first.row))
      taken.set(
        first.row,
        matching.outOfTurn(() => takeRow(first)),
      )
    return takeRow(row)
  }

  function takeRow(row: TableRow): Match {
    const { doubt: oddly, lines: [from, to] = [row.row, row.row] } = row
    if (oddly !== null) matching.leave()
    if (oddly !== null) return { why: { says: 'doubt', doubt: oddly, lines: [from, to] } }
    const { said, news, pictures, picturesOfVariation, ofOption, isUnread, isCategory, command, ...known } =
      readFor(row)
    if (isUnread) return { why: rowSays('not-a-product') }
    const isLeft = command === 'ignore' || (typeof command === 'object' && command !== null)
    if (isLeft && known.kind === 'product') matching.leave()
    if (typeof command === 'object' && command !== null) return command
    if (command === 'ignore') return { why: rowSays('says-ignore'), isMeant: true }
    if (isCategory) return command === 'delete' ? { why: rowSays('delete-of-category') } : takeCategory(row)
    if (known.kind === 'ecwid-option' && ofOption.length === 0) return { why: rowSays('option-unnamed') }
    const found = matching.match(known)
    const withPictures = (taken: Match): Match => {
      if (!('why' in taken)) gathered.addPictures(taken.productId, pictures)
      return taken
    }
    const added = (productId: number, isFirst: boolean, absent?: RowReason): Match =>
      gathered.addVariation(productId, {
        row: row.row,
        options: known.options,
        said: saidOfVariation(known, { said, pictures: picturesOfVariation, isFirst }),
        ...(absent && { absent }),
      })
    if ('isPicturesOnly' in found) return withPictures({ productId: found.productId, variationId: null })
    if (!('why' in found)) {
      if (known.kind === 'ecwid-option')
        return command === 'delete'
          ? { why: rowSays('delete-of-option') }
          : gathered.addOption(found.productId, ofOption)
      if (command === 'new') return { why: rowSays('says-new-of-known') }
      if (command === 'delete' && known.sku === '' && key.key !== 'id') return { why: rowSays('delete-without-sku') }
      if (command === 'delete') return takeDelete(found, known, row.row)
      const all = found.variationId === null ? news : [...news, ...picturesOfVariation]
      return withPictures(gathered.add(found, ofVariation(found, all, known), row.row))
    }
    const isWanted = command === null || command === 'new'
    if (found.lacks !== undefined && isWanted) return withPictures(added(found.lacks, false, found.why))
    if (!found.isAbsent || !isWanted) return found
    const { of, ofIt } = whoseIs(known, said)
    if (!newRows.canBeMade(of, ofIt)) return found
    const doubt = newRows.doubt(of)
    if (doubt !== null) return { why: doubt }
    const sku = hasSkuOfVariation(of) ? '' : of.sku
    const made = gathered.addNew({ row: row.row, sku, marks: newRows.marks(of) }, saidOfProduct(of, ofIt))
    if ('why' in made) return made
    matching.tie(of, made.productId)
    if (known.options.length > 0) added(made.productId, true)
    return withPictures(made)
  }

  /** The product that a row makes: that of its variation, which has no row of its own. */
  function whoseIs(known: Known, said: readonly Said[]): { of: Known; ofIt: readonly Said[] } {
    const { kind, parent, options } = known
    const isWithout = kind === 'variation' && parent !== '' && parentId(parent) === null && !rowsAbove.hasOwn(parent)
    if (!isWithout || options.length === 0) return { of: known, ofIt: said }
    const others = said.filter(({ path }) => path !== 'sku')
    return {
      of: { ...known, kind: 'product', sku: parent, parent: '' },
      ofIt: [{ path: 'sku', text: parent, value: parent, odd: null }, ...others],
    }
  }

  function takeDelete(found: Found, known: Known, row: number): Match {
    const why = whyNotDeleted(found, known, catalogue.products.row(found.productId))
    return why === null ? gathered.add(found, [saidDelete], row) : { why }
  }

  return {
    /** What it is about, or why nothing is taken of it. */
    takeRow: takeInTurn,
    /** Before they are taken: of rows that have a handle in common, any may name the product that is here, and any the one that is new. */
    look: (row: TableRow): void => {
      const known = knownBy(row)
      if (hasParents) rowsAbove.note(known)
      if (row.doubt !== null) return
      if (known.kind === 'product' && known.group !== '') matching.look(known)
      // The names of options may stand in its last row alone.
      if (known.group !== '') namedOptions(known.group, numberedOptions(row))
      // What goes takes along what is said above it.
      if (commandOf(row) !== 'delete') rowsAbove.look(known, row)
    },
  }
}
