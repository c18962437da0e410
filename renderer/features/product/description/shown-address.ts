import { pictureSrc } from '../../../../electron/shared/picture-src'

/** What the window may load in place of a picture's own address; null: that is no address on the web. */
export function shownAddress(source: string, connectionId: string): string | null {
  if (!isWebAddress(source)) return null
  try {
    return pictureSrc(connectionId, new URL(source, 'https://localhost').href)
  } catch {
    return null
  }
}

export const isWebAddress = (source: string): boolean => /^(https?:)?\/\//i.test(source)
