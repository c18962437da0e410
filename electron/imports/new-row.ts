import type { Catalogue } from '../catalogue/catalogue'
import { foldText } from '../shared/fold-text'
import type { Said } from '../shared/imported'
import type { ImportKey } from '../shared/product-table/import-keys'
import type { RowReason } from '../shared/row-reason'
import type { Known } from './match-row'
import { hasSkuOfVariation, skuMark } from './ties'

/**
 * Rows that no product has: by its SKU such a row is known to be new, and by its name what it is. Where rows are matched by the name, that is
 * enough, and Ecwid gives the SKU.
 */
export function createNewRows({ products }: Pick<Catalogue, 'products'>, key: ImportKey) {
  /** A SKU that is there, and that a spreadsheet would have made this one of. */
  function withZeros(sku: string): string | undefined {
    if (!/^\d{1,14}$/.test(sku)) return undefined
    const longer = Array.from({ length: 14 - sku.length }, (_, at) => '0'.repeat(at + 1) + sku)
    return longer.find((each) => products.skuOwner(each, null) !== null)
  }

  return {
    canBeMade: ({ sku, kind, variationId, group }: Known, said: readonly Said[]): boolean =>
      (sku === '' ? key === 'name' || group !== '' : products.skuOwner(sku, null) === null) &&
      kind === 'product' &&
      variationId === '' &&
      said.some(({ path }) => path === 'name'),
    /** Why it is better not made. */
    doubt(known: Known): RowReason | null {
      const { sku, name } = known
      const whole = withZeros(sku)
      if (whole !== undefined) return { says: 'zeros-gone', has: whole, text: sku }
      const isNameless = key !== 'name' && (sku === '' || hasSkuOfVariation(known))
      return isNameless && products.onlyOwner('name', name) !== 'none' ? { says: 'called-so', text: name } : null
    },
    /** What tells it from other new ones. */
    marks: (known: Known): string[] => [
      ...(hasSkuOfVariation(known) ? [] : skuMark(known.sku)),
      ...(key === 'name' ? [`name ${foldText(known.name)}`] : []),
    ],
  }
}
