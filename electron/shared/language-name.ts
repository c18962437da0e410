const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** `de` -> German. What nobody has a name for is called as the store calls it. */
export function languageName(code: string): string {
  try {
    return names.of(code.replaceAll('_', '-')) ?? code
  } catch {
    return code
  }
}
