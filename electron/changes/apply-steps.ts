import type { Catalogue } from '../catalogue/catalogue'
import type { Operation } from '../shared/change'
import { shelfNamed } from './shelves'

/** Operations, by their place in what was asked for, that are made in one transaction or not at all. */
export type ApplyStep = { productId: number | null; places: number[] }

/** Everything of one product together, a new product with all that is added to it, and each category by itself; in the order of the first of each. */
export function stepsOf(operations: readonly (Operation | null)[], isLeft = (_at: number) => true): ApplyStep[] {
  const steps: ApplyStep[] = []
  const ofProduct = new Map<number, ApplyStep>()
  let made: ApplyStep | undefined
  operations.forEach((operation, at) => {
    if (operation === null || !isLeft(at)) return
    const productId = productOf(operation)
    const isOfMade = 'productId' in operation && productId === null
    const known = isOfMade ? made : productId === null ? undefined : ofProduct.get(productId)
    if (known) return void known.places.push(at)
    const step = { productId, places: [at] }
    steps.push(step)
    if (operation.kind === 'create') made = step
    if (productId !== null) ofProduct.set(productId, step)
  })
  return steps
}

export const productOf = (operation: Operation): number | null =>
  'productId' in operation ? operation.productId : null

/** The local id of the product, category or product type that it is about, which no two have; null: it makes one. */
export function aboutOf(catalogue: Catalogue, operation: Operation): number | null {
  if ('categoryId' in operation) return shelfNamed(catalogue, 'category', operation.categoryId) || null
  if ('typeId' in operation) return shelfNamed(catalogue, 'productType', operation.typeId) || null
  return productOf(operation)
}
