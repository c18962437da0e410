import { create } from 'zustand'

/** What is asked in a dialog of the screen, about which category. */
type Asked = { kind: 'create'; below: number } | { kind: 'move'; key: number } | { kind: 'delete'; key: number }

type CategoryView = {
  connectionId: string | null
  /** The line with the focus, whose page is open; by its key. */
  active: number | null
  /** Those that are open, or closed, against how lines begin. */
  turned: ReadonlySet<number>
  /** A small tree is open at first, a large one is not. */
  beginsOpen: boolean
  text: string
  /** Only those that miss a text in this language, with what is above them. */
  untranslated: string | null
  renaming: number | null
  asked: Asked | null
}

const begin = { active: null, turned: new Set<number>(), text: '', untranslated: null, renaming: null, asked: null }

/** The most categories of a tree that is open at first. */
const openAtFirst = 200

/** What is open of the tree of categories, and what is being done there. */
export const useCategoryViewStore = create<CategoryView>(() => ({ connectionId: null, beginsOpen: true, ...begin }))
const { getState, setState } = useCategoryViewStore

/** The tree of another store begins anew. */
export function enterCategories(connectionId: string, count: number): void {
  if (getState().connectionId !== connectionId) setState({ connectionId, beginsOpen: count <= openAtFirst, ...begin })
}

export const isTurnedOpen = ({ turned, beginsOpen }: Pick<CategoryView, 'turned' | 'beginsOpen'>, key: number) =>
  turned.has(key) !== beginsOpen

export function turnCategory(key: number, open: boolean): void {
  const { turned, beginsOpen } = getState()
  const next = new Set(turned)
  if (open === beginsOpen) next.delete(key)
  else next.add(key)
  setState({ turned: next })
}

export const activateCategory = (active: number | null): void => setState({ active })
export const searchCategories = (text: string): void => setState({ text })
export const showUntranslated = (untranslated: string | null): void => setState({ untranslated })
export const renameInPlace = (renaming: number | null): void => setState({ renaming })
export const askAboutCategory = (asked: Asked | null): void => setState({ asked })
