import type { ErrorInfo } from '../../electron/shared/errors'
import { categoryFields } from '../../electron/shared/fields/category-fields'
import { shortName } from '../../electron/shared/set-label'
import { faultText } from '../../electron/shared/words/fault'
import { call, problemOf } from '../bridge'
import type { Outcome } from './product-action'
import { undoChangeSet } from './product-actions'
import { valuesOf } from './product-edits'
import { openedProduct, setProductField } from './product-store'
import { useViewStore } from './view-store'

/** Makes a category, without a network as well, and puts the open product into it. Null when done, else why not. */
export async function putIntoNewCategory(typed: string): Promise<ErrorInfo | null> {
  const open = openedProduct()
  if (!open) return null
  const { connectionId, target } = open
  const name = typed.trim()
  const fault = categoryFields.name.problem(name, {})
  if (fault !== null) return { code: 'invalid-input', message: faultText(fault) }
  try {
    const { productIds } = await call('changes.apply', {
      connectionId,
      source: 'form',
      label: { code: 'add-category', category: shortName(name) },
      operations: [{ kind: 'category.create', name, parentId: 0 }],
    })
    const [made] = productIds
    const now = openedProduct()
    const isStill = now?.connectionId === connectionId && now.target === target
    if (isStill && made !== undefined) setProductField('categoryIds', [...valuesOf(now.edits).categoryIds, made])
    return null
  } catch (error) {
    return problemOf(error)
  }
}

type Named = { id: number; name: string }

/**
 * Puts products into a category as one change set, beside those that they are in already; with its words and the way back. Null: no store is
 * shown.
 */
export async function putInCategory(products: readonly Named[], category: Named) {
  const { connectionId } = useViewStore.getState()
  if (connectionId === null) return null
  const undo = (changeSetId: number) => undoChangeSet(connectionId, changeSetId)
  return { ...(await add(connectionId, products, category)), message: addedSentence(products, category), undo }
}

async function add(connectionId: string, products: readonly Named[], category: Named): Promise<Outcome> {
  try {
    const operations = await Promise.all(
      products.map(async ({ id: productId }) => {
        const { categoryIds } = (await call('catalogue.product', { connectionId, productId })).fields
        const fields = { categoryIds: [...new Set([...categoryIds, category.id])] }
        return { kind: 'update' as const, productId, fields }
      }),
    )
    const label = { code: 'fill-category', category: shortName(category.name) } as const
    const { changeSetId } = await call('changes.apply', { connectionId, source: 'list', label, operations })
    return { changeSetId, problem: null }
  } catch (error) {
    return { changeSetId: null, problem: problemOf(error) }
  }
}

const addedSentence = (products: readonly Named[], { name }: Named): string =>
  products.length === 1 ? `${products[0]?.name} is in ${name} as well` : `${products.length} products are in ${name}`
