import type { ActionOf } from '../../shared/bulk-action'
import type { Planner, ProposedEdit } from '../planner'
import { hitId, searched, type SearchedText } from './hits'
import { replacedText } from './replaced-text'
import { withText } from './text-places'

/** Nothing outside of the hits changes; of HTML no tag, no attribute and no address. */
export const planReplace: Planner<ActionOf<'replace'>> = (product, { rule }) => {
  const except = byText(rule.except)
  const edits: ProposedEdit[] = []
  for (const text of searched(product, rule)) {
    const { variationId, field, part } = text
    const replaced = withoutSome(text, except.get(text.key))
    if (replaced === text.text) continue
    const known = edits.find((edit) => edit.variationId === variationId && edit.field === field)
    const values = variationId === null ? product.fields : product.variations.find(({ id }) => id === variationId)?.own
    const before: unknown = values?.[field]
    if (known) known.after = withText(known.after, part, replaced)
    else edits.push({ variationId, field, before, after: withText(before, part, replaced) })
  }
  return edits
}

/** A text that is not the one any more whose hits were left out is left alone: nobody knows which of them were meant. */
function withoutSome(searchedText: SearchedText, out: ReadonlySet<string> = new Set()): string {
  const { stretches, text } = searchedText
  let unknown = out.size
  const meant = stretches.map(({ read, spans }) => {
    const kept = spans.filter((span) => !out.has(hitId(searchedText, read, span)))
    unknown -= spans.length - kept.length
    return { read, spans: kept }
  })
  return unknown > 0 ? text : replacedText({ ...searchedText, stretches: meant })
}

type ByText = ReadonlyMap<string, ReadonlySet<string>>
const known = new WeakMap<readonly string[], ByText>()

/** Once for all products of an action. */
function byText(ids: readonly string[]): ByText {
  const there = known.get(ids)
  if (there) return there
  const sorted = new Map<string, Set<string>>()
  for (const id of ids) {
    const key = id.slice(0, id.lastIndexOf('/') + 1)
    sorted.set(key, (sorted.get(key) ?? new Set()).add(id))
  }
  known.set(ids, sorted)
  return sorted
}
