import { notTakenSentence, type NotTaken, type Way } from '../format/not-taken'
import { tellNotAllowed } from './notify'

type Pictures = { files: File[]; urls: string[]; notTaken?: NotTaken }

/** Hands on what was dropped or pasted when there is something in it, and says why not when there is nothing. */
export function takePictures(take: (pictures: Pictures) => void, way: Way = 'dropped'): (pictures: Pictures) => void {
  return (pictures) => {
    if (pictures.files.length + pictures.urls.length > 0) take(pictures)
    else tellNotAllowed(notTakenSentence(pictures.notTaken ?? 'nothing', way))
  }
}

/** One was taken where only one has a place. `isElsewhere`: the product has a place for the others. */
export function tellOnlyOne(what: string, name: string, others: number, isElsewhere: boolean): void {
  if (others === 0) return
  const rest = others === 1 ? 'the other one was' : `the ${others} others were`
  const them = others === 1 ? 'it' : 'them'
  const where = isElsewhere ? ` Add ${them} in the Media tab to show ${them} with the product.` : ''
  tellNotAllowed(`${what} has one picture, so only ${name} was taken and ${rest} left out.${where}`)
}
