import type { ErrorInfo } from '../../electron/shared/errors'
import { categoryFields } from '../../electron/shared/fields/category-fields'
import { shortName } from '../../electron/shared/set-label'
import { call, problemOf } from '../bridge'
import { valuesOf } from './product-edits'
import { openedProduct, setProductField } from './product-store'

/** Makes a category, without a network as well, and puts the open product into it. Null when done, else why not. */
export async function putIntoNewCategory(typed: string): Promise<ErrorInfo | null> {
  const open = openedProduct()
  if (!open) return null
  const { connectionId, target } = open
  const name = typed.trim()
  const problem = categoryFields.name.problem(name, {})
  if (problem !== null) return { code: 'invalid-input', message: problem }
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
