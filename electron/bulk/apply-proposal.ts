import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import type { Applied } from '../changes/apply'
import type { LongWrite } from '../changes/apply-in-parts'
import { grow } from '../changes/grow'
import { createPacer } from '../changes/pacer'
import { namesNow } from '../changes/picture-names'
import { imagesOf } from '../changes/pictures'
import { seeProduct, type Seen } from '../changes/reindex'
import { writeSet, type WrittenSet } from '../changes/write-set'
import type { BulkAction } from '../shared/bulk-action'
import type { Operation } from '../shared/change'
import { editRefusedBy, editSays, type EditReason } from '../shared/edit-reason'
import { AppError } from '../shared/errors'
import type { ProductPatch } from '../shared/fields/product-fields'
import type { SetLabel } from '../shared/set-label'
import { createShelfNames } from '../snapshots/shelf-names'
import { isEqual } from '../shared/fields/equal'
import { toBulkProduct } from './bulk-product'
import { createAddedVariations } from './added-variations'
import { operationsOf, picturesOfNew, variationsOfNew } from './edit-operations'
import { isProposedProduct, newVariationSchema, shelfInProposal, shelfOfProposal } from '../shared/proposal'
import { namedPicture } from '../shared/wanted-pictures'
import { filedBack } from './filed-back'
import { valuesOf } from './new-product'
import { createProposedCategories } from './proposed-categories'
import { lackedNow, returned } from './returning-product'
import { isHere } from './named-here'
import { operationsOfCategory } from './plan-category'
import { ordersProducts, shelvesBefore } from './shelves-back'
import { shelfBack } from './put-shelf-back'
import type { BulkProduct } from './planner'
import { isOfAttributes, madeUnderTypeThatStays, underTypeThatStays } from './type-left-out'
import { noteWritten } from './written-drafts'

type Parts = {
  catalogue: Catalogue
  now: () => number
  signal: AbortSignal
  action: BulkAction
  label: SetLabel
  tell: (productIds: number[]) => void
}

const productsAtOnce = 100

