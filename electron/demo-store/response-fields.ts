import { isJsonObject, type JsonObject } from './json-object'

/** What `responseFields` keeps: a name with true keeps all below it, with a map only what the map names. */
export type FieldSelection = Map<string, FieldSelection | true>

/**
 * Parses `total,items(id,media(images(id)))`. Ecwid's exact grammar is not published: spaces are ignored, a missing closing
 * parenthesis ends with the text, a repeated name is united.
 */
export function parseResponseFields(text: string): FieldSelection {
  let position = 0
  const read = (): FieldSelection => {
    const selection: FieldSelection = new Map()
    while (position < text.length && text[position] !== ')') {
      const name = /^[^,()]*/.exec(text.slice(position))?.[0] ?? ''
      position += name.length
      let below: FieldSelection | true = true
      if (text[position] === '(') {
        position += 1
        below = read()
        position += 1
      }
      if (name.trim() !== '') addField(selection, name.trim(), below)
      if (text[position] === ',') position += 1
    }
    return selection
  }
  const selection = read()
  while (position < text.length) {
    position += 1
    for (const [name, below] of read()) addField(selection, name, below)
  }
  return selection
}

function addField(selection: FieldSelection, name: string, below: FieldSelection | true): void {
  const before = selection.get(name)
  if (before === true || below === true || before === undefined) {
    selection.set(name, before === true ? true : below)
    return
  }
  for (const [inner, deeper] of below) addField(before, inner, deeper)
}

/** Lists are projected item by item; names that do not exist are simply absent from the result. */
export function projectFields(value: unknown, selection: FieldSelection): unknown {
  if (Array.isArray(value)) return value.map((item) => projectFields(item, selection))
  if (!isJsonObject(value)) return value
  const kept: JsonObject = {}
  for (const name of Object.keys(value)) {
    const below = selection.get(name)
    if (below === undefined) continue
    kept[name] = below === true ? value[name] : projectFields(value[name], below)
  }
  return kept
}
