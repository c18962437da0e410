import type { Picture } from '../../electron/shared/product'

/** A picture that is only on this computer, named by its number; the first one is the main one. */
export const aPicture = (n: number, of: Partial<Picture> = {}): Picture => ({
  key: `local:${n}`,
  madeAs: `local:${n}`,
  thumbnail: `staged:${n}`,
  full: `staged:${n}`,
  alt: '',
  altTexts: {},
  isMain: n === 0,
  fileName: `${n}.png`,
  upload: null,
  ...of,
})
