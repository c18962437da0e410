import { noWords } from '../../../../electron/shared/fields/kind'
import { ownProblems } from '../../../../electron/shared/fields/own-problems'
import type { StoreProfile } from '../../../../electron/shared/store'
import { valuesOf, type ProductEdits } from '../../../stores/product-edits'
import type { OpenProduct } from '../../../stores/product-store'
import { goneOf, type OwnEdits, type Variation } from '../../../stores/variation-edits'
import { variationRows } from '../../../stores/variation-rows'
import { isGoing } from '../../../stores/varied-by-options'
import { unreadSentence } from '../../../format/number-question'
import type { FormError } from '../form-errors'
import { variationColumns } from '../../../format/variation-columns'

/** By column. */
export type CellErrors = Readonly<Record<string, string>>

/** Where a box of a variation is, for keys that lead to it. */
export const cellPath = (variationId: number, column: string): string => `variations.${variationId}.${column}`
/** Where it is said that variations are gone which something was typed into. */
export const gonePath = 'variations.gone'

export const isCellPath = (path: string): boolean => path.startsWith('variations.') && path !== gonePath

type About = Pick<ProductEdits, 'base' | 'patch'> & { variation: Variation; profile: StoreProfile | null }
type Known = About & { errors: CellErrors }
const known = new WeakMap<OwnEdits, Known>()
const none: CellErrors = {}

/** What of a variation keeps the form from being saved. The same object as long as nothing of it changes, so that a row can tell. */
export function errorsOfVariation(edits: ProductEdits, variation: Variation, profile: StoreProfile | null): CellErrors {
  const own = edits.variations[variation.id]
  if (!own) return none
  const last = known.get(own)
  const { base, patch } = edits
  if (last?.variation === variation && last.base === base && last.patch === patch && last.profile === profile) {
    return last.errors
  }
  // One that goes with the save has nothing that could be refused.
  const errors = isGoing(edits, variation) ? none : find(own, edits, variation, profile)
  known.set(own, { base, patch, variation, profile, errors })
  return errors
}

function find(own: OwnEdits, edits: ProductEdits, variation: Variation, profile: StoreProfile | null): CellErrors {
  const { unlimited, ...wrong } = ownProblems(own.patch, variation.own, valuesOf(edits))
  const unread = Object.entries(own.unparsed).map(([path, text]) => {
    const column = variationColumns.find((each) => each.path === path)
    return [path, column ? column.unread(text, { ...noWords, profile }) : unreadSentence(path, text, profile)] as const
  })
  return { ...(unlimited && { quantity: unlimited }), ...wrong, ...Object.fromEntries(unread) }
}

/** The same of all of them, in the order of the screen. */
export function variationErrors(
  { edits, detail }: Pick<OpenProduct, 'edits' | 'detail'>,
  profile: StoreProfile | null,
): FormError[] {
  if (Object.keys(edits.variations).length === 0) return []
  const variations = variationRows({ detail, edits })
  const gone = goneOf(edits.variations, variations)
  const ofGone: FormError[] = gone.length > 0 ? [{ path: gonePath, tab: 'options', message: goneSentence(gone) }] : []
  const ofCells = variations.flatMap((variation) => {
    const errors = errorsOfVariation(edits, variation, profile)
    return Object.entries(errors).map(([column, message]): FormError => {
      return { path: cellPath(variation.id, column), tab: 'options', message }
    })
  })
  return [...ofGone, ...ofCells]
}

export const goneSentence = (gone: readonly OwnEdits[]): string =>
  `${gone.map(({ label }) => label).join('; ')}: no longer a variation of this product. What you typed into it cannot be saved.`
