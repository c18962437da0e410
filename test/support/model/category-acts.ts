import type { Operation } from '../../../electron/shared/change'
import type { Category } from '../../../electron/shared/store'
import type { Actor, Claims } from './claims'

export type CategoryAct = { does: 'name' | 'title' | 'create' | 'delete' | 'file' | 'move'; at: number }
type Shown = { categories: readonly Category[]; productId: number; filed: readonly number[]; number: number }
type Asked = { operations: Operation[]; names: string[] }

/** A category with all that is below it. */
function subtreeOf(categories: readonly Category[], id: number): Category[] {
  const below = categories.filter((each) => each.parentId === id)
  const own = categories.filter((each) => each.id === id)
  return [...own, ...below.flatMap((each) => subtreeOf(categories, each.id))]
}

/** What a person does with categories, and with what a product is in. Names are given once. */
export function createCategoryActs(claims: Claims) {
  const first = new Map<string, string>()
  /** What each has ever stood below. */
  const above = new Map<string, Set<string>>()
  const known = (name: string): string => first.get(name) ?? name
  const stands = (thing: string, parent: string) => above.set(thing, new Set([...(above.get(thing) ?? []), parent]))

  /** It, or something that it may stand below, was taken away by one and touched by another. */
  const isDisputed = (thing: string, seen: ReadonlySet<string> = new Set()): boolean =>
    claims.isDisputed(thing) ||
    [...(above.get(thing) ?? [])].some(
      (parent) => claims.isShaped(parent) || (!seen.has(parent) && isDisputed(parent, new Set([...seen, thing]))),
    )

  function act(actor: Actor, { does, at }: CategoryAct, { categories, productId, filed, number }: Shown): Asked {
    const category = categories[at % Math.max(1, categories.length)]
    const name = `${actor} category ${number}`
    if (!category) return { operations: [], names: [] }
    const { id } = category
    const thing = `category ${known(category.name)}`
    switch (does) {
      case 'name':
        first.set(name, known(category.name))
        return {
          operations: [{ kind: 'category.update', categoryId: id, fields: { name } }],
          names: [claims.claim(actor, `name of ${thing}`, name, [thing])],
        }
      case 'title':
        return {
          operations: [{ kind: 'category.update', categoryId: id, fields: { seoTitle: `Title ${number}` } }],
          names: [claims.claim(actor, `title of ${thing}`, `Title ${number}`, [thing])],
        }
      case 'create': {
        const parentId = at % 2 === 0 ? 0 : id
        if (parentId) stands(`category ${name}`, thing)
        return {
          operations: [{ kind: 'category.create', name, parentId }],
          names: [claims.claim(actor, `category ${name}`, true, parentId ? [thing] : [])],
        }
      }
      case 'move': {
        const below = new Set(subtreeOf(categories, id).map((each) => each.id))
        const [parent] = categories.filter((each) => !below.has(each.id)).toReversed()
        const parentId = at % 2 === 0 && parent ? parent.id : 0
        const things = [thing, ...(parentId && parent ? [`category ${known(parent.name)}`] : [])]
        if (things[1]) stands(thing, things[1])
        claims.claim(actor, 'the tree', null)
        return {
          operations: [{ kind: 'category.move', categoryId: id, parentId, before: null }],
          names: [claims.claim(actor, `parent of ${thing}`, null, things)],
        }
      }
      case 'file': {
        const isIn = filed.includes(id)
        const categoryIds = isIn ? filed.filter((each) => each !== id) : [...filed, id]
        return {
          operations: [{ kind: 'update', productId, fields: { categoryIds } }],
          names: [claims.claim(actor, `filed in ${thing}`, !isIn, [thing])],
        }
      }
      case 'delete':
        return {
          operations: [{ kind: 'category.delete', categoryId: id, below: at % 2 === 0 ? 'keep' : 'delete' }],
          names: deleted(actor, at % 2 === 0 ? [category] : subtreeOf(categories, id)),
        }
    }
  }

  function deleted(actor: Actor, gone: readonly Category[]): string[] {
    claims.claim(actor, 'the tree', null)
    return gone.map(({ name }) => {
      claims.shape(actor, `category ${known(name)}`)
      return claims.claim(actor, `category ${known(name)}`, false)
    })
  }

  return { act, deleted, known, isDisputed, called: (name: string, was: string) => void first.set(name, known(was)) }
}
export type CategoryActs = ReturnType<typeof createCategoryActs>
