import { categoryFields } from '../shared/fields/category-fields'
import type { KindName, StoreWords } from '../shared/fields/kind'
import { foldText } from '../shared/fold-text'
import type { Imported, Said } from '../shared/imported'
import { kindOfTarget } from '../shared/product-table/target-kind'
import { cellWords } from '../shared/product-table/written-cell'
import type { CategoryRow } from '../shared/product-table/category-rows'
import { firstProposedCategory, isProposedCategory, type ProposedCategory } from '../shared/proposal'

/** `said`: by a row of its own. */
type NewCategory = ProposedCategory & { path: string; said: CategoryRow | null }

/** Between the levels of a path: as we and Ecwid write it, and as others do. */
const levelSigns = / \/(?= )| >(?= )/

/** How an export calls one that its key does not see. */
const unseen = /^Category \d+$/

/** Categories that a table names by their paths and that are not there, under ids that only its proposal knows. */
export function createNewCategories(words: StoreWords) {
  const known = new Map([...cellWords(words).paths].map(([id, path]) => [foldText(path), id] as const))
  const made = new Map<string, NewCategory>()
  const byId = new Map<number, NewCategory>()
  /** In which row of its own each is described. */
  const saidIn = new Map<number, number>()

  function below(parentId: number, above: string, name: string): { id: number; path: string } {
    const path = above === '' ? name : `${above} / ${name}`
    const key = foldText(path)
    const id = known.get(key) ?? made.get(key)?.id ?? firstProposedCategory - made.size
    if (isProposedCategory(id) && !made.has(key)) {
      const added = { id, name, parentId, path, said: null }
      made.set(key, added)
      byId.set(id, added)
    }
    return { id, path }
  }

  /** So that a slash within a name is none between two levels. */
  function longestKnown(levels: readonly string[]) {
    for (let count = levels.length; count > 0; count -= 1) {
      const path = levels.slice(0, count).join(' / ')
      const id = known.get(foldText(path))
      if (id !== undefined) return { id, path, count }
    }
    return { id: 0, path: '', count: 0 }
  }

  function idOf(path: string): number | null {
    if (unseen.test(path)) return null
    const levels = path.split(levelSigns).map((level) => level.trim())
    const { count, ...start } = longestKnown(levels)
    const missing = levels.slice(count)
    if (missing.some((name) => categoryFields.name.problem(name, {}) !== null)) return null
    return missing.reduce((above, name) => below(above.id, above.path, name), start).id
  }

  return {
    /** Null: no category can be called so. */
    idOf,
    /** The one of this path that is there. */
    there: (path: string): number | null => known.get(foldText(path)) ?? null,
    /** One that has a row of its own; `twice`: the row that had it before. */
    add(path: string, said: CategoryRow, row: number): number | { twice: number } | null {
      const id = idOf(path)
      const found = id === null ? undefined : byId.get(id)
      if (!found) return null
      const before = saidIn.get(found.id)
      if (before !== undefined) return { twice: before }
      saidIn.set(found.id, row)
      found.said = said
      return found.id
    },
    /** Those that products of a table go into, those that have rows, and those above them, each after the one that it is below. */
    usedBy(imported: Iterable<Imported>): NewCategory[] {
      if (made.size === 0) return []
      const used = new Set<number>()
      const note = (id: number) => {
        if (!isProposedCategory(id) || used.has(id)) return
        note(byId.get(id)?.parentId ?? 0)
        used.add(id)
      }
      for (const { id, said } of made.values()) if (said !== null) note(id)
      for (const { own } of imported) for (const said of own) idsIn(said).forEach(note)
      return [...used].flatMap((id) => byId.get(id) ?? [])
    },
    /** What is said where none is to be made. */
    unmade({ own, ...others }: Imported): Imported {
      const odd = (said: Said): Said => {
        const [missing] = idsIn(said).flatMap((id) => byId.get(id) ?? [])
        return missing
          ? { ...said, value: null, odd: { says: 'none-called', what: 'category', name: missing.path } }
          : said
      }
      return { own: own.map(odd), ...others }
    },
  }
}

const idsIn = ({ path, value }: Said): number[] =>
  isCategory.has(kindOfTarget(path)?.name) ? [value].flat().filter((id) => typeof id === 'number') : []
const isCategory: ReadonlySet<KindName | undefined> = new Set<KindName | undefined>(['category', 'categories'])
