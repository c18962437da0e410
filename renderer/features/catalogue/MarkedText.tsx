import type { Needle } from '../../../electron/shared/found-places'
import { textParts } from './highlight'

/** A text with the searched words marked. */
export function MarkedText({ text, needles }: { text: string; needles: Needle[] }) {
  if (needles.length === 0) return text
  // oxlint-disable-next-line react/no-array-index-key -- the parts have no other identity
  return textParts(text, needles).map((part, at) => (part.marked ? <mark key={at}>{part.text}</mark> : part.text))
}
