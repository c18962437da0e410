import type { TypedTexts } from './control'

/** What was typed into lines and is no value yet goes with its line. `order`: where each line stood. */
export function moveTexts(texts: TypedTexts, path: string, order: readonly number[]): void {
  const typed = Object.entries(texts.within(path))
  const moved = typed.flatMap(([at, text]): [string, string][] => {
    const [place, ...rest] = at.slice(path.length + 1).split('.')
    const to = order.indexOf(Number(place))
    return to < 0 ? [] : [[[path, to, ...rest].join('.'), text]]
  })
  for (const [at] of typed) texts.set(at, null)
  for (const [at, text] of moved) texts.set(at, text)
}
