import { decodeEntities } from '../../shared/html-entities'
import { textStretches } from '../../shared/html-markup'
import type { Span } from './find-spans'
import type { SearchedText } from './hits'

type Searched = Pick<SearchedText, 'text' | 'isHtml' | 'stretches'>

/** The text with what was found in it replaced, and nothing else. Of HTML that would become something else by it, nothing is replaced. */
export function replacedText(searched: Searched): string {
  if (!searched.isHtml) return written(searched, (replacement) => replacement)
  const wanted = searched.stretches.map(({ read, spans }) => laid(read.text, spans)).filter(isText)
  const tags = markupOf(searched.text)
  const isRight = (html: string) => isAlike(markupOf(html), tags) && isAlike(readTexts(html), wanted)
  return [asHtml, asHtmlApart].map((write) => written(searched, write)).find(isRight) ?? searched.text
}

function written({ text, stretches }: Searched, write: (replacement: string) => string): string {
  const stored = stretches.flatMap(({ read, spans }) =>
    spans.map(({ from, to, replacement }) => ({
      from: read.storedAt(from),
      to: read.storedAt(to),
      replacement: write(replacement),
    })),
  )
  return laid(text, stored)
}

function laid(text: string, spans: readonly Span[]): string {
  let made = ''
  let at = 0
  for (const { from, to, replacement } of spans) {
    made += text.slice(at, from) + replacement
    at = to
  }
  return made + text.slice(at)
}

/** As it is written between tags. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\u00a0', '&nbsp;')

/** Its first sign by its number, so that it makes no tag and no sign together with what stands before it: `<` and `b`, `&` and `amp;`. */
function asHtmlApart(text: string): string {
  const [first = ''] = text
  return first === '' ? '' : `&#${first.codePointAt(0) ?? 0};${asHtml(text.slice(first.length))}`
}

/** The tags and whatever else is no text, in order. */
function markupOf(html: string): string[] {
  const stretches = textStretches(html)
  return stretches.slice(1).map(({ from }, at) => html.slice(stretches[at]?.to ?? 0, from))
}

/** What a reader sees of the stretches between them. */
const readTexts = (html: string): string[] =>
  textStretches(html)
    .map(({ from, to }) => decodeEntities(html.slice(from, to)))
    .filter(isText)

const isText = (text: string): boolean => text !== ''

const isAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])
