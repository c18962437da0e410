import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { deleteProduct, duplicateProduct, saveProduct } from '../../stores/product-actions'
import { discardEdits, openedProduct, patchOpen } from '../../stores/product-store'
import { closeProduct, showProduct, type ProductTab } from '../../stores/view-store'
import { formErrors, type FormError } from './form-errors'
import { offerUndo } from './offer-undo'
import { goToField } from './use-form-keys'
import { useFormState } from './form-state'

export type FormActions = {
  save: () => void
  /** For a product that does not exist yet: creates it and shows its pictures. */
  saveThenMedia: () => void
  discard: () => void
  duplicate: () => void
  remove: () => void
  openInStore: () => void
  goToFirstProblem: () => void
}

export function useFormActions(problems: FormError[]): FormActions {
  const { readOnly } = useFormState()
  const unlessReadOnly = (action: () => unknown) => () => {
    if (!readOnly) void action()
  }
  return {
    save: unlessReadOnly(() => save()),
    saveThenMedia: unlessReadOnly(() => save('media')),
    discard: () => void discardEdits(),
    duplicate: unlessReadOnly(duplicate),
    remove: unlessReadOnly(remove),
    openInStore: () => void openInStore(),
    goToFirstProblem: () => {
      const [first] = problems
      if (first) goToField(first)
    },
  }
}

async function save(thenTab?: ProductTab): Promise<void> {
  const open = openedProduct()
  if (open?.phase !== 'ready') return
  const [first] = formErrors(open.edits, true)
  if (first) {
    patchOpen(open, { strict: true })
    return goToField(first)
  }
  const saved = await saveProduct()
  if (saved && open.target === 'new') showProduct(saved.productId, thenTab)
}

async function duplicate(): Promise<void> {
  const copy = await duplicateProduct()
  if (copy) showProduct(copy.productId, 'general')
}

/** No question asked: the message that follows takes it back. */
async function remove(): Promise<void> {
  const open = openedProduct()
  if (!open?.detail) return
  const deleted = await deleteProduct()
  if (!deleted) return
  closeProduct()
  offerUndo({ connectionId: open.connectionId, productId: open.detail.id, ...deleted })
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
