import { useMemo } from 'react'
import { shelfFieldOf } from '../../../electron/shared/fields/shelf-fields'
import { problemsOf, type FieldErrors } from '../../../electron/shared/fields/validate-product'
import { isWithin, type TypedTexts } from '../../components/controls/control'
import { shelfPatch, useShelfStore } from '../../stores/shelf-store'

/** What is wrong with what was typed on the open page, by the box it stands at. */
export function useShelfErrors(): FieldErrors {
  const detail = useShelfStore(({ open }) => open?.detail ?? null)
  const { patch } = useShelfStore(shelfPatch)
  return useMemo(() => {
    if (!detail) return {}
    const beside = { ...detail.fields, ...patch }
    const found = Object.entries(patch).map(([name, value]) => {
      const field = shelfFieldOf(detail.thing, name)
      return field ? problemsOf(name, field, value, beside) : {}
    })
    return Object.assign({}, ...found)
  }, [detail, patch])
}

/** None of its fields is typed as something that may be no value yet. */
export function useShelfTexts(): TypedTexts {
  const errors = useShelfErrors()
  return useMemo(
    () => ({
      at: () => undefined,
      set: () => {},
      within: () => ({}),
      problemAt: (path) => errors[path],
      isWrong: (path) => Object.keys(errors).some((at) => isWithin(at, path)),
    }),
    [errors],
  )
}
