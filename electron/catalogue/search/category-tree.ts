import { searchWords } from '../../shared/search-words'
import { beginningPieces, spacedPieces } from '../../shared/word-pieces'
import type { Db } from '../database'
import type { Memory } from './memory'

export type CategoryTree = ReturnType<typeof createCategoryTree>

type Named = { id: number; name: string; words: string; pieces: string }

/** Names and nesting of the categories, for searches. */
export function createCategoryTree(db: Db, memory: Memory) {
  const read = db.prepare('SELECT id, parent_id, name FROM categories')
  const tree = () =>
    memory.of('category tree', ['categories'], () => {
      const records = read.all<{ id: number; parent_id: number; name: string }>()
      const children = new Map<number, number[]>()
      for (const { id, parent_id } of records) children.set(parent_id, [...(children.get(parent_id) ?? []), id])
      const named: Named[] = records.map(({ id, name }) => {
        return { id, name, words: ` ${searchWords(name).join(' ')} `, pieces: spacedPieces(name) }
      })
      return { children, named, byId: new Map(named.map((each) => [each.id, each])) }
    })
  return {
    /** The categories and everything below them. */
    withDescendants(ids: readonly number[]): number[] {
      const { children } = tree()
      const found = new Set<number>()
      const visit = (id: number) => {
        if (found.has(id)) return
        found.add(id)
        children.get(id)?.forEach(visit)
      }
      ids.forEach(visit)
      return [...found]
    },
    /** Categories whose folded words, between spaces, contain the needle: ` mug ` is the word, ` mug` its beginning. */
    named: (needle: string): number[] => tree().named.flatMap(({ id, words }) => (words.includes(needle) ? [id] : [])),
    /** Categories with a word that begins so, or has this inside where words have no spaces. */
    typed(word: string): number[] {
      const needle = beginningPieces(word)
      return tree().named.flatMap(({ id, pieces }) => (pieces.includes(needle) ? [id] : []))
    },
    nameOf: (id: number): string | undefined => tree().byId.get(id)?.name,
  }
}
