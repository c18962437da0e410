import type { RemoteProduct } from '../remote-product'
import { anything, field, type Field } from './field'
import type { Kind } from './kind'
import { otherTexts, translationsOf, wholeMap, type Main, type Texts } from './translations'

/** Ecwid's name for the map of a text in all languages. */
export const twinOf = <Name extends string>(name: Name): `${Name}Translated` => `${name}Translated`

export type TwinsOf<Fields> = {
  [
    Name in keyof Fields & string as Fields[Name] extends { isTranslated: true } ? `${Name}Translated` : never
  ]: Field<Texts>
}

/** A field of each text that Ecwid keeps in the other languages of the store. */
export function twinsOf<Fields extends Record<string, unknown>>(fields: Fields): TwinsOf<Fields> {
  const all = Object.entries(fields as Record<string, Field>)
  const made = all.flatMap(([name, main]) => (main.isTranslated ? [[twinOf(name), twin(name, main)] as const] : []))
  return Object.fromEntries(made) as TwinsOf<Fields>
}

/** What the text is called that is translated: of a value that consists of several, a part of it. */
export const textLabel = ({ kind, label }: Pick<Field, 'kind' | 'label'>): string => kind.parts['text']?.label ?? label

function twin(name: string, main: Field): Field<Texts> {
  const { text: part } = main.kind.parts
  // Of a value that consists of several it is the text.
  const textOf = (value: unknown): string => String(part ? (value as { text: string }).text : value)
  const label = textLabel(main)
  const map = twinOf(name)
  const mainIn = (product: RemoteProduct): Main => {
    return { text: textOf(main.json.get(product)), languages: product.storeLanguages }
  }
  return field({
    label: `${label} in other languages`,
    section: main.section,
    // A field that is translated is a text, or has one.
    kind: translationsOf(label, (part?.kind ?? main.kind) as Kind<string>),
    empty: {},
    json: {
      get: (product) => otherTexts(product[map], mainIn(product)),
      lay: (product, value) => ({ ...product, [map]: wholeMap(value, product[map], mainIn(product)) }),
      body: (value, { patch, product }) => {
        if (!product) return { [map]: value }
        const now = patch[name] === undefined ? undefined : textOf(patch[name])
        return { [map]: wholeMap(value, product[map], mainIn(product), now) }
      },
    },
    problem: anything,
    sortedBy: null,
    isFiltered: false,
    inFiles: {},
    isTranslated: false,
    isInherited: false,
  })
}
