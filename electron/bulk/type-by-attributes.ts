import { foldText } from '../shared/fold-text'
import type { StoreWords } from '../shared/fields/kind'
import type { Imported } from '../shared/imported'

const prefix = 'attributes.'
const general = 0

/**
 * With its product type, where rows of a new product name attributes and no type, as those of Ecwid’s own files do: the only one that has all of them.
 * `typeId`: the one that new products begin with, which stays where it has them.
 */
export function withTypeByAttributes(
  imported: Imported,
  { productTypes }: Pick<StoreWords, 'productTypes'>,
  typeId: number,
): Imported {
  const { own, added = [] } = imported
  const named = new Set(
    [...own, ...added.flatMap(({ said }) => said)].flatMap(({ path, odd, empties }) =>
      path.startsWith(prefix) && odd === null && !empties ? [foldText(path.slice(prefix.length))] : [],
    ),
  )
  if (named.size === 0 || own.some(({ path }) => path === 'productClassId')) return imported
  const having = productTypes.filter(({ attributes }) => {
    const there = new Set(attributes.map(({ name, type }) => foldText(name || type)))
    return [...named].every((name) => there.has(name))
  })
  const [only, ...others] = having
  const fitting = having.find(({ id }) => id === typeId) ?? (others.length === 0 ? only : undefined)
  const type = fitting ?? having.find(({ id }) => id === general)
  if (!type || type.id === typeId) return imported
  const said = { path: 'productClassId', text: type.name, value: type.id, odd: null }
  return { ...imported, own: [said, ...own] }
}
