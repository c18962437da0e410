import type { Catalogue } from '../catalogue/catalogue'
import type { IncludedEdit } from '../catalogue/proposed-edits-table'
import type { Applied } from '../changes/apply'
import type { LongWrite } from '../changes/apply-in-parts'
import { grow } from '../changes/grow'
import { namesNow } from '../changes/picture-names'
import { imagesOf } from '../changes/pictures'
import { seeProduct, type Seen } from '../changes/reindex'
import { writeSet } from '../changes/write-set'
import type { BulkAction } from '../shared/bulk-action'
import { AppError } from '../shared/errors'
import type { ProductPatch } from '../shared/fields/product-fields'
import type { SetLabel } from '../shared/set-label'
import { toBulkProduct } from './bulk-product'
import { operationsOf, picturesOfNew } from './edit-operations'
import { isProposedProduct } from '../shared/proposal'
import { namedPicture } from '../shared/wanted-pictures'
import { valuesOf } from './new-product'
import { createProposedCategories } from './proposed-categories'
import { returned } from './returning-product'
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
const pictureGone = 'This picture is not there any more.'
const gone = 'This product is no longer in the catalogue.'

/** A proposal on its way into one change set. What is still to be written is what of its edits is neither made nor refused. */
export function createProposalWrite({ catalogue, now, signal, action, label, tell }: Parts, id: number) {
  const { proposals, proposedEdits, proposedProducts, keptTables, changes } = catalogue
  let setId = proposals.get(id)?.changeSetId ?? null
  const categories = createProposedCategories(catalogue, id)
  let { made } = proposedEdits.tally(id)
  const putsBack = action.kind === 'put-back' ? action : null
  let place = 0
  /** Cancelled: the rest is not wanted any more. */
  const isWanted = () => proposals.get(id)?.ending === null

  function make(productId: number): number[] {
    const edits = proposedEdits.included(id, productId)
    const taken = takenBy(valuesOf(edits))
    if (taken !== null) return refuse(productId, taken)
    const written = writeSet(catalogue, now(), setId ?? { source: 'bulk', label })
    const isMade = attempt(productId, () =>
      putsBack
        ? written.add(returned(catalogue, putsBack.snapshotId, productId))
        : written.ask([
            { kind: 'create', fields: valuesOf(categories.named(edits, written)) },
            ...picturesOfNew(edits),
          ]),
    )
    // The categories that are made with it are below zero.
    const madeAs = written.productIds().find((each) => each > 0)
    if (!isMade || madeAs === undefined) return []
    proposedProducts.setMade(id, productId, madeAs)
    keptTables.setMade(id, productId, madeAs)
    proposedEdits.settle(id, madeAs, null)
    setId = written.id()
    made += 1
    return written.productIds()
  }

  /** Others may have made it since the review: one without an SKU is known by its name. */
  function takenBy({ sku, name = '' }: ProductPatch): string | null {
    if (sku) return catalogue.products.skuOwner(sku, null) ? `A product with the SKU ${sku} is there by now.` : null
    return catalogue.products.onlyOwner('name', name) === 'none' ? null : `A product called ${name} is there by now.`
  }

  /** Whether it could be written; what cannot stays in the proposal, with its reason. */
  function attempt(productId: number, ask: () => void): boolean {
    try {
      catalogue.attempt(ask)
      return true
    } catch (error) {
      if (!(error instanceof AppError) || !leavesOut.has(error.code)) throw error
      refuse(productId, error.message)
      return false
    }
  }

  /** All of a product or nothing. */
  function write(productId: number): number[] {
    if (isProposedProduct(productId)) return make(productId)
    const seen = seeProduct(catalogue, productId)
    if (!seen) return refuse(productId, gone)
    const product = toBulkProduct(productId, seen.current)
    const edits = withoutPicturesGone(productId, seen, proposedEdits.included(id, productId))
    if (edits.length === 0) return []
    const written = writeSet(catalogue, now(), setId ?? { source: 'bulk', label })
    const ask = () => written.ask(operationsOf(product, categories.named(edits, written)), new Map([[productId, seen]]))
    if (!attempt(productId, ask)) return []
    proposedEdits.settle(id, productId, null)
    noteWritten(catalogue, productId, edits)
    setId = written.id()
    made += 1
    return written.productIds()
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
    for (const edit of away) proposedEdits.refuse(edit.id, pictureGone)
    return edits.filter((edit) => !away.includes(edit))
  }

  function refuse(productId: number, reason: string): number[] {
    proposedEdits.settle(id, productId, reason)
    return []
  }

  function note(): void {
    proposals.setChangeSet(id, setId)
    proposals.setDone(id, made)
  }

  const work: LongWrite = {
    setId: () => setId,
    reach(productIds) {
      if (!isWanted()) return
      const wanted = [...productIds].filter((each) => each !== null && proposedEdits.included(id, each).length > 0)
      if (wanted.length === 0) return
      const before = { setId, made }
      try {
        tell(
          catalogue.transaction(() => {
            const written = wanted.flatMap((each) => (each === null ? [] : write(each)))
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

  async function run(): Promise<Applied> {
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

  return { ...work, run }
}

const leavesOut = new Set<AppError['code']>(['not-found', 'invalid-input'])
