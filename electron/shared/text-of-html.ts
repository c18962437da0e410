import { decodeEntities } from './html-entities'
import { textStretches } from './html-markup'

/**
 * Elements that only set a part of a line apart: what stands at both sides of their tags may be one word, as in H<sub>2</sub>O. What is
 * struck out and what is put in its place are two.
 */
const withinWords = new Set(
  `a abbr acronym b bdi bdo big cite code data dfn em font i kbd mark nobr samp small span strong sub sup time tt u var
   wbr`.split(/\s+/),
)
/** No name of these is longer, with what stands around it. */
const longestTag = 12
const tag = /^<\/?([a-z][^\t\n\f\r />]*)/i

/** What a reader sees of a description: a tag that ends a word counts as a space, character references are decoded. */
export function textOfHtml(html: string): string {
  if (!html.includes('<')) return decodeEntities(html)
  let text = ''
  let end = 0
  for (const { from, to } of textStretches(html)) {
    if (endsWord(html, end, from)) text += ' '
    // Each by itself: what is written on both sides of a tag makes no character reference.
    text += decodeEntities(html.slice(from, to))
    end = to
  }
  return text
}

/** What stands from here to there is one tag or one comment, which nobody sees. */
function endsWord(html: string, from: number, to: number): boolean {
  if (from === to || html.startsWith('<!', from) || html.startsWith('<?', from)) return false
  const [, name = ''] = tag.exec(html.slice(from, Math.min(to, from + longestTag))) ?? []
  return !withinWords.has(name.toLowerCase())
}
