import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Operation } from '../../../../electron/shared/change'
import {
  noneIfEmpty,
  ownFieldOf,
  ownFieldsIn,
  ownValues,
  type OwnPatch,
} from '../../../../electron/shared/fields/own-fields'
import { ownProblems } from '../../../../electron/shared/fields/own-problems'
import {
  fieldOf,
  fieldsIn,
  productFieldNames,
  productPatchSchema,
  readFields,
  type ProductField,
  type ProductFields,
  type ProductPatch,
} from '../../../../electron/shared/fields/product-fields'
import { validateProduct } from '../../../../electron/shared/fields/validate-product'
import { withFormerly } from '../../../../electron/shared/fields/formerly'
import type { Entry, List } from '../../../../electron/shared/fields/kind'
import { entriesOf, keyOf } from '../../../../electron/shared/fields/list-kind'
import { optionsKind } from '../../../../electron/shared/fields/option-kind'
import { inLanguages, remoteProductSchema } from '../../../../electron/shared/remote-product'
import { playing } from '../../../support/playing'
import { ownOf, pairsOf, productsOf, type Shop } from '../../../support/shop-values'
import { openSyncedStore, type SyncedStore } from '../../../support/synced-store'

// What a form holds is what comes back into it, once it went as a patch into the store and was read again: for whole products, for
// some fields at a time, and for variations.

type Product = { id: number; ecwidId: number }

function openedIn(synced: SyncedStore) {
  const rows = synced.catalogue.search({ sort: 'NAME_ASC' }, 0, 100).rows
  const row = rows.find(({ variationCount, pictureCount }) => variationCount === 0 && pictureCount > 2)!
  const product: Product = { id: row.id, ecwidId: row.ecwidId ?? 0 }
  const others = rows.flatMap(({ ecwidId }) => (ecwidId && ecwidId !== product.ecwidId ? [ecwidId] : [])).slice(0, 6)
  const pictures = synced.session.product(row.id).pictures.map(({ key }) => key)
  const shop: Shop = { ...synced.session.snapshot(), pictures, others }
  const here = () => synced.session.product(product.id)
  const there = async () =>
    inLanguages(remoteProductSchema.parse(await synced.remote(product.ecwidId)), synced.catalogue.languages())

  async function save(...operations: Operation[]): Promise<void> {
    synced.session.changes.apply({ source: 'form', label: { code: 'text', text: 'Test' }, operations })
    await synced.settled()
    const left = synced.catalogue.changes.openOf('product', product.id)
    expect(left.map(({ list, field, state, reason }) => ({ list, field, state, reason }))).toEqual([])
  }

  return {
    shop,
    here,
    /** Fields of the form, as far as it would let them be saved. */
    async saveFields(wanted: ProductPatch): Promise<void> {
      const before = here().fields
      const patch = savable(wanted, before)
      await save({ kind: 'update', productId: product.id, fields: patch, base: before })
      const expected = asStored({ ...before, ...patch })
      for (const [where, now] of [
        ['here', here().fields],
        ['in the store', readFields(await there())],
      ] as const) {
        expect(differing(expected, asStored(now)), where).toEqual([])
      }
    },
    async makeVariations(all: readonly { options: { name: string; value: string }[]; fields: OwnPatch }[]) {
      const made = all.map(({ options, fields }) => ({ options, fields: ownSavable(fields, {}, here().fields) }))
      if (made.length === 0) return
      await save(...made.map((each): Operation => ({ kind: 'variation.add', productId: product.id, ...each })))
      for (const { options, fields } of made) await expectOwn(options, fields)
    },
    async editVariation(at: number, fields: OwnPatch): Promise<void> {
      const variation = here().readOnly.variations[at]
      if (!variation) return
      const patch = ownSavable(fields, variation.own, here().fields)
      await save({ kind: 'variation.set', productId: product.id, variationId: variation.id, fields: patch })
      await expectOwn([...variation.options], patch)
    },
  }

  async function expectOwn(options: { name: string; value: string }[], wanted: OwnPatch): Promise<void> {
    const isIt = (one: { options?: readonly { name: string; value: string }[] | undefined }) =>
      options.every(({ name, value }) => one.options?.some((each) => each.name === name && each.value === value))
    const remote = await there()
    const stored = remote.combinations?.find(isIt)
    const shown = here().readOnly.variations.find(isIt)
    expect(stored, 'the variation in the store').toBeDefined()
    for (const own of [shown?.own ?? {}, stored ? ownValues(stored, remote) : {}]) {
      const wrong = ownFieldsIn(wanted).flatMap((name) => {
        if (name === 'quantity' && wanted.unlimited === true) return []
        const [now, meant] = [own[name] ?? null, noneIfEmpty(name, wanted[name])]
        return ownFieldOf(name)?.kind.isSame(now, meant) ? [] : [{ name, now, meant }]
      })
      expect(wrong).toEqual([])
    }
  }
}

