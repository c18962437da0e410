import type { Catalogue } from '../catalogue/catalogue'
import { foldText } from '../shared/fold-text'
import type { Said } from '../shared/imported'
import type { ImportKey } from '../shared/product-table/import-keys'
import { skuKey } from '../shared/sku-key'
import type { Known } from './match-row'

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
    canBeMade: ({ sku, kind, variationId, options }: Known, said: readonly Said[]): boolean =>
      (sku === '' ? key === 'name' : products.skuOwner(sku, null) === null) &&
      kind === 'product' &&
      options.length === 0 &&
      variationId === '' &&
      said.some(({ path }) => path === 'name'),
    /** Why it is better not made. */
    doubt({ sku }: Known): string | null {
      const whole = withZeros(sku)
      return whole === undefined
        ? null
        : `No product has the SKU ${sku}, but one has ${whole}: a spreadsheet takes away zeros in front.`
    },
    /** What tells it from other new ones. */
    marks: ({ sku, name }: Known): string[] => [
      ...(sku === '' ? [] : [`sku ${skuKey(sku)}`]),
      ...(key === 'name' ? [`name ${foldText(name)}`] : []),
    ],
  }
}
