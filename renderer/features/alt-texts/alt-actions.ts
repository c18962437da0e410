import type { AltWish } from '../../../electron/shared/alt-text'
import { call, problemOf } from '../../bridge'
import { notifyDone, notifyProblem } from '../../components/notify'
import { aboutSet, offerUndo } from '../../components/offer-undo'
import { closeAltTexts, tellAlts, useAltTextsStore, type AltEdits } from '../../stores/alt-texts-store'
import { countOf } from './alt-words'

/** Closes the list and lets go of what was typed. */
export function forgetTyped(): void {
  const { about, selection } = useAltTextsStore.getState()
  closeAltTexts()
  if (!about || !selection) return
  const { connectionId } = about
  call('altTexts.forget', { connectionId, selectionId: selection.id }).catch((error: unknown) =>
    notifyProblem(problemOf(error)),
  )
}

/** Writes the texts; they are sent in the background. False: they could not be written, which is said. */
export async function writeAltTexts(connectionId: string, wish: AltWish, edits: AltEdits): Promise<boolean> {
  try {
    const input = { connectionId, ...wish, typed: tellAlts(edits).typed }
    const { changeSetId, texts, products } = await call('altTexts.write', input)
    if (changeSetId === null) {
      notifyDone('Every picture has its alt text already.')
      return true
    }
    const undo = async () => {
      try {
        await call('changes.revert', { connectionId, changeSetId })
        return null
      } catch (error) {
        return problemOf(error)
      }
    }
    offerUndo({
      message: `${countOf(texts, 'alt text')} written on ${countOf(products, 'product')}.`,
      about: aboutSet(changeSetId),
      undo,
    })
    return true
  } catch (error) {
    notifyProblem(problemOf(error))
    return false
  }
}
