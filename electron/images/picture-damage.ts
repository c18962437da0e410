/** A picture's bytes contradict themselves; the message says how, for the log and the tests. */
export class PictureDamage extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PictureDamage'
  }
}

export type PictureSize = { width: number; height: number }

export function checkedSize(width: number, height: number): PictureSize {
  if (!(width > 0 && height > 0)) throw new PictureDamage(`measures ${width} x ${height}`)
  return { width, height }
}
