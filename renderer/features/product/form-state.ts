import { createContext, useContext } from 'react'
import type { Category, ProductType, StoreProfile } from '../../../electron/shared/store'

/** What every field of the form needs to know beside its own value. Nothing in it changes while somebody types. */
export type FormState = {
  connectionId: string
  profile: StoreProfile | null
  categories: Category[]
  productTypes: ProductType[]
  readOnly: boolean
}

export const FormStateContext = createContext<FormState | null>(null)

export function useFormState(): FormState {
  const state = useContext(FormStateContext)
  if (!state) throw new Error('A field outside of the form.')
  return state
}
