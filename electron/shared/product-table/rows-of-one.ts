import type { Target } from './column-names'
import { isParentIdName, isParentName } from './parent-names'

// How tables of other programs tell which rows are about one product, and what its variations are made of.

/** What rows of one product have in common; in a row of a variation, its product. */
const groupTarget: Target = { path: 'group', title: 'Handle of the product' }
const parentTarget: Target = { path: 'parent', title: 'SKU of the variation’s product' }
/** Of a row, in its own table; no number of Ecwid's. */
const numberTarget: Target = { path: 'number', title: 'ID in this table' }
const parentIdTarget: Target = { path: 'parentId', title: 'ID of the variation’s product' }
export const variationPicture: Target = { path: 'variationPicture', title: 'Picture of the variation' }

/** The name of an option and its value, each in a column of its own. */
const numbered: readonly { pattern: RegExp; what: 'optionName' | 'optionValue' }[] = [
  { pattern: /^option ?(\d) name$|^option name (\d)$|^attribute (\d) name$/i, what: 'optionName' },
  { pattern: /^option ?(\d) value$|^option value (\d)$|^attribute (\d) value\(s\)$/i, what: 'optionValue' },
]

function numberedPath(column: string): string | null {
  for (const { pattern, what } of numbered) {
    const place = pattern.exec(column.trim())?.slice(1).find(Boolean)
    if (place !== undefined) return `${what}.${place}`
  }
  return null
}

export function numberedPlace(path: string): { what: 'optionName' | 'optionValue'; place: string } | null {
  const [, what, place = ''] = /^(optionName|optionValue)\.(\d)$/.exec(path) ?? []
  return what === 'optionName' || what === 'optionValue' ? { what, place } : null
}

const titleOf = (path: string): string => {
  const found = numberedPlace(path)
  return found ? `Option ${found.place}: ${found.what === 'optionName' ? 'its name' : 'its value'}` : path
}

/** Those that these columns are called by. */
export function targetsOfOneProduct(columns: readonly string[]): Target[] {
  const paths = new Set(columns.flatMap((column) => numberedPath(column) ?? []))
  return [
    groupTarget,
    parentTarget,
    parentIdTarget,
    numberTarget,
    variationPicture,
    ...[...paths].map((path) => ({ path, title: titleOf(path) })),
  ]
}

/** What columns hold, by the names that other programs give them; some mean it only beside others. */
export function namesOfOneProduct(columns: readonly string[]): (readonly [string, string])[] {
  const has = (name: string) => columns.some((column) => column.trim().toLowerCase() === name)
  const isWooCommerce = has('type') && has('parent')
  return [
    ...columns.flatMap((column) => {
      const path = numberedPath(column)
      return path === null ? [] : [[column.trim(), path] as const]
    }),
    ['variant image', variationPicture.path],
    ...['handle', 'url handle'].map((name) => [name, groupTarget.path] as const),
    ...(isWooCommerce
      ? ([
          ['type', 'row'],
          ['id', groupTarget.path],
          ['parent', parentTarget.path],
        ] as const)
      : []),
    ...columns.filter(isParentName).map((name) => [name.trim(), parentTarget.path] as const),
    ...columns.filter(isParentIdName).map((name) => [name.trim(), parentIdTarget.path] as const),
    ...(!isWooCommerce && (has('parent') || columns.some(isParentIdName)) ? [['id', numberTarget.path] as const] : []),
    // Square
    ...(has('token') && has('item name')
      ? ([
          ['token', groupTarget.path],
          ['item name', 'name'],
        ] as const)
      : []),
  ]
}

/** Of a row of a variation, by which it names its product. */
export const isParent = (path: string): boolean => path === parentTarget.path || path === parentIdTarget.path

/** What a row is about, and no value of a product. */
export const isOfOneProduct = (path: string): boolean =>
  [groupTarget, parentTarget, parentIdTarget, numberTarget, variationPicture].some((each) => each.path === path) ||
  numberedPlace(path) !== null
