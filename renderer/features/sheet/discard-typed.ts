import { offerUndo } from '../../components/offer-undo'
import { productsText } from '../../../electron/shared/words/counts'
import { changeCells, takeBackStep } from '../../stores/sheet-steps'
import { useSheetStore, type SheetEdits } from '../../stores/sheet-store'
import { actsDone, stopActs } from './running-act'

let count = 0
const nothingTyped = (edits: SheetEdits): SheetEdits => ({ ...edits, patch: {}, unparsed: {}, variations: {} })

const hasCells = ({ patch, unparsed }: { patch: object; unparsed: object }): boolean =>
  Object.keys(patch).length + Object.keys(unparsed).length > 0
/** Into cells: variations that are to be made or removed are of the form. */
export const isTyped = (edits: SheetEdits): boolean => hasCells(edits) || Object.values(edits.variations).some(hasCells)

/** Lets go of all that is typed and not saved, in whichever products: one step, which Ctrl+Z takes back as any other. */
export async function discardTyped(): Promise<void> {
  // What is still going into rows ends first.
  stopActs('stopped')
  await actsDone()
  const ids = [...useSheetStore.getState().edits].flatMap(([id, edits]) => (isTyped(edits) ? [id] : []))
  if (ids.length === 0) return
  // A step of its own: the same name again would go on with the last one.
  const name = `discard ${(count += 1)}`
  changeCells(name, new Map(ids.map((id) => [id, nothingTyped])))
  offerUndo({
    message: `Discarded what was typed for ${productsText(ids.length)}.`,
    about: 'what is typed in the sheet',
    undo: () => {
      takeBackStep(name)
      return Promise.resolve(null)
    },
  })
}
