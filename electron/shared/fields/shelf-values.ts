import type { RemoteShelf } from '../remote-shelf'
import { withOtherNames } from './attribute-names'
import { readPlain } from './plain-field'
import { shelfFieldOf, type ShelfThing } from './shelf-fields'
import { twinOf } from './translated-fields'
import { otherTexts, wholeMap, type Main, type Texts } from './translations'

type Json = Readonly<Record<string, unknown>>
type Languages = readonly string[]

/** The field whose texts in other languages this one holds; undefined: it is none of those. */
function mainOf(thing: ShelfThing, name: string): string | undefined {
  const main = name.replace(/Translated$/, '')
  return main !== name && shelfFieldOf(thing, main)?.isTranslated ? main : undefined
}

const mainIn = (json: Json, main: string, languages: Languages): Main => ({
  text: String(json[main] ?? ''),
  languages: languages.length > 0 ? languages : undefined,
})

/** Under Ecwid's names; one of them is misspelt on a page of its documentation, so that some stores may send it so. */
const mapIn = (json: Json, name: string): unknown =>
  json[name] ?? (name === twinOf('seoDescription') ? json['seoDecriptionTranslated'] : undefined)

/** A field of a category or product type. `languages`: the store's, its first one first. Undefined: not known to this version. */
export function readShelf(thing: ShelfThing, json: Json, name: string, languages: Languages): unknown {
  const field = shelfFieldOf(thing, name)
  const main = mainOf(thing, name)
  if (main !== undefined) return otherTexts(mapIn(json, name), mainIn(json, main, languages))
  const value = field && readPlain(json, name, field)
  return thing === 'productType' && name === 'attributes' ? withOtherNames(value, languages) : value
}

/** Its JSON with another value of a field. */
export function layShelf(thing: ShelfThing, json: RemoteShelf, name: string, value: unknown, languages: Languages) {
  const main = mainOf(thing, name)
  if (main === undefined) return { ...json, [name]: value }
  // The field holds texts by their languages.
  return { ...json, [name]: wholeMap(value as Texts, mapIn(json, name), mainIn(json, main, languages)) }
}

/** Values of fields as Ecwid takes them; `there`: what it has now. A map that is whole already stays so. */
export function shelfBody(thing: ShelfThing, values: Json, there: Json, languages: Languages): Record<string, unknown> {
  const sent = Object.entries(values).map(([name, value]) => {
    const main = mainOf(thing, name)
    if (main === undefined) return [name, value]
    const known = mainIn(there, main, languages)
    const now = mainIn(values, main, languages)
    const text = main in values ? now.text : known.text
    return [name, wholeMap(otherTexts(value, now), mapIn(there, name), known, text)]
  })
  return Object.fromEntries(sent) as Record<string, unknown>
}
