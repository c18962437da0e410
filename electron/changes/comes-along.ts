import type { Catalogue } from '../catalogue/catalogue'
import { isDelete } from '../shared/change-address'
import { isOpen, type ChangeRecord, type Lost } from '../shared/change-record'
import { remoteProductSchema } from '../shared/remote-product'
import type { Sentence } from '../shared/sentence'
import { filesOf } from './files'
import { localIdOf } from './given-back'
import { createNamesAnew } from './names-anew'
import { currentProduct } from './reindex'

/** What an undo of this change gives back to products, and what it cannot, said beforehand. */
export function comesAlong(catalogue: Catalogue, change: ChangeRecord): Sentence[] {
  const lost = change.token?.lost ?? []
  if (isOpen(change)) return []
  if (change.thing === 'product') return isDelete(change) ? filesAlong(change) : []
  if (lost.length === 0) return []
  const anew = createNamesAnew(catalogue)
  const here = lost.flatMap((each) => {
    const productId = localIdOf(catalogue, anew, each)
    const product = productId === undefined ? undefined : currentProduct(catalogue, productId)
    return product ? [{ each, isOfAnother: Boolean(each.wasOfType) && (product.productClassId ?? 0) !== 0 }] : []
  })
  const free = here.filter(({ isOfAnother }) => !isOfAnother).map(({ each }) => each)
  const left = here.length - free.length
  return [
    { says: whatComes(change), products: free.length, values: valuesOf(free) },
    ...counted('products-not-here', lost.length - here.length),
    ...counted('products-of-another-type', left),
  ]
}

function filesAlong({ before }: ChangeRecord): Sentence[] {
  const files = filesOf(remoteProductSchema.parse(before))
  const kept = files.filter(({ hash }) => typeof hash === 'string').length
  return [...counted('files-along', kept), ...counted('files-not-kept', files.length - kept)]
}

const whatComes = (change: ChangeRecord) =>
  change.thing === 'category' ? 'products-in-it' : isDelete(change) ? 'products-of-it' : 'values-of-products'

const valuesOf = (lost: readonly Lost[]) => sum(lost.map(({ values = {} }) => Object.keys(values).length))
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

type Counted = Extract<Sentence, { count: number }>['says']

const counted = (what: Counted, count: number) => (count > 0 ? [{ says: what, count }] : [])
