import type { DamageKind, PictureSentence } from '../shared/picture-sentence'
import { pictureSentenceText } from '../shared/words/picture-sentence'

/** A picture's bytes contradict themselves; the message says how, for the log and the tests. */
export class PictureDamage extends Error {
  constructor(
    readonly kind: DamageKind,
    message: string,
  ) {
    super(message)
    this.name = 'PictureDamage'
  }
}

/** The file is whole, and yet no use here. */
export class PictureRefusal extends Error {
  constructor(readonly said: PictureSentence) {
    super(pictureSentenceText(said))
    this.name = 'PictureRefusal'
  }
}

export type PictureSize = { width: number; height: number }

/** Refuses a size that no decoder here should meet, as soon as it is read. */
export type CheckSize = (width: number, height: number) => PictureSize

/** What a picture is to be joined from so that its wrapping is right: parts of its bytes, and new ones. */
export type Mend = readonly (readonly [from: number, to: number] | Buffer)[]

export type PictureFacts = PictureSize & {
  /** A note of the camera says that it is to be turned or mirrored before it is shown. */
  isTurned?: boolean
  /** What the person should know before it is sent. */
  note?: PictureSentence
  /** All pixels are there, and what is wrapped around them is sloppy: shown by browsers, not by every program of a shop. */
  mend?: Mend
}

export const standsStill: PictureSentence = { says: 'stands-still' }

/** Bounds the parts of a file that are walked: no real picture has as many, and each costs time. */
export function boundedSteps(most = 200_000): () => void {
  let steps = 0
  return () => {
    if (++steps > most) throw new PictureDamage('broken', 'has parts without an end')
  }
}

export function checkedSize(width: number, height: number): PictureSize {
  if (!(width > 0 && height > 0)) throw new PictureDamage('broken', `measures ${width} x ${height}`)
  return { width, height }
}
