import { foldText } from '../shared/fold-text'
import { skuKey } from '../shared/sku-key'
import type { Known } from './match-row'

/** Which products the rows of one table are about, by what ties rows to each other there: new ones have no other name. */
export function createTies() {
  const products = new Map<string, number>()
  return {
    tie(marks: readonly string[], productId: number): void {
      for (const mark of marks) if (!products.has(mark)) products.set(mark, productId)
    },
    /** Of the first of them that is known. */
    of: (marks: readonly string[]): number | null =>
      marks.map((mark) => products.get(mark)).find((id) => id !== undefined) ?? null,
  }
}

const group = (text: string): string[] => (text === '' ? [] : [`group ${foldText(text)}`])
const number = (text: string): string[] => (text === '' ? [] : [`number ${text}`])
const id = (text: string): string[] => (text === '' ? [] : [`id ${text}`])
export const skuMark = (text: string): string[] => (text === '' ? [] : [`sku ${skuKey(text)}`])
const name = (text: string): string[] => (text === '' ? [] : [`name ${foldText(text)}`])

export const groupMark = (known: Known): string[] => group(known.group)

/** Where rows have a handle, each has the SKU of its variation. */
export const hasSkuOfVariation = ({ group: handle, options }: Known): boolean => handle !== '' && options.length > 0

/** What a row of a product gives to those below it. */
export const marksOf = (known: Known): string[] => [
  ...group(known.group),
  ...number(known.number),
  ...id(known.id),
  ...(hasSkuOfVariation(known) ? [] : skuMark(known.sku)),
  ...name(known.name),
]

/** What a row of one of its variations has of it; in Ecwid’s files a number and a SKU that have to agree. */
export const marksOfParent = {
  id: (known: Known): string[] => id(known.id),
  sku: (known: Known): string[] => skuMark(known.sku),
}

/** `id:13`, as WooCommerce says it beside SKUs; null: it is an SKU. */
export const parentId = (parent: string): string | null => /^id:(.+)$/i.exec(parent)?.[1]?.trim() ?? null

/** What a row of a variation says plainly of its product: its SKU, or that something is its number. */
export const namedMarks = (known: Known): string[] => [
  ...(parentId(known.parent) === null ? skuMark(known.parent) : numberedMarks(known)),
  ...id(known.id),
]

/** The same, taken for a number: the table’s own, or Ecwid’s. */
export function numberedMarks({ parent }: Known): string[] {
  const named = parentId(parent) ?? parent
  return [...group(named), ...number(named), ...id(named)]
}

/** Of rows that name their product as that row does; by its SKU or name only where their options tell them apart. */
export const marksOfSame = (known: Known, byName: boolean): string[] => [
  ...group(known.group),
  ...(known.options.length > 0 ? [...skuMark(known.sku), ...(byName ? name(known.name) : [])] : []),
]
