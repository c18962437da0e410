import { foldText } from '../fold-text'
import type { StoreWords } from '../fields/kind'
import { languagesOf } from '../store-languages'
import { optionPrefix } from './import-keys'
import { categoryRowTargets, inCategoryRows } from './category-rows'
import { gramsPath, isWeightUnitKnown } from './grams'
import { otherNamesOf } from './other-names'
import { inOptionRows, optionRowTargets } from './option-rows'
import { namesOfOneProduct, targetsOfOneProduct } from './rows-of-one'
import { pictureTarget, pictureTargets } from './picture-columns'
import { ecwidFields } from './ecwid-fields'
import { tableColumns } from './table-column'
import { tierTargets } from './tiers'
import { titles } from './titles'
import { attributeTextPath, attributeTextTitle, translatedAttributes, translatedTexts } from './translated-texts'

/** Where what stands in a column goes: a field or a part of one by its path, or what the product of a row is known by. */
export type Target = {
  path: string
  title: string
  /** UPC, EAN and GTIN. */
  isCode?: true
  /** Of a weight, as the store calls it. */
  unit?: string
}

/** What a row is known by besides its SKU. */
const rowTarget: Target = { path: 'row', title: titles.row }
const idTarget: Target = { path: 'id', title: titles.id }
const variationTarget: Target = { path: 'variationId', title: titles.variationId }
/** In Ecwid's files; the SKU in a row of a variation is that of its product there. */
const variationSkuTarget: Target = { path: 'variationSku', title: titles.variationSku }
/** NEW, UPDATE, DELETE or IGNORE, of a row. */
const commandTarget: Target = { path: 'command', title: titles.command }
/** Ecwid's files say the opposite of what its API does. */
const countedTarget: Target = { path: '!unlimited', title: 'Stock is counted' }

const gramsTarget: Target = { path: gramsPath, title: 'Weight in grams' }

/** Ecwid's files have a column for each category of a product. */
const categoryPlace = (column: string): string | null => /^product_category_(\d{1,3})$/.exec(column.trim())?.[1] ?? null

/** All that a column may hold, in the order of the form; of what Ecwid's files list, as many as there are in `columns`. */
export function targetsOf(words: StoreWords, columns: readonly string[] = []): Target[] {
  const places = columns.flatMap((column) => categoryPlace(column) ?? [])
  const attributes = new Set(
    words.productTypes.flatMap((type) => type.attributes.map(({ name, type: kind }) => name || kind)),
  )
  const codes = new Set(
    words.productTypes.flatMap((type) =>
      type.attributes.flatMap((one) => (one.type === 'UPC' ? [one.name || 'UPC'] : [])),
    ),
  )
  const others = languagesOf(words.profile).slice(1)
  return [
    rowTarget,
    idTarget,
    variationTarget,
    variationSkuTarget,
    commandTarget,
    ...tableColumns.map(({ path, title }) => ({
      path,
      title,
      ...(path === 'weight' && words.profile && { unit: words.profile.weightUnit }),
    })),
    countedTarget,
    ...(isWeightUnitKnown(words.profile) ? [gramsTarget] : []),
    ...optionRowTargets(columns),
    ...categoryRowTargets(columns),
    ...targetsOfOneProduct(columns),
    ...places.map((place) => ({ path: `category.${place}`, title: `Category ${place}` })),
    ...[...attributes].map((name) => ({
      path: `attributes.${name}`,
      title: titles.attribute(name),
      ...(codes.has(name) && { isCode: true as const }),
    })),
    ...tierTargets(columns),
    ...pictureTargets(columns),
    ...others.flatMap((language) =>
      translatedTexts.map(({ field, titleIn }) => ({ path: `${field}.${language}`, title: titleIn(language) })),
    ),
    ...others.flatMap((language) =>
      [...translatedAttributes(words)].map((name) => ({
        path: attributeTextPath(name, language),
        title: attributeTextTitle(name, language),
      })),
    ),
  ]
}

/** What a row says of an option, by which its variation is known. */
export const optionTarget = (name: string): Target => ({ path: `${optionPrefix}${name}`, title: titles.option(name) })

const optionNamed = [/^option: (.+)$/i, /^product_variation_option_\{(.+)\}$/i, /^product_variation_option_(.+)$/i]

/** Options that columns are called by, in our files and Ecwid's: which a store has is known from its products alone. */
export function optionTargets(columns: readonly string[]): Target[] {
  const names = columns.flatMap((column) => optionOf(column) ?? [])
  return [...new Set(names)].map(optionTarget)
}

const optionOf = (column: string): string | undefined =>
  optionNamed.map((pattern) => pattern.exec(column.trim())?.[1]).find((name) => name !== undefined)

/** Ecwid's own names. */
const inEcwidsFiles: readonly (readonly [string, string])[] = [
  ['product_internal_id', 'id'],
  ['product_is_inventory_tracked', '!unlimited'],
  ['product_variation_sku', 'variationSku'],
  ...inOptionRows,
  ...inCategoryRows,
  ...[...ecwidFields].flatMap(([column, { field, path }]) => (field === 'unlimited' ? [] : [[column, path] as const])),
]

/** A table may hold products, categories or both. */
const isEcwids = (column: string): boolean =>
  column.startsWith('product_') || inCategoryRows.some(([name]) => name === column.trim())

/** What columns called so hold; null is left out. No two hold the same: the first one does. */
export function guessTargets(columns: readonly string[], targets: readonly Target[]): (string | null)[] {
  const known = new Map<string, string>()
  // Others call other things so.
  if (columns.some(isEcwids)) known.set('type', 'row')
  const add = (name: string, path: string) => {
    if (targets.some((each) => each.path === path) && !known.has(foldText(name))) known.set(foldText(name), path)
  }
  for (const [name, path] of namesOfOneProduct(columns)) add(name, path)
  for (const { path, title } of targets) add(title, path)
  for (const [column, path] of inEcwidsFiles) add(column, path)
  for (const column of columns) {
    add(column.trim(), `category.${categoryPlace(column) ?? ''}`)
    add(column.trim(), pictureTarget(column) ?? '')
  }
  for (const { path } of targets) {
    const [, name] = /^attributes\.(.*)$/.exec(path) ?? []
    if (name !== undefined) [name, `{${name}}`].forEach((each) => add(`product_attribute_${each}`, path))
  }
  const others = otherNamesOf(targets)
  const taken = new Set<string>()
  return columns.map((column) => {
    const option = optionOf(column)
    const path =
      known.get(foldText(column.trim())) ??
      others(column) ??
      (option === undefined ? undefined : optionTarget(option).path)
    if (path === undefined || taken.has(path)) return null
    taken.add(path)
    return path
  })
}
