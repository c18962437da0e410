/** What the window may load in place of a picture's own address; null: that is no address on the web. */
export function shownAddress(source: string, srcOf: (url: string) => string): string | null {
  if (!isWebAddress(source)) return null
  try {
    return srcOf(new URL(source, 'https://localhost').href)
  } catch {
    return null
  }
}

export const isWebAddress = (source: string): boolean => /^(https?:)?\/\//i.test(source)
