import { createContext, useContext } from 'react'
import type { StoreWords } from '../../../electron/shared/fields/kind'

/** What every field of the form needs to know beside its own value. Nothing in it changes while somebody types. */
export type FormState = StoreWords & { connectionId: string; readOnly: boolean }

export const FormStateContext = createContext<FormState | null>(null)

export function useFormState(): FormState {
  const state = useContext(FormStateContext)
  if (!state) throw new Error('A field outside of the form.')
  return state
}
