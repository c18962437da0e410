import type { TextsSet, TypedTexts } from './control'

/** What was typed into lines and is no value yet goes with its line. `order`: where each line stood. */
export function movedTexts(texts: TypedTexts, path: string, order: readonly number[]): TextsSet {
  const typed = Object.entries(texts.within(path))
  const moved = typed.flatMap(([at, text]): [string, string][] => {
    const [place, ...rest] = at.slice(path.length + 1).split('.')
    const to = order.indexOf(Number(place))
    return to < 0 ? [] : [[[path, to, ...rest].join('.'), text]]
  })
  return { ...withoutTexts(texts, path), ...Object.fromEntries(moved) }
}

/** Nothing of what was typed within a path stays. */
export const withoutTexts = (texts: TypedTexts, path: string): TextsSet =>
  Object.fromEntries(Object.keys(texts.within(path)).map((at) => [at, null]))