/** A proposal on its way into one change set. What is still to be written is what of its edits is neither made nor refused. */
export function createProposalWrite({ catalogue, now, signal, action, label, tell }: Parts, id: number) {
  const { proposals, proposedEdits, proposedProducts, keptTables, changes } = catalogue
  let setId = proposals.get(id)?.changeSetId ?? null
  const categories = createProposedCategories(catalogue, id)
  const additions = createAddedVariations(catalogue, id)
  let { made } = proposedEdits.tally(id)
  const putsBack =
    action.kind === 'put-back' ? { ...action, names: createShelfNames(catalogue, action.snapshotId) } : null
  let place = 0
  /** Cancelled: the rest is not wanted any more. */
  const isWanted = () => proposals.get(id)?.ending === null

  function make(productId: number): number[] {
    const included = proposedEdits.included(id, productId)
    const taken = takenBy(valuesOf(included))
    if (taken !== null) return refuse(productId, taken)
    const edits = additions.takable(included, [], null)
    const written = writeSet(catalogue, now(), setId ?? { source: 'bulk', label })
    const isMade = attempt(productId, () =>
      putsBack
        ? written.add(returned(catalogue, putsBack.snapshotId, productId, putsBack.names))
        : askNew(edits, written),
    )
    // The categories that are made with it are below zero.
    const madeAs = written.productIds().find((each) => each > 0)
    if (!isMade || madeAs === undefined) return []
    if (putsBack) sayLacked(productId, putsBack)
    proposedProducts.setMade(id, productId, madeAs)
    keptTables.setMade(id, productId, madeAs)
    proposedEdits.settle(id, madeAs, null)
    setId = written.id()
    made += 1
    return written.productIds()
  }

  /** What it came back without; what the review has said of it already may be less. */
  function sayLacked(productId: number, of: NonNullable<typeof putsBack>): void {
    const said = new Map(proposedEdits.unmade(id, productId).map(({ field, reason }) => [field, reason]))
    const all = lackedNow(catalogue, { ...of, id: productId })
    const lacked = all.filter(({ field }) => !said.has(field))
    for (const { field, reason } of all) {
      if (reason && said.has(field) && !isEqual(said.get(field), reason))
        proposedEdits.refuseAnew(id, productId, field, reason)
    }
    if (lacked.length > 0) proposedEdits.add(id, proposedEdits.placeOf(id, productId), productId, lacked)
  }

  function askNew(edits: readonly IncludedEdit[], written: WrittenSet): void {
    const ids = written.ask([
      { kind: 'create', fields: valuesOf(categories.named(edits, written)) },
      ...picturesOfNew(edits),
      ...variationsOfNew(edits),
    ])
    const madeAs = written.productIds().find((each) => each > 0)
    if (madeAs !== undefined) additions.follow(edits, madeAs, ids, written)
  }

  /** Others may have made it since the review: one without an SKU is known by its name. */
  function takenBy({ sku, name = '' }: ProductPatch): EditReason | null {
    if (sku) return catalogue.products.skuOwner(sku, null) ? { says: 'sku-there', name: sku } : null
    return catalogue.products.onlyOwner('name', name) === 'none' ? null : { says: 'name-there', name }
  }

  /** Whether it could be written; what cannot stays in the proposal, with its reason. */
  function attempt(productId: number, ask: () => void): boolean {
    try {
      catalogue.attempt(ask)
      return true
    } catch (error) {
      if (!(error instanceof AppError) || !leavesOut.has(error.code)) throw error
      refuse(productId, editRefusedBy(error))
      return false
    }
  }

  function writeShelf(proposed: number, localId: number): number[] {
    const written = writeSet(catalogue, now(), setId ?? { source: 'bulk', label })
    const included = proposedEdits.included(id, proposed)
    const first = included.filter((edit) => !ordersProducts(edit))
    const edits = first.length > 0 ? first : included
    if (edits.length === 0) return []
    // The order of products follows what else there is of it.
    const isBegun = proposedEdits.isBegun(id, proposed)
    const ask = () =>
      putsBack
        ? written.add(shelfBack(catalogue, { ...putsBack, localId }, edits))
        : written.ask(operationsOfCategory(localId, edits))
    if (!attempt(proposed, ask)) return []
    proposedEdits.settleSome(edits.map((edit) => edit.id))
    setId = written.id() ?? setId
    if (!isBegun) made += 1
    return written.productIds()
  }

  /** All of a product or nothing. */
  function write(productId: number): number[] {
    const shelf = shelfOfProposal(productId)
    if (shelf !== null) return writeShelf(productId, shelf)
    if (isProposedProduct(productId)) return make(productId)
    const seen = seeProduct(catalogue, productId)
    if (!seen) return refuse(productId, editSays('product-gone'))
    const read = new Map([[productId, seen]])
    const product = toBulkProduct(productId, seen.current)
    const all = proposedEdits.included(id, productId)
    const fitting = ofTypeThatStays(product, filedHere(withoutPicturesGone(productId, seen, all)))
    const edits = additions.takable(fitting, product.fields.options, productId)
    if (edits.length === 0) return leaveAsItIs(all)
    const written = writeSet(catalogue, now(), setId ?? { source: 'bulk', label })
    function ask(): void {
      const named = categories.named(edits, written)
      const asked = operationsOf(product, named)
      const isOrder = ({ kind }: Operation) => kind === 'picture.order'
      const ids = written.ask(
        asked.filter((each) => !isOrder(each)),
        read,
      )
      additions.follow(edits, productId, ids, written)
      // It names pictures that come with the others.
      written.ask(asked.filter(isOrder))
    }
    if (!attempt(productId, ask)) return []
    proposedEdits.settle(id, productId, null)
    noteWritten(catalogue, productId, edits)
    setId = written.id()
    made += 1
    return written.productIds()
  }

  /** Nothing of a product is left to be written: where none of it was refused either, it does not count. */
  function leaveAsItIs(edits: readonly IncludedEdit[]): number[] {
    const isSame = edits.length > 0 && proposedEdits.areSame(edits.map((edit) => edit.id))
    if (isSame) proposals.setToWrite(id, made, (proposals.get(id)?.total ?? 0) - 1)
    return []
  }

  /** What others took away since the review is none of the rest of its product. */
  function withoutPicturesGone(productId: number, { current }: Seen, edits: IncludedEdit[]): IncludedEdit[] {
    const named = edits.filter(({ field, variationId }) => field === 'picture' && variationId === null)
    if (named.length === 0) return edits
    const nameNow = namesNow(catalogue, productId, imagesOf(current))
    const away = named.filter(({ after }) => {
      const key = namedPicture(after)
      return key !== null && nameNow(key) === undefined
    })
    for (const edit of away) proposedEdits.refuse(edit.id, editSays('picture-gone'))
    return edits.filter((edit) => !away.includes(edit))
  }

  /** What was left out, or could not come back, is named by no product, and none of them loses what it is filed in now by that. */
  function filedHere(edits: IncludedEdit[]): IncludedEdit[] {
    if (!putsBack) return edits
    const { calledThen } = putsBack.names
    const filed = filedBack(edits, { comes: (named) => isHere(catalogue, named), calledThen })
    const keyOf = (variationId: number | null, field: string | null) => `${variationId} ${field}`
    const gone = new Map(
      filed.flatMap(({ edit, isNothing, reason }) =>
        isNothing ? [[keyOf(edit.variationId, edit.field), reason] as const] : [],
      ),
    )
    return filed.flatMap(({ edit, after, isNothing, reason }) => {
      const along = edit.follows === null ? undefined : gone.get(keyOf(edit.variationId, edit.follows))
      const refused = along ?? (isNothing ? reason : null)
      if (refused) proposedEdits.refuse(edit.id, refused)
      else if (after !== edit.after) proposedEdits.narrow(edit.id, after, reason)
      return refused ? [] : [{ ...edit, after }]
    })
  }

  /** Its type was left out by hand: what was to be said of attributes is of those that it has. */
  function ofTypeThatStays({ id: productId, fields }: BulkProduct, edits: IncludedEdit[]): IncludedEdit[] {
    if (!edits.some(isOfAttributes)) return edits
    const isLeftOut = proposedEdits
      .unmade(id, productId)
      .some((each) => each.field === 'productClassId' && each.standing === 'out')
    if (!isLeftOut) return edits
    const of = { types: catalogue.productTypes.list(), typeId: fields.productClassId }
    return edits.flatMap((edit) => {
      if (!isOfAttributes(edit)) return edit
      if (edit.field === 'variation') return { ...edit, after: madeUnderType(productId, edit, of) }
      const { after, reason } = underTypeThatStays(edit, of)
      const isNothing = isEqual(after, Object(edit.before ?? {}))
      if (isNothing && reason) proposedEdits.refuse(edit.id, reason)
      else proposedEdits.narrow(edit.id, after, reason)
      if (isNothing && !reason) proposedEdits.setSame(edit.id)
      return isNothing ? [] : { ...edit, after }
    })
  }

  /** The variation is made; a row of its own says which of its values do not come with it. */
  function madeUnderType(productId: number, edit: IncludedEdit, of: Parameters<typeof madeUnderTypeThatStays>[1]) {
    const { after, reason } = madeUnderTypeThatStays(edit.after, of)
    proposedEdits.narrow(edit.id, after, null)
    if (!reason) return after
    const { attributes: values } = newVariationSchema.parse(edit.after).fields
    const { variationId, before } = edit
    const row = { variationId, variation: null, field: 'attributes', before, after: values, reason } as const
    const lacked = { ...row, standing: 'refused', follows: null, warnings: [], weight: 0 } as const
    proposedEdits.add(id, proposedEdits.placeOf(id, productId), productId, [lacked])
    return after
  }

  function refuse(productId: number, reason: EditReason): number[] {
    proposedEdits.settle(id, productId, reason)
    return []
  }

  function note(): void {
    proposals.setChangeSet(id, setId)
    proposals.setDone(id, made)
  }

  /**
   * What is still to be written of these, by their local ids, and before it what they are to be filed in or to stand below. Orders of products
   * wait for those that come.
   */
  function reached(localIds: Iterable<number | null>): number[] {
    const left = [...localIds]
      .flatMap((each) => (each === null ? [] : each > 0 ? each : shelfInProposal(each)))
      .filter((each) => proposedEdits.included(id, each).some((edit) => !ordersProducts(edit)))
    return putsBack ? [...shelvesBefore(catalogue, id, left), ...left] : left
  }

  const work: LongWrite = {
    setId: () => setId,
    reach(localIds) {
      if (!isWanted()) return
      const wanted = reached(localIds)
      if (wanted.length === 0) return
      const before = { setId, made }
      try {
        tell(
          catalogue.transaction(() => {
            const written = wanted.flatMap(write)
            note()
            return written
          }),
        )
      } catch (error) {
        ;({ setId, made } = before)
        throw error
      }
    },
  }

  /** Before any product that goes into them. One that cannot be made is left out. The rest of the engine has its turns. */
  async function makeCategories(): Promise<void> {
    const pace = createPacer()
    for (const categoryId of categories.withRows()) {
      if (signal.aborted || !isWanted()) return
      const touched = catalogue.transaction(() => {
        const written = writeSet(catalogue, now(), setId ?? { source: 'bulk', label })
        try {
          catalogue.attempt(() => categories.make(categoryId, written))
        } catch (error) {
          if (!(error instanceof AppError) || !leavesOut.has(error.code)) throw error
          return []
        }
        setId = written.id() ?? setId
        note()
        return written.productIds()
      })
      tell(touched)
      await pace()
    }
  }

  async function run(): Promise<Applied> {
    await putsBack?.names.ready()
    await makeCategories()
    const isWhole = await grow({
      catalogue,
      signal,
      isWanted,
      next: () => proposedEdits.nextProducts(id, place, productsAtOnce),
      write(step) {
        place = step.place + 1
        return write(step.productId)
      },
      note,
      tell,
      // The yes is on disk, and what it asks for with it: a power cut leaves more of it to be written. A claim makes it last.
      commit: catalogue.repeatable,
    })
    if (!isWhole && !signal.aborted) proposedEdits.leaveRest(id)
    if (isWhole || !signal.aborted) proposals.setState(id, 'applied')
    return { changeSetId: setId, productIds: setId === null ? [] : changes.idsOf(setId) }
  }

  return { ...work, reached, run }
}

const leavesOut = new Set<AppError['code']>(['not-found', 'invalid-input'])
