import { countOf } from '../../../electron/shared/words/counts'

const longestAlt = 40

/** An alt text is about its picture, so it goes with it, as in Ecwid. What was dropped beside the new main picture is no main one. */
export function replacedText(alt: string, added: number): string {
  const short = alt.length > longestAlt ? `${alt.slice(0, longestAlt).trimEnd()}…` : alt
  const text = alt === '' ? '.' : `, and its alt text “${short}” went with it.`
  const others = added > 1 ? ` ${countOf(added - 1, 'more picture is', 'more pictures are')} in the gallery.` : ''
  return `Main picture replaced${text}${others}`
}