/** What keeps a form from being saved is not sent, and there is no box for the stock of what is not counted. */
function savable(wanted: ProductPatch, before: ProductFields): ProductPatch {
  const isCounted = !(wanted.unlimited ?? before.unlimited)
  let patch: ProductPatch = { ...wanted, ...(!isCounted && { quantity: undefined }) }
  for (;;) {
    const wrong = Object.keys(validateProduct({ ...before, ...patch })).map((path) => path.split('.')[0])
    const left = fieldsIn(patch).filter((name) => !wrong.includes(name))
    if (left.length === fieldsIn(patch).length) return patch
    patch = productPatchSchema.parse(Object.fromEntries(left.map((name) => [name, patch[name]])))
  }
}

function ownSavable(wanted: OwnPatch, own: OwnPatch, product: ProductFields): OwnPatch {
  let patch = wanted
  for (;;) {
    const wrong = Object.keys(ownProblems(patch, own as Parameters<typeof ownProblems>[1], product)).map(
      (path) => path.split('.')[0],
    )
    const left = ownFieldsIn(patch).filter((name) => !wrong.includes(name))
    if (left.length === ownFieldsIn(patch).length) return patch
    patch = Object.fromEntries(left.map((name) => [name, patch[name]]))
  }
}

/** What is not counted has no stock, what is not shipped no weight, and a ribbon without a text is none. */
const asStored = (fields: ProductFields): ProductFields => ({
  ...fields,
  ...(fields.unlimited && { quantity: 0 }),
  ...(!fields.isShippingRequired && { weight: null }),
  ...(fields.ribbon.text === '' && { ribbon: { text: '', color: '' } }),
})

const differing = (expected: ProductFields, now: ProductFields) =>
  productFieldNames.flatMap((name: ProductField) =>
    fieldOf(name).kind.isSame(expected[name], now[name]) ? [] : [{ name, expected: expected[name], now: now[name] }],
  )

/**
 * Types of products with values have tests of their own; whether a weight or a stock that the store did not show comes back once its product is
 * shipped or counted again is the store's affair.
 */
const apart = ['productClassId', 'isShippingRequired', 'unlimited']

/** What some edits make of options that variations may be made of: each stays, under another name, at another price, with a choice more. */
function optionsEdited(options: readonly Entry[], by: number): Entry[] {
  const named = (list: List, entry: Entry, field: string): Entry =>
    withFormerly(list, { ...entry, [field]: `${keyOf(list, entry)} ${by}`.trim() }, [keyOf(list, entry)])
  const { list } = optionsKind
  return options.map((option, at) => {
    const before = entriesOf(option['choices'])
    const choices = before.map((choice, place) => ({ ...choice, priceModifier: place + by }))
    if ((by + at) % 3 === 0) return named(list, { ...option, choices }, 'name')
    if ((by + at) % 3 === 1 && before.length > 0) return { ...option, choices: [...choices, { text: `More ${by}` }] }
    return { ...option, choices, required: option['required'] !== true }
  })
}

/** What one product is made of, and which of its fields are edited once more. */
const seeds = fc.record({ seed: fc.integer(), part: fc.array(fc.constantFrom(...productFieldNames), { maxLength: 8 }) })

it(
  'what a form holds comes back into it from the store, for whole products, parts of them and variations',
  { timeout: playing.timeout },
  async () => {
    const products = playing.count('products that went from the form into the store and back')
    const property = fc.asyncProperty(
      seeds,
      playing.inTime(async ({ seed, part }) => {
        const synced = await openSyncedStore()
        try {
          await synced.pull()
          const form = openedIn(synced)
          const [whole, other] = fc.sample(productsOf(form.shop), { numRuns: 2, seed })
          await form.saveFields(whole ?? {})
          const { productClassId, options } = form.here().fields
          const own = fc.sample(ownOf(form.shop, productClassId), { numRuns: 5, seed })
          const pairs = pairsOf(options).slice(0, 3)
          await form.makeVariations(pairs.map((each, at) => ({ options: each, fields: own[at] ?? {} })))
          await form.editVariation(0, own[3] ?? {})
          const chosen = part.filter((name) => !apart.includes(name))
          const isOfAttributes = (name: ProductField) => name.startsWith('attributes')
          // Of the type that it has, and of what its variations are made of.
          const [attributes, attributesTranslated] = [own[2]?.attributes ?? {}, own[2]?.attributesTranslated ?? {}]
          const attributesShown = Object.fromEntries(Object.keys(attributes).map((id) => [id, 'NOTSHOW']))
          const edited = optionsEdited(form.here().fields.options, part.length + 1)
          const values = { ...other, attributes, attributesTranslated, attributesShown, options: edited }
          const some = chosen.some(isOfAttributes) ? [...chosen, ...productFieldNames.filter(isOfAttributes)] : chosen
          await form.saveFields(productPatchSchema.parse(Object.fromEntries(some.map((name) => [name, values[name]]))))
          await form.editVariation(1, own[4] ?? {})
          products.add()
        } finally {
          await synced.close()
        }
      }),
    )
    await fc.assert(property, playing.parameters(30))
    expect(products.total).toBeGreaterThan(0)
  },
)
