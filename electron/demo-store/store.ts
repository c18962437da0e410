import { withMembership } from './category-order'
import type {
  ClassAttribute,
  IdKind,
  StoredCatalogue,
  StoredCategory,
  StoredClass,
  StoredProduct,
  StoredReview,
} from './stored-catalogue'
import { parentsByComponent } from './composites'
import type { JsonObject } from './json-object'

export type ProductListener = (before: StoredProduct | undefined, after: StoredProduct | undefined) => void
export type Store = ReturnType<typeof createStore>

/** The only writer of a catalogue: keeps memberships, timestamps and the deleted log right, and tells who listens. */
export function createStore(initial: StoredCatalogue, now: () => number) {
  let data = initial
  let attributes: Map<number, ClassAttribute> | undefined
  let classesRevision = 0
  let sharedRevision = 0
  const sharedChanged = () => {
    sharedRevision += 1
    changed()
  }
  const classesChanged = () => {
    attributes = undefined
    classesRevision += 1
  }
  let parents: Map<number, number[]> | undefined
  const productListeners: ProductListener[] = []
  const resetListeners: (() => void)[] = []
  const changeListeners: (() => void)[] = []
  const changed = () => changeListeners.forEach((listener) => listener())

  /** At its end: where a product without any category is shown. */
  const putOnFrontPage = (id: number) => {
    if (data.frontPage.includes(id)) return
    data.frontPage = [...data.frontPage, id]
    sharedRevision += 1
  }

  const setProduct = (before: StoredProduct | undefined, after: StoredProduct | undefined) => {
    const id = (after ?? before)?.id ?? 0
    if (after) data.products.set(id, after)
    else data.products.delete(id)
    withMembership(data.categories, id, before?.values.categoryIds ?? [], after?.values.categoryIds ?? [])
    if (after && after.values.categoryIds.length === 0) putOnFrontPage(id)
    if (before?.values.compositeComponents !== after?.values.compositeComponents) {
      parents = undefined
      sharedRevision += 1
    }
    data.updated.products = now()
    productListeners.forEach((listener) => listener(before, after))
    changed()
  }

  return {
    get data() {
      return data
    },
    /** Moves when anything changed that the form of all products depends on: categories, types, profile, front page. */
    get sharedRevision() {
      return sharedRevision
    },
    get classesRevision() {
      return classesRevision
    },
    now,
    nextId(kind: IdKind): number {
      const id = data.nextIds[kind]
      // A picture owns five file ids; ten apart keeps them readable.
      data.nextIds[kind] = id + (kind === 'picture' ? 10 : 1)
      return id
    },
    product: (id: number): StoredProduct | undefined => data.products.get(id),
    category: (id: number): StoredCategory | undefined => data.categories.get(id),
    productClass: (id: number): StoredClass | undefined => data.classes.get(id),
    attribute(id: number): ClassAttribute | undefined {
      attributes ??= new Map(
        [...data.classes.values()].flatMap((each) => each.attributes.map((a) => [a.id, a] as const)),
      )
      return attributes.get(id)
    },
    /** The sets a product is part of. */
    compositeParents(id: number): readonly number[] {
      parents ??= parentsByComponent(data.products.values())
      return parents.get(id) ?? []
    },
    /** Stores the record as changed now. */
    saveProduct(product: StoredProduct): StoredProduct {
      const saved = { ...product, updatedAt: now() }
      setProduct(data.products.get(product.id), saved)
      return saved
    },
    deleteProduct(id: number): boolean {
      const before = data.products.get(id)
      if (!before) return false
      data.deleted.push({ id, at: now() })
      if (data.frontPage.includes(id)) {
        data.frontPage = data.frontPage.filter((each) => each !== id)
        sharedRevision += 1
      }
      setProduct(before, undefined)
      return true
    },
    setFrontPage(ids: readonly number[]) {
      data.frontPage = ids
      sharedChanged()
    },
    saveCategory(category: StoredCategory) {
      data.categories.set(category.id, category)
      data.updated.categories = now()
      sharedChanged()
    },
    removeCategory(id: number) {
      data.categories.delete(id)
      data.updated.categories = now()
      sharedChanged()
    },
    saveClass(productClass: StoredClass) {
      data.classes.set(productClass.id, productClass)
      classesChanged()
      data.updated.products = now()
      sharedChanged()
    },
    removeClass(id: number) {
      data.classes.delete(id)
      classesChanged()
      sharedChanged()
    },
    saveProfile(profile: JsonObject) {
      data.profile = profile
      data.updated.profile = now()
      sharedChanged()
    },
    saveReviews(reviews: readonly StoredReview[]) {
      data.reviews = reviews
      sharedChanged()
    },
    saveLogos(logos: Readonly<Record<string, number>>) {
      data.logos = logos
      data.updated.profile = now()
      sharedChanged()
    },
    /** Replaces everything, as the control server's reset does. */
    replace(next: StoredCatalogue) {
      data = next
      parents = undefined
      classesChanged()
      resetListeners.forEach((listener) => listener())
      sharedChanged()
    },
    onProduct: (listener: ProductListener) => void productListeners.push(listener),
    onReset: (listener: () => void) => void resetListeners.push(listener),
    onChange: (listener: () => void) => void changeListeners.push(listener),
  }
}
