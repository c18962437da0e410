import { notTakenSentence } from '../../format/not-taken'
import { picturesIn } from '../../stores/dropped-pictures'

type Dragged = Pick<DragEvent, 'dataTransfer'>

export const carriesFiles = ({ dataTransfer }: Dragged): boolean => dataTransfer?.types.includes('Files') ?? false

/** A link, a piece of a web page or a text of another program. */
export const carriesText = ({ dataTransfer }: Dragged): boolean =>
  dataTransfer?.types.some((type) => type === 'text/uri-list' || type === 'text/html' || type === 'text/plain') ?? false

/** Where a dropped text becomes part of what is written there. */
export function isTextPlace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable="true"]') !== null
}

/** Why a link or a text that was dropped where folders go adds nothing. */
export function whyNothingHere(data: DataTransfer): string {
  const { urls, notTaken = 'nothing' } = picturesIn(data)
  if (urls.length === 0) return notTakenSentence(notTaken, 'dropped')
  const [what, it] = urls.length === 1 ? ['A link has', 'it'] : ['Links have', 'them']
  return `${what} no file name to find a product by, so nothing was added. Drop ${it} on a product in the list or in its Media tab.`
}

/** For pictures of another program that are no files of this computer; null: all are. */
export function withoutFileSentence(without: number, withFile: number): string | null {
  if (without === 0) return null
  const so = withFile > 0 ? 'left out' : 'not added'
  return without === 1
    ? `1 picture is no file on this computer, so it was ${so}. Drop it on the product, or save it and drop the file.`
    : `${without} pictures are no files on this computer, so they were ${so}. Drop them on the product, or save them and drop the files.`
}
