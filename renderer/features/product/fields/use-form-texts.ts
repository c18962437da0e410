import { useShallow } from 'zustand/react/shallow'
import { isWithin, textsWithin, type TypedTexts } from '../../../components/controls/control'
import { setUnparsed, useProductStore } from '../../../stores/product-store'
import { useFieldErrors } from '../form-problems'

/** The texts in the boxes of one field that are no values yet: it is drawn when its own change. */
export function useFormTexts(field: string): TypedTexts {
  const unparsed = useProductStore(
    useShallow(({ open }) => {
      const own = Object.entries(open?.edits.unparsed ?? {}).filter(([path]) => isWithin(path, field))
      return Object.fromEntries(own)
    }),
  )
  const errors = useFieldErrors(field)
  return {
    at: (path) => unparsed[path],
    set: setUnparsed,
    problemAt: (path) => errors[path],
    isWrong: (path) => Object.keys(errors).some((at) => isWithin(at, path)),
    within: (path) => textsWithin(unparsed, path),
  }
}
