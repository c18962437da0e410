const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** As the web writes it: `pt_BR` -> `pt-BR`. */
export const languageTag = (code: string): string => code.replaceAll('_', '-')

/** `de` -> German. What nobody has a name for is called as the store calls it. */
export function languageName(code: string): string {
  try {
    return names.of(languageTag(code)) ?? code
  } catch {
    return code
  }
}
