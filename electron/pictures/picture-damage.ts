/** cut: its end is missing. broken: it contradicts itself. empty: it holds no picture. */
export type DamageKind = 'cut' | 'broken' | 'empty'

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

/** The file is whole, and yet no use here; the message is a sentence for the person. */
export class PictureRefusal extends Error {
  constructor(message: string) {
    super(message)
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
  /** What the person should know before it is sent, as a sentence. */
  note?: string
  /** All pixels are there, and what is wrapped around them is sloppy: shown by browsers, not by every program of a shop. */
  mend?: Mend
}

export const standsStill = 'It moves; in the shop it stands still, because only its first frame can be used.'

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

/** What happened to the file and what can be done, without the words of file formats. */
export function damageSentence(typeName: string, kind: DamageKind): string {
  const what = {
    cut: 'its end is missing, as after a copy or download that was broken off',
    broken: 'a part of it is wrong, so it would look broken in the shop',
    empty: 'there is no picture in it',
  }[kind]
  return `The ${typeName} file is damaged: ${what}. Copy or export it again from where it came from, and add it again.`
}
