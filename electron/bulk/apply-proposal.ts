import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import type { Applied } from '../changes/apply'
import type { LongWrite } from '../changes/apply-in-parts'
import { grow } from '../changes/grow'
import { createPacer } from '../changes/pacer'
import { seeProduct } from '../changes/reindex'
import { writeSet, type WrittenSet } from '../changes/write-set'
import type { BulkAction } from '../shared/bulk-action'
import type { Operation } from '../shared/change'
import { editRefusedBy, editSays, type EditReason } from '../shared/edit-reason'
import { AppError } from '../shared/errors'
import type { ProductPatch } from '../shared/fields/product-fields'
import type { SetLabel } from '../shared/set-label'
import { createShelfNames } from '../snapshots/shelf-names'
import { toBulkProduct } from './bulk-product'
import { createAddedVariations } from './added-variations'
import { createFitting } from './edits-that-fit'
import { operationsOf, picturesOfNew, variationsOfNew } from './edit-operations'
import { isProposedProduct, shelfInProposal, shelfOfProposal } from '../shared/proposal'
import { valuesOf } from './new-product'
import { createProposedCategories } from './proposed-categories'
import { returned } from './returning-product'
import { operationsOfCategory } from './plan-category'
import { ordersProducts, shelvesBefore } from './shelves-back'
import { shelfBack } from './put-shelf-back'
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
  const isTyped = action.kind === 'typed' && proposals.get(id)?.startsAt === null
  const fitting = createFitting(catalogue, id, { putsBack, isTyped })
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
    fitting.sayLacked(productId)
    proposedProducts.setMade(id, productId, madeAs)
    keptTables.setMade(id, productId, madeAs)
    proposedEdits.settle(id, madeAs, null)
    setId = written.id()
    made += 1
    return written.productIds()
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
    const edits = additions.takable(fitting.asItIsNow(seen, product, all), product.fields.options, productId)
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
