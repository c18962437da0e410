import { flag } from './choice-kinds'
import { anything, field, plain } from './field'

export const discountsAllowed = field({
  label: 'Discounts allowed',
  hint: 'Coupons and the discounts of the store count for it.',
  section: 'selling',
  kind: flag,
  empty: true,
  json: plain('discountsAllowed'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: {},
  isTranslated: false,
  isInherited: false,
})

export const reviewsCollectingAllowed = field({
  label: 'Collect reviews',
  hint: 'Buyers are asked what they think of it, and you decide which reviews are shown.',
  section: 'selling',
  kind: flag,
  empty: true,
  json: plain('reviewsCollectingAllowed'),
  problem: anything,
  sortedBy: null,
  isFiltered: false,
  inFiles: { product_is_review_collection_enabled: '' },
  isTranslated: false,
  isInherited: false,
})
