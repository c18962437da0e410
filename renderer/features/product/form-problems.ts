import { useShallow } from 'zustand/react/shallow'
import type { SectionName } from '../../../electron/shared/fields/field'
import { fieldOf } from '../../../electron/shared/fields/product-fields'
import { fieldOfPath } from '../../../electron/shared/fields/typed'
import type { StoreProfile } from '../../../electron/shared/store'
import { isWithin } from '../../components/controls/control'
import { useIsWaiting } from '../../components/controls/fresh-line'
import { useProductStore, type OpenProduct } from '../../stores/product-store'
import { useStoreStore } from '../../stores/store-store'
import type { ProductTab } from '../../stores/view-store'
import { formErrors, refusedPictures, storeErrors, type FormError } from './form-errors'
import { useFormState } from './form-state'
import { variationErrors } from './variations/variation-errors'

type Profile = StoreProfile | null
type Known = Pick<OpenProduct, 'edits' | 'strict' | 'detail'> & { profile: Profile; errors: FormError[] }

let last: Known | null = null

/** What keeps the form from being saved. Found once for what is typed, however many fields ask for theirs. */
function errorsOf({ edits, strict, detail }: OpenProduct, profile: Profile): FormError[] {
  const isKnown = last?.edits === edits && last.strict === strict && last.profile === profile && last.detail === detail
  if (last && isKnown) return last.errors
  const errors = typedErrors({ edits, detail }, strict, profile)
  last = { edits, strict, profile, detail, errors }
  return errors
}

/** Of the product and of its variations. */
export const typedErrors = (
  open: Pick<OpenProduct, 'edits' | 'detail'>,
  strict: boolean,
  profile: Profile,
): FormError[] => [...formErrors(open.edits, strict, profile), ...variationErrors(open, profile)]

/** A sentence; undefined when what the field holds is fine. A field is drawn when its own changes. */
export function useFieldError(path: string): string | undefined {
  const { profile } = useFormState()
  return (
    useProductStore(({ open }) => open && errorsOf(open, profile).find((one) => one.path === path)?.message) ??
    undefined
  )
}

/** Of the parts of a field too: path -> sentence. */
export function useFieldErrors(field: string): Record<string, string> {
  const { profile } = useFormState()
  return useProductStore(
    useShallow(({ open }) => {
      const own = open ? errorsOf(open, profile).filter(({ path }) => isWithin(path, field)) : []
      return Object.fromEntries(own.map(({ path, message }) => [path, message]))
    }),
  )
}

/** Whether something of the field wants to be mended, typed or refused. */
export function useIsWrong(field: string): boolean {
  const { profile } = useFormState()
  const isWaiting = useIsWaiting()
  return useProductStore(({ open }) =>
    problemsOf(open, profile).some(({ path }) => isWithin(path, field) && !isWaiting(path)),
  )
}

/** The same of all fields of a section. */
export function useIsWrongIn(section: SectionName): boolean {
  const { profile } = useFormState()
  const isWaiting = useIsWaiting()
  return useProductStore(({ open }) =>
    problemsOf(open, profile).some(({ path }) => {
      const field = fieldOfPath(path)
      return !isWaiting(path) && field !== undefined && fieldOf(field).section === section
    }),
  )
}

/** How many of a tab's fields want to be mended. */
export function useProblemCount(tab: ProductTab): number {
  const { profile } = useFormState()
  const isWaiting = useIsWaiting()
  return useProductStore(
    ({ open }) => problemsOf(open, profile).filter(({ tab: at, path }) => at === tab && !isWaiting(path)).length,
  )
}

/** Everything that wants to be mended now, typed or refused, in the order of the screen. */
export function problemsNow(): FormError[] {
  return problemsOf(useProductStore.getState().open, useStoreStore.getState().snapshot?.profile ?? null)
}

function problemsOf(open: OpenProduct | null, profile: Profile): FormError[] {
  if (!open) return []
  const errors = errorsOf(open, profile)
  const problems = open.detail?.problems ?? []
  if (problems.length === 0) return errors
  const refused = storeErrors(problems, refusedPictures(open.detail), open.edits)
  return [...errors, ...refused.filter(({ path }) => !errors.some((error) => error.path === path))]
}
