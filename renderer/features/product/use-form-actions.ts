import { call, problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { saveProduct } from '../../stores/product-actions'
import { discardEdits, openedProduct, patchOpen } from '../../stores/product-store'
import { showProduct, type ProductTab } from '../../stores/view-store'
import { deleteProduct, duplicateProduct, type ProductTarget } from '../../stores/whole-product'
import { formErrors, type FormError } from './form-errors'
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
  await withProduct(duplicateProduct)
}

async function remove(): Promise<void> {
  await withProduct(async (target) => {
    const { undo } = await deleteProduct(target)
    offerUndo({ message: `Deleted ${target.name}`, undo })
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
