import { altTextsOf, rewrittenAlt, type NewAlt } from '../shared/alt-translations'
import type { OwnPicture } from '../shared/change-record'
import { altText, altTexts } from '../shared/fields/thing-fields'
import type { Texts } from '../shared/fields/translations'
import type { PictureHolder } from '../shared/remote-product'
import { mergeValues, type Merge } from './merge'
import { altOf, toldBy } from './pictures'

// What is said of the one picture of a variation or a category, in all languages of the store, its first one first.

type Alt = PictureHolder['alt']
type Told = Pick<OwnPicture, 'alt' | 'translated'>
type Languages = readonly string[] | undefined

const isSaid = ({ translated }: Told): boolean => translated !== undefined
const textsOf = (told: Told, languages: Languages): Texts => altTextsOf(altOf(told), languages)

/**
 * Three ways, the text and each other language for itself: what others wrote in another one since stays. What says nothing of other
 * languages leaves them as they are.
 */
export function mergeTold(
  { before, after }: { before: Told; after: Told },
  now: Alt,
  languages: Languages,
): { outcome: Merge['outcome']; alt: Alt } {
  const theirs = altTextsOf(now, languages)
  const main = mergeValues(altText, before.alt, after.alt, now?.main ?? '')
  const texts: Merge = isSaid(after)
    ? mergeValues(altTexts, textsOf(before, languages), textsOf(after, languages), theirs)
    : { outcome: 'same' }
  const all = [main.outcome, texts.outcome]
  const outcome = all.includes('conflict') ? 'conflict' : all.includes('send') ? 'send' : 'same'
  const said: NewAlt = {
    ...(main.outcome !== 'same' && { main: String(main.value) }),
    ...(texts.outcome !== 'same' && { texts: altTexts.kind.schema.parse(texts.value) }),
  }
  return { outcome, alt: outcome === 'same' ? now : rewrittenAlt(now, said, languages) }
}

/** The picture with another text, or with one in another `language`; null: it says that already. */
export function toldAnew(
  picture: OwnPicture,
  { alt, language }: { alt: string; language?: string | undefined },
  languages: Languages,
): { before: OwnPicture; after: OwnPicture } | null {
  const texts = textsOf(picture, languages)
  const was = language === undefined ? picture.alt : (texts[language] ?? '')
  if (picture.source === null || was === alt) return null
  const said = language === undefined ? { main: alt } : { texts: { ...texts, [language]: alt } }
  const { translated = {}, ...rest } = picture
  const now = rewrittenAlt(altOf({ alt: rest.alt, translated }), said, languages)
  return { before: { ...rest, translated }, after: { ...rest, ...toldBy({ alt: now }) } }
}

/** What stands where a question about it is decided as its owner has it: what both did in different languages stays. */
export function mineOfTold(after: OwnPicture, before: OwnPicture, theirs: OwnPicture): OwnPicture {
  if (!isSaid(after)) return after
  const texts = mergeValues(altTexts, before.translated ?? {}, after.translated, theirs.translated ?? {})
  return texts.outcome === 'same' ? after : { ...after, translated: altTexts.kind.schema.parse(texts.value) }
}
