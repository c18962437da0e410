import { isBlank } from '../fold-text'
import { flag } from './choice-kinds'
import type { Fault } from './fault'
import { anything } from './field'
import type { Entry } from './kind'
import { whole } from './number-kinds'
import { productOrder } from './product-order'
import { category } from './reference-kinds'
import { plainField, type PlainField } from './plain-field'
import { slugProblem } from './product-texts'
import { html, longText, text } from './text-kinds'
import { translationsOf, type Texts } from './translations'

/** Ecwid's own limit. */
const longestName = 255

function nameProblem(name: string): Fault | null {
  if (isBlank(name)) return 'category-without-name'
  return name.length > longestName ? 'category-name-too-long' : null
}

const name = plainField({ label: 'Name', kind: text, empty: '', problem: nameProblem, isTranslated: true })
const description = plainField({ label: 'Description', kind: html, empty: '', problem: anything, isTranslated: true })
const seoTitle = plainField({ label: 'Page title', kind: text, empty: '', problem: anything, isTranslated: true })
const seoDescription = plainField({
  label: 'Meta description',
  kind: longText,
  empty: '',
  problem: anything,
  isTranslated: true,
})

const customSlug = plainField({
  label: 'URL slug',
  hint: 'The last part of the page’s address. Left empty, it follows the name.',
  kind: text,
  empty: '',
  problem: slugProblem,
  isTranslated: false,
})

/** What a text says in the other languages of the store; `shelf-values.ts` reads and writes it. */
const inOthers = ({ label, kind }: PlainField<string>) =>
  plainField<Texts>({
    label: `${label} in other languages`,
    kind: translationsOf(label, kind),
    empty: {},
    problem: anything,
    isTranslated: false,
  })

/** The fields of a category that a person can edit, under Ecwid's names. */
export const categoryFields = {
  name,
  nameTranslated: inOthers(name),
  enabled: plainField({ label: 'Enabled', kind: flag, empty: true, problem: anything, isTranslated: false }),
  /** 0, or absent in Ecwid's JSON: at the root. */
  parentId: plainField({ label: 'Parent category', kind: category, empty: 0, problem: anything, isTranslated: false }),
  /** Among those of the same parent, in steps of ten. */
  orderBy: plainField({
    label: 'Place',
    kind: whole(undefined, 'Write the place as a whole number.'),
    empty: 0,
    problem: anything,
    isTranslated: false,
  }),
  /** All that are right in it; a product that comes into it is its own edit. */
  productIds: plainField<readonly Entry[]>({
    label: 'Products in their order',
    kind: productOrder,
    empty: [],
    problem: anything,
    isTranslated: false,
  }),
  description,
  descriptionTranslated: inOthers(description),
  seoTitle,
  seoTitleTranslated: inOthers(seoTitle),
  seoDescription,
  seoDescriptionTranslated: inOthers(seoDescription),
  customSlug,
}
