import type { Catalogue } from '../catalogue/catalogue'
import { isCreate } from '../shared/change-address'
import { shelfBodySchema, type ChangeRecord, type NewChange } from '../shared/change-record'

/**
 * Categories that a set deleted come back under other ids; whatever goes back with them, a thing at a time or all at once, means those.
 * Made for one undo of a set, part by part.
 */
export function createCategoriesAnew({ changes }: Pick<Catalogue, 'changes'>, setId: number) {
  let known: Map<unknown, number> | null = null
  const ids = (): Map<unknown, number> => (known ??= new Map(changes.categoriesAnew(setId)))
  const named = (value: unknown): unknown => ids().get(value) ?? value

  function meant(change: NewChange): NewChange {
    const { thing, field, after } = change
    if (field === 'categoryIds' && Array.isArray(after)) return { ...change, after: after.map(named) }
    if (thing !== 'category') return change
    if (field === 'parentId') return { ...change, after: named(after) }
    if (!isCreate(change)) return change
    const body = shelfBodySchema.parse(after)
    return { ...change, after: { ...body, parentId: named(body['parentId']) } }
  }

  /** `deleted`: among what goes back now. */
  return (planned: readonly NewChange[], deleted: readonly ChangeRecord[]): NewChange[] => {
    for (const { id, thing, before } of deleted) {
      const made = planned.find((each) => isCreate(each) && each.reverts === id)
      if (thing === 'category' && made) ids().set(shelfBodySchema.parse(before)['id'], made.productId)
    }
    return planned.map(meant)
  }
}
export type CategoriesAnew = ReturnType<typeof createCategoriesAnew>
