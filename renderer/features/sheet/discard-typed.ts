import { offerUndo } from '../../components/offer-undo'
import { productsText } from '../../../electron/shared/words/counts'
import { changeCells, undoStep } from '../../stores/sheet-steps'
import { useSheetStore, type SheetEdits } from '../../stores/sheet-store'

const name = 'discard'
const nothingTyped = (edits: SheetEdits): SheetEdits => ({ ...edits, patch: {}, unparsed: {}, variations: {} })

/** Lets go of all that is typed and not saved, in whichever products: one step, which Ctrl+Z takes back as any other. */
export function discardTyped(): void {
  const ids = [...useSheetStore.getState().edits.keys()]
  if (ids.length === 0) return
  changeCells(name, new Map(ids.map((id) => [id, nothingTyped])))
  offerUndo({
    message: `Discarded what was typed for ${productsText(ids.length)}.`,
    about: 'what is typed in the sheet',
    undo: () => {
      // What was typed since stays.
      if (useSheetStore.getState().steps.at(-1)?.name === name) undoStep()
      return Promise.resolve(null)
    },
  })
}
