import { create } from 'zustand'
import type { ErrorInfo } from '../../electron/shared/errors'
import type { ArchiveAsked, Export, ExportAsked, ExportedView } from '../../electron/shared/export'
import type { KeptView } from '../../electron/shared/kept-view'
import type { ProductSelection } from '../../electron/shared/proposal'
import { call, problemOf } from '../bridge'
import { listQuery, useCatalogueStore } from './catalogue-store'
import { faceNow } from './open-view-store'
import { pickedCount, pickedProducts, useProductSelection } from './product-selection'
import { sheetLook } from './sheet-looks'
import { useStoreStore } from './store-store'
import { openViewNow, viewWithId } from './views-store'

/** `count` null: it is not known yet. */
export type Exportable = { which: 'picked' | 'found' | 'all'; selection: ProductSelection; count: number | null }

/** What a dialog asks about: `view`, which is open, null: none; `columns`, of the sheet, by their paths, null: a list is shown. */
export type ExportQuestion = {
  connectionId: string
  view: Pick<KeptView, 'id' | 'name'> | null
  columns: string[] | null
  choices: Exportable[]
  lastName: string | null
}

type Exports = {
  asked: ExportQuestion | null
  /** Mirror of the engine's newest, per connection. */
  newest: Record<string, Export>
}

export const useExportsStore = create<Exports>(() => ({ asked: null, newest: {} }))
const { getState, setState } = useExportsStore

export const noteExport = (newest: Export): void =>
  setState((state) => ({ newest: { ...state.newest, [newest.connectionId]: newest } }))

/** The part that wrote the files was started again. */
export function noteExportsLost(): void {
  for (const newest of Object.values(getState().newest)) {
    if (newest.state === 'writing') {
      const what = newest.what === 'archive' ? 'the archive' : 'the products'
      noteExport({ ...newest, state: 'failed', problem: `The file was not written. Export ${what} again.` })
    }
  }
}

/** Asks which products are wanted and as what. What the file that was written last is called comes a moment later. */
export function askExport(): void {
  const { connectionId } = useCatalogueStore.getState()
  if (connectionId === null) return
  const open = openViewNow()
  const view = open && { id: open.id, name: open.name }
  const columns = faceNow() === 'sheet' ? sheetLook(connectionId).columns.map(({ path }) => path) : null
  setState({ asked: { connectionId, view, columns, choices: exportable(view !== null), lastName: null } })
  void call('exports.current', { connectionId, viewId: view?.id ?? null })
    .then(({ lastName }) => setState(({ asked }) => ({ asked: asked && { ...asked, lastName } })))
    .catch(() => {
      // The store cannot be opened, which its own screen says.
    })
}

export const closeExport = (): void => setState({ asked: null })

/** The likeliest first. */
function exportable(isView: boolean): Exportable[] {
  const { filters, total: found } = useCatalogueStore.getState()
  const count = pickedCount(useProductSelection.getState().picked, found ?? 0)
  const hasFilters = Object.keys(filters).length > 0
  const all = useStoreStore.getState().snapshot?.productCount ?? null
  const choices: Exportable[] = [{ which: 'all', selection: { query: {}, except: [] }, count: all }]
  if (hasFilters || isView)
    choices.unshift({ which: 'found', selection: { query: listQuery(), except: [] }, count: found })
  if (count > 0) choices.unshift({ which: 'picked', selection: pickedProducts(), count })
  return choices
}

/** Answers with why not. */
export const startExport = (connectionId: string, asked: ExportAsked): Promise<ErrorInfo | null> =>
  begin(() => call('exports.start', { connectionId, ...asked }))

/** The last one of a view, as that was saved, or of none. */
export function exportAgain({ connectionId, view }: ExportQuestion): Promise<ErrorInfo | null> {
  const kept = view && viewWithId(view.id)
  return begin(() => call('exports.again', { connectionId, view: kept && asExported(kept) }))
}

const asExported = ({ id, filters, sort, sheet }: KeptView): ExportedView => ({
  id,
  query: sort === null ? filters : { ...filters, sort },
  columns: sheet && sheet.columns.map(({ path }) => path),
})

/** All of a store in one file. Answers with why not. */
export const exportArchive = (connectionId: string, asked: ArchiveAsked): Promise<ErrorInfo | null> =>
  begin(() => call('exports.archive', { connectionId, ...asked }))

async function begin(ask: () => Promise<Export | null>): Promise<ErrorInfo | null> {
  try {
    const begun = await ask()
    if (!begun) return null
    // Its end may have been told already.
    if (getState().newest[begun.connectionId]?.id !== begun.id) noteExport(begun)
    closeExport()
    return null
  } catch (error) {
    return problemOf(error)
  }
}

export const cancelExport = ({ connectionId }: Export): Promise<null> => call('exports.cancel', { connectionId })
export const showExport = ({ connectionId }: Export): Promise<null> => call('exports.show', { connectionId })
