import { createContext, useContext } from 'react'
import type { NamedProduct } from '../../../../electron/shared/product'
import type { ProductRow } from '../../../../electron/shared/product-query'

/** The products of the open store, for values that name some of them. */
export type ProductSource = {
  useConnectionId: () => string
  /** By the ids that they are named by. Null: not in the catalogue; undefined: not read yet. */
  useNamed: (references: readonly number[]) => Readonly<Record<number, NamedProduct | null>>
  /** Those that fit what is typed, but for the one that is open; null asks for none. Null before the first answer. */
  useFound: (text: string | null) => ProductRow[] | null
  open: (productId: number) => void
}

/** Without a store nothing has a name. */
const noProducts: ProductSource = {
  useConnectionId: () => '',
  useNamed: () => ({}),
  useFound: () => null,
  open: () => {},
}

export const ProductSourceContext = createContext(noProducts)

export const useProductSource = (): ProductSource => useContext(ProductSourceContext)
