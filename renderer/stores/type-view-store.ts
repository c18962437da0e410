import { create } from 'zustand'

type TypeView = {
  connectionId: string | null
  /** The type whose page is open, by the id that it had when it was chosen. */
  active: number | null
  /** What is asked in a dialog of the screen. */
  asked: 'create' | 'delete' | null
}

const begin = { active: null, asked: null }

export const useTypeViewStore = create<TypeView>(() => ({ connectionId: null, ...begin }))
const { getState, setState } = useTypeViewStore

/** The types of another store begin anew. */
export function enterTypes(connectionId: string): void {
  if (getState().connectionId !== connectionId) setState({ connectionId, ...begin })
}

export const activateType = (active: number | null): void => setState({ active })
export const askAboutType = (asked: TypeView['asked']): void => setState({ asked })
