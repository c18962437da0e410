import { decodeEntities } from './html-entities'
import { textStretches } from './html-markup'

/** What a reader sees of a description: a tag counts as a space, character references are decoded. */
export function textOfHtml(html: string): string {
  if (!html.includes('<')) return decodeEntities(html)
  const stretches = textStretches(html)
  return decodeEntities(stretches.map(({ from, to }) => html.slice(from, to)).join(' '))
}
