import type { ActionOf, BulkAction, BulkKind } from '../shared/bulk-action'
import { planAddToCategories, planMoveToCategory, planRemoveFromCategories } from './plan-categories'
import { planAdd, planRemove, planSetAttribute } from './plan-entries'
import { planDelete, planEmpty, planSet } from './plan-fields'
import { planImport } from './plan-import'
import { planRemovePictures } from './plan-pictures'
import { planPutBack } from './plan-put-back'
import { planTyped } from './plan-typed'
import { planFill } from './rules/plan-fill'
import { planGenerate } from './rules/plan-generate'
import { planAddOption, planChoicePrices } from './rules/plan-options'
import { planPrice } from './rules/plan-price'
import { planReplace } from './rules/plan-replace'
import { planSaleEnd, planSaleStart } from './rules/plan-sale'
import { planStock } from './rules/plan-stock'

import type { BulkContext, BulkProduct, Planner, ProposedEdit } from './planner'

const planners: { [Kind in BulkKind]: Planner<ActionOf<Kind>> } = {
  set: planSet,
  empty: planEmpty,
  add: planAdd,
  remove: planRemove,
  'set-attribute': planSetAttribute,
  'remove-pictures': planRemovePictures,
  'add-to-categories': planAddToCategories,
  'remove-from-categories': planRemoveFromCategories,
  'move-to-category': planMoveToCategory,
  delete: planDelete,
  price: planPrice,
  'start-sale': planSaleStart,
  'end-sale': planSaleEnd,
  replace: planReplace,
  fill: planFill,
  stock: planStock,
  typed: planTyped,
  import: planImport,
  'put-back': planPutBack,
  'add-option': planAddOption,
  'choice-prices': planChoicePrices,
  'generate-variations': planGenerate,
}

export function proposedEdits(product: BulkProduct, action: BulkAction, context: BulkContext): ProposedEdit[] {
  // The planner of a kind takes the actions of that kind.
  const planner = planners[action.kind] as Planner<BulkAction>
  return planner(product, action, context)
}
