import { partsOfText } from '../../../electron/shared/parts-of-text'
import type { StoreWords } from '../../../electron/shared/fields/kind'
import { categoryNames, fullName } from '../../format/category-names'
import { readColumn } from './kind-columns'
import type { SheetColumn } from './sheet-column'

/** Categories by their names, each with those above it where two have the same; a semicolon between two of them. */
export const categoriesColumn: SheetColumn = {
  ...readColumn('categoryIds'),
  width: 220,
  typing: {
    text: ({ categoryIds = [] }, { categories }) => categoryIds.map(categoryNames(categories).nameOf).join('; '),
    read: (text, { categoryIds = [] }, { categories }) => {
      const { has, nameOf, named } = categoryNames(categories)
      // What is called by its number is one that this key does not see: it stays where it was.
      const unseen = categoryIds.filter((id) => !has(id))
      const names = namesIn(text).filter((name) => !unseen.some((id) => nameOf(id) === name))
      const found = names.map(named)
      const ids = found.flatMap((all) => (all.length === 1 && all[0] ? [all[0].id] : []))
      return ids.length === found.length ? { values: { categoryIds: [...new Set([...unseen, ...ids])] } } : { text }
    },
    unread: (text, words) => unreadNames(text, words),
    choices: ({ categories }) => categoryNames(categories).all,
    isLong: false,
  },
}

const namesIn = (text: string): string[] => partsOfText(text, ';')

function unreadNames(text: string, { categories }: StoreWords): string {
  const { named } = categoryNames(categories)
  const wrong = namesIn(text).find((name) => named(name).length !== 1) ?? ''
  const [first] = named(wrong)
  if (!first) return `No category is called ${wrong}. Put a semicolon between two of them.`
  return `Several categories are called ${wrong}. Write it with those above it, such as ${fullName(first)}.`
}
