import { z } from 'zod'
import type { Catalogue } from '../catalogue/catalogue'
import type { NewProposedEdit } from '../catalogue/proposed-edits-table'
import { createPacer } from '../changes/pacer'
import { editSays } from '../shared/edit-reason'
import { shelfFieldOf } from '../shared/fields/shelf-fields'
import { readShelf } from '../shared/fields/shelf-values'
import type { RemoteShelf } from '../shared/remote-shelf'
import { asSaid } from '../shared/cell-reason'
import { says } from '../shared/sentence'
import { fieldOf } from '../shared/fields/product-fields'
import { referencesIn, type Reference } from '../shared/fields/references'
import { isOfField, shelfInProposal, type ProposedCategory } from '../shared/proposal'
import { shelfEditSchema, type ShelfEdit } from '../shared/shelf-edit'
import type { ShelfNames } from '../snapshots/shelf-names'
import { shelfDifferences, shelfValueBack } from '../snapshots/shelf-then'
import { contentNow, contentThen } from '../snapshots/thing-content'
import { isHere } from './named-here'
import { shelfRow } from './shelf-row'

/** `comes`: a category that is gone, as what goes into it is to name it. */
type ShelfBack = { name: string; edits: NewProposedEdit[]; comes: ProposedCategory | null }

type Of = { snapshotId: number; localId: number; names: ShelfNames; comes: (named: Reference) => boolean }

/**
 * What goes back of a category or product type: all of it where it is gone, else what is another now, but for the order of its products.
 * Below what neither is here nor comes back nothing goes.
 */
export function editsOfShelf(catalogue: Catalogue, { snapshotId, localId, names, comes }: Of): ShelfBack {
  const [then, now] = [contentThen(catalogue, snapshotId, localId), contentNow(catalogue, localId)]
  if (!then || then.thing === 'product') return { name: '', edits: [], comes: null }
  const { thing, is: was } = then
  const parentId = names.nameNow({ thing: 'category', id: Number(was['parentId'] ?? 0) }) ?? 0
  const withoutParent = comes({ thing: 'category', id: parentId }) ? null : asSaid(says('parent-not-here'))
  if (!now || now.thing === 'product') {
    const why = catalogue.shelves.get(localId) ? editSays('delete-waits') : withoutParent
    const isIn = z.array(z.unknown()).safeParse(was['productIds']).data ?? []
    const edits = [shelfRow(null, { thing, field: null, products: isIn.length }, { reason: why })]
    return {
      name: nameOf(was),
      edits,
      comes: thing === 'category' && !why ? { id: localId, name: nameOf(was), parentId } : null,
    }
  }
  const languages = catalogue.languages()
  const differences = shelfDifferences(thing, { was, is: now.is }, languages, names.nameNow)
  const edits = differences.flatMap((each): NewProposedEdit[] => {
    if (each.field === 'productIds' || (each.field === 'orderBy' && withoutParent)) return []
    const is = readShelf(thing, now.is, each.field, languages)
    const value = shelfValueBack(each, is)
    if (shelfFieldOf(thing, each.field)?.kind.isSame(value, is)) return []
    const why = each.field === 'parentId' ? withoutParent : null
    return [shelfRow({ thing, field: each.field, value: is }, { thing, field: each.field, value }, { reason: why })]
  })
  return { name: nameOf(now.is), edits, comes: null }
}

export const nameOf = ({ name }: RemoteShelf): string => (typeof name === 'string' ? name : '')

/** Whether the proposal brings back what a product names. */
export function comesBack(
  { proposedEdits }: Pick<Catalogue, 'proposedEdits'>,
  proposalId: number,
  { id, attribute }: Reference,
): boolean {
  return (
    id < 0 &&
    proposedEdits.included(proposalId, shelfInProposal(id)).some(({ after }) => {
      const { field } = shelfEditSchema.parse(after)
      return field === null || (attribute !== undefined && field === 'attributes')
    })
  )
}

/** Whether what a product names is here, or comes with the proposal. */
export const isHereOrComes = (catalogue: Catalogue, proposalId: number | null, named: Reference): boolean =>
  isHere(catalogue, named) || (proposalId !== null && comesBack(catalogue, proposalId, named))

/** It goes after the products that come into the category. */
export const ordersProducts = ({ field, after }: Pick<NewProposedEdit, 'field' | 'after'>): boolean =>
  field === 'shelf' && shelfEditSchema.parse(after).field === 'productIds'

/** What of the proposal these products are to be filed in and is not written yet, each after the one that it is below. */
export function shelvesBefore(
  { proposedEdits, proposedCategories }: Pick<Catalogue, 'proposedEdits' | 'proposedCategories'>,
  proposalId: number,
  productIds: readonly number[],
): number[] {
  const seen = new Set<number>()
  function withAbove(localId: number): number[] {
    const proposed = shelfInProposal(localId)
    if (localId >= 0 || seen.has(localId) || proposedEdits.included(proposalId, proposed).every(ordersProducts))
      return []
    seen.add(localId)
    return [...withAbove(proposedCategories.get(proposalId, localId)?.parentId ?? 0), proposed]
  }
  const edits = productIds.flatMap((productId) => proposedEdits.included(proposalId, productId))
  const named = edits.flatMap(({ field, after }) => {
    if (isOfField(field)) return referencesIn(fieldOf(field).kind, after)
    return field === 'shelf' ? namedByShelf(shelfEditSchema.parse(after)) : []
  })
  return named.flatMap(({ thing, id }) => (thing === 'product' ? [] : withAbove(id)))
}

const namedByShelf = (edit: ShelfEdit): Reference[] => {
  const field = edit.field === null ? undefined : shelfFieldOf(edit.thing, edit.field)
  return field && edit.field !== null ? referencesIn(field.kind, edit.value) : []
}

/** Product types first, then categories from the root down, so that each has what it is below. */
export async function inTheirTurn(
  catalogue: Catalogue,
  snapshotId: number,
  localIds: readonly number[],
): Promise<number[]> {
  const pace = createPacer()
  const then = new Map<number, { localId: number; parentId: number }>()
  const types: number[] = []
  for (const localId of localIds) {
    const was = contentThen(catalogue, snapshotId, localId)
    if (was?.thing === 'productType') types.push(localId)
    if (was?.thing === 'category') then.set(was.is.id, { localId, parentId: Number(was.is['parentId'] ?? 0) })
    await pace()
  }
  const depthOf = (id: number, seen: readonly number[] = []): number => {
    const found = seen.includes(id) ? undefined : then.get(id)
    return found ? 1 + depthOf(found.parentId, [...seen, id]) : 0
  }
  const categories = [...then].map(([id, { localId }]) => ({ localId, depth: depthOf(id) }))
  return [...types, ...categories.toSorted((one, other) => one.depth - other.depth).map(({ localId }) => localId)]
}
