import { readOwn } from '../shared/fields/own-fields'
import { imagesOf, pictureKey, withoutHost } from '../changes/pictures'
import { fieldOf, productFieldNames, readField } from '../shared/fields/product-fields'
import type { RemoteProduct } from '../shared/remote-product'
import { partOf, tableColumns, type TableColumn } from '../shared/product-table/table-column'
import { tiersIn } from '../shared/product-table/tiers'
import type { CellWords } from '../shared/product-table/written-cell'
import type { WrittenPictures } from './row'

/** What the products of an export have, which decides on its columns. */
export type Found = {
  /** Of columns in which anything stands. */
  paths: Set<string>
  /** By their names, which several product types may have. */
  attributes: Set<string>
  options: Set<string>
  /** Quantities from which a wholesale price counts. */
  tiers: Set<number>
  /** Of one product. */
  mostPictures: number
  mostCategories: number
  categories: Set<number>
  variations: number
  hasFiles: boolean
}

/** Who reads a table looks for these, whether or not anything stands in them. */
const always: readonly string[] = ['name', 'sku', 'price', 'enabled', 'unlimited', 'quantity', 'categoryIds']

const nothingFound = (): Found => ({
  paths: new Set(always),
  attributes: new Set(),
  options: new Set(),
  tiers: new Set(),
  mostPictures: 0,
  mostCategories: 0,
  categories: new Set(),
  variations: 0,
  hasFiles: false,
})

/** Takes products one after the other. What was found once is looked for no more. */
export function createFinder(words: CellWords): { found: Found; note: (product: RemoteProduct) => void } {
  const found = nothingFound()
  let lookedFor = productFieldNames.map((field) => {
    return { ...fieldOf(field), field, columns: tableColumns.filter((column) => column.field === field) }
  })
  stopLooking()

  function look({ columns }: { columns: TableColumn[] }, value: unknown): void {
    for (const column of columns) if (isSet(column, value)) found.paths.add(column.path)
  }

  function stopLooking(): void {
    for (const each of lookedFor) each.columns = each.columns.filter(({ path }) => !found.paths.has(path))
    lookedFor = lookedFor.filter(({ columns }) => columns.length > 0)
  }

  function noteLists(attributes: unknown, tiers: unknown): void {
    for (const name of attributesBy(attributes, words).keys()) found.attributes.add(name)
    for (const quantity of tiersIn(tiers).keys()) found.tiers.add(quantity)
  }

  function note(product: RemoteProduct): void {
    const { categoryIds = [], combinations = [], options = [] } = product
    const before = found.paths.size
    for (const each of lookedFor) {
      look(each, each.json.get(product))
      if (!each.isInherited) continue
      for (const variation of combinations) look(each, readOwn(variation, product, each.field))
    }
    if (found.paths.size > before) stopLooking()
    noteLists(readField(product, 'attributes'), readField(product, 'wholesalePrices'))
    for (const variation of combinations) {
      noteLists(readOwn(variation, product, 'attributes'), readOwn(variation, product, 'wholesalePrices'))
    }
    for (const { name } of options) found.options.add(name)
    found.mostPictures = Math.max(found.mostPictures, picturesOf(product).length)
    found.mostCategories = Math.max(found.mostCategories, categoryIds.length)
    for (const id of categoryIds) found.categories.add(id)
    found.variations += combinations.length
    found.hasFiles ||= (product.files ?? []).length > 0
  }

  return { found, note }
}

function isSet(column: TableColumn, value: unknown): boolean {
  const part = partOf(column, value)
  return part !== undefined && part !== null && !column.kind.isSame(part, column.empty)
}

/** By the names of the attributes, those that say something. */
export function attributesBy(values: unknown, { attributes }: CellWords): Map<string, string> {
  const named = new Map<string, string>()
  for (const [id, value] of Object.entries((values ?? {}) as Readonly<Record<string, string>>)) {
    if (value) named.set(attributes.get(id) ?? `Attribute ${id}`, value)
  }
  return named
}

/** The id of the attribute whose value `attributesBy` has under a name. */
export const attributeIdBy = (values: unknown, { attributes }: CellWords, name: string): string | undefined =>
  Object.entries((values ?? {}) as Readonly<Record<string, string>>).findLast(
    ([id, value]) => value && attributes.get(id) === name,
  )?.[0]

/** Addresses, or the files that they were written into, the main one first. */
export const picturesOf = (product: RemoteProduct, written?: WrittenPictures): { url: string; alt: string }[] =>
  imagesOf(product).flatMap((image) => {
    const { imageOriginalUrl, image160pxUrl, alt } = image
    const file = written?.get(withoutHost(pictureKey(image)))
    // One that waits to be sent has the address that it is fetched from, or none yet.
    const url = file ?? [imageOriginalUrl, image160pxUrl].find((each) => /^https?:/.test(each ?? ''))
    return url ? [{ url, alt: alt?.main ?? '' }] : []
  })
