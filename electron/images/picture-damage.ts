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

export type PictureFacts = PictureSize & {
  /** A note of the camera says that it is to be turned or mirrored before it is shown. */
  isTurned?: boolean
  /** What the person should know before it is sent, as a sentence. */
  note?: string
}

export const standsStill = 'It moves; in the shop it stands still, because only its first frame can be used.'

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
