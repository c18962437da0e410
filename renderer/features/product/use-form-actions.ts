import { call, problemOf } from '../../bridge'
import { endFreshLine } from '../../components/controls/fresh-line'
import { notifyDone, notifyProblem } from '../../components/notify'
import { offerUndo, tellDone } from '../../components/offer-undo'
import type { DroppedPictures } from '../../stores/dropped-pictures'
import { productBeside } from '../../stores/list-walk'
import { addPictures } from '../../stores/picture-store'
import { goingVariations } from '../../stores/varied-by-options'
import { beginLike } from '../../stores/new-product'
import { isEdited, valuesOf } from '../../stores/product-edits'
import { saveProduct } from '../../stores/product-actions'
import { discardEdits, openedProduct, patchOpen } from '../../stores/product-store'
import { useStoreStore } from '../../stores/store-store'
import { showProduct, useViewStore, type ProductTab } from '../../stores/view-store'
import { deleteProduct, duplicateProduct, type ProductTarget } from '../../stores/whole-product'
import { typedErrors } from './form-problems'
import { endOfList, walkTo } from './walk-list'
import { goToField, goToTabs } from './go-to-field'
import { useFormState } from './form-state'

export type FormActions = {
  save: () => void
  /** Goes on with the next product of the list once this one is saved. */
  saveAndNext: () => void
  /** After a yes to what goes with it. */
  saveAndRemove: (asked: 'save' | 'save-and-next') => void
  /** For a product that does not exist yet: creates it, with the pictures dropped on it, and shows them. */
  saveThenMedia: (pictures?: DroppedPictures) => void
  discard: () => void
  duplicate: () => void
  /** Opens the form of a new product that begins like this one. */
  newFromThis: () => void
  remove: () => void
  openInStore: () => void
}

export function useFormActions(): FormActions {
  const { readOnly } = useFormState()
  const unlessReadOnly = (action: () => unknown) => () => {
    if (!readOnly) void action()
  }
  return {
    save: unlessReadOnly(() => save()),
    saveAndNext: unlessReadOnly(() => saveAndNext()),
    saveAndRemove: (asked) =>
      unlessReadOnly(() => (asked === 'save' ? save({ mayRemove: true }) : saveAndNext(true)))(),
    saveThenMedia: (pictures) => unlessReadOnly(() => saveThenMedia(pictures))(),
    discard,
    duplicate: unlessReadOnly(duplicate),
    newFromThis: unlessReadOnly(newFromThis),
    remove: unlessReadOnly(remove),
    openInStore: () => void openInStore(),
  }
}

function discard(): void {
  const open = openedProduct()
  const bringBack = discardEdits()
  if (!open || !bringBack) return
  const name = open.detail?.fields.name ?? 'the new product'
  const undo = () =>
    bringBack().then(
      () => null,
      (error: unknown) => problemOf(error),
    )
  const about = `${open.connectionId} product ${open.target}`
  offerUndo({ message: `What was typed into ${name} is discarded.`, about, undo })
}

async function saveThenMedia(pictures?: DroppedPictures): Promise<void> {
  const { connectionId } = useViewStore.getState()
  const productId = await save({ thenTab: 'media' })
  // What cannot be taken is told in the tab that is open then.
  if (connectionId && productId && pictures) {
    await addPictures({ connectionId, productId, ...pictures, role: 'gallery' })
  }
}

type Save = { thenTab?: ProductTab; mayRemove?: boolean; asked?: 'save' | 'save-and-next' }

/** Where the list goes on is known before the save: what is saved may leave the list, or move in it. */
async function saveAndNext(mayRemove = false): Promise<void> {
  const open = openedProduct()
  if (open?.phase !== 'ready') return
  if (open.target === 'new') return void (await save())
  const { connectionId, target } = open
  // Whoever opened another one meanwhile stays there.
  const isLeft = () => openedProduct()?.connectionId !== connectionId || openedProduct()?.target !== target
  try {
    const beside = await productBeside(1)
    if (isLeft()) return
    const isSaved = !isEdited(open.edits) || (await save({ mayRemove, asked: 'save-and-next' })) !== undefined
    if (!isSaved || isLeft()) return
    if (beside) walkTo(beside)
    else notifyDone(endOfList(1))
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

/** The product's local id; undefined when something has to be mended first. */
async function save({ thenTab, mayRemove = false, asked = 'save' }: Save = {}): Promise<number | undefined> {
  const open = openedProduct()
  if (open?.phase !== 'ready') return undefined
  const [first] = typedErrors(open, true, useStoreStore.getState().snapshot?.profile ?? null)
  if (first) {
    endFreshLine()
    patchOpen(open, { strict: true })
    goToField(first)
    return undefined
  }
  if (!mayRemove && goingVariations(open).length > 0) {
    patchOpen(open, { asksToRemove: asked })
    return undefined
  }
  const saved = await saveProduct()
  if (saved && open.target === 'new') {
    showProduct(saved.productId, thenTab)
    requestAnimationFrame(() => goToTabs())
  }
  return saved?.productId
}

async function duplicate(): Promise<void> {
  await withProduct(async (target) => {
    await duplicateProduct(target)
    notifyDone('The copy is hidden, and comes without the SKU and the UPC of its original: each is of one product.')
  })
}

async function newFromThis(): Promise<void> {
  const open = openedProduct()
  if (open?.phase !== 'ready') return
  const { connectionId, edits } = open
  try {
    const begun = await call('drafts.get', { connectionId, productId: null })
    if (begun) notifyDone('A new product is begun already. Create or discard it, then begin from this one.')
    else beginLike(connectionId, valuesOf(edits))
    showProduct('new', 'general')
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

async function remove(): Promise<void> {
  await withProduct(async (target) => {
    tellDone({ problem: null, message: `Deleted ${target.name}`, ...(await deleteProduct(target)) })
  })
}

async function withProduct(action: (target: ProductTarget) => Promise<void>): Promise<void> {
  const open = openedProduct()
  if (!open?.detail) return
  const { id: productId, fields } = open.detail
  try {
    await action({ connectionId: open.connectionId, productId, name: fields.name })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

async function openInStore(): Promise<void> {
  const url = openedProduct()?.detail?.url
  if (!url) return
  try {
    await call('app.openExternal', { url })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}
