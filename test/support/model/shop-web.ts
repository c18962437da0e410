import type { DemoStore } from '../../../electron/demo-store/demo-store'
import type { Entry } from '../../../electron/shared/fields/kind'
import { entriesOf } from '../../../electron/shared/fields/list-kind'
import type { Category } from '../../../electron/shared/store'
import { onTheWeb } from '../on-the-web'
import { controlOf } from '../store-control'
import { changeVariation, makeVariation, removeVariation } from '../stored-variations'
import { readRemote } from '../synced-store'
import type { CategoryActs } from './category-acts'
import type { Claims } from './claims'
import type { VariedClaims } from './varied-claims'

export type WebAct = {
  does: 'add-choice' | 'dearer' | 'note' | 'price' | 'sell' | 'remove' | 'add' | 'name' | 'create' | 'delete'
  at: number
}
type Stored = { id: number; sku?: string; options: { name: string; value: string }[] }
type Parts = { store: DemoStore; ecwidId: number; claims: Claims; varied: VariedClaims; shelves: CategoryActs }

/** Somebody in the web panel, at the same product and the same categories. `sold`: by the name of a variation. */
export function createShopWeb({ store, ecwidId, claims, varied, shelves }: Parts) {
  const control = controlOf(store)
  const sold = new Map<string, number>()

  async function read() {
    const { options, combinations } = (await readRemote(store, ecwidId)) as {
      options: Entry[]
      combinations: Stored[]
    }
    const place = ({ name }: { name: string }) => options.findIndex((option) => option['name'] === name)
    const variations = combinations.map((each) => {
      const pairs = each.options.toSorted((one, other) => place(one) - place(other))
      return { ...each, label: pairs.map(({ value }) => value).join(', ') }
    })
    varied.learn(variations)
    varied.learnOptions(options)
    return { options, variations }
  }
  const categories = async (): Promise<Category[]> => {
    const path = '/categories?asTest=1&hidden_categories=true&limit=100'
    const { items } = (await onTheWeb(store, 'GET', path)) as unknown as { items: Category[] }
    return items.map((each) => ({ ...each, parentId: each.parentId ?? 0 }))
  }
  const ask = (method: string, path: string, body?: object) =>
    onTheWeb(store, method, `${path}?asTest=1`, body && JSON.stringify(body))

  async function act({ does, at }: WebAct, number: number): Promise<void> {
    if (does === 'name' || does === 'create' || does === 'delete') return withCategories({ does, at }, number)
    const { options, variations } = await read()
    const variation = variations[at % Math.max(1, variations.length)]
    const save = async (next: Entry[]) => {
      varied.options('web', options, next)
      await control('POST', `/products/${ecwidId}`, { options: next })
    }
    const withChoices = (change: (choices: readonly Entry[]) => readonly Entry[]) =>
      save(
        options.map((option, index) =>
          index === at % 2 ? { ...option, choices: change(entriesOf(option['choices'])) } : option,
        ),
      )
    if (does === 'add-choice')
      return withChoices((choices) => [
        ...choices,
        { text: `Web ${number}`, priceModifier: 0, priceModifierType: 'ABSOLUTE' },
      ])
    if (does === 'dearer')
      return withChoices(([one, ...rest]) => (one ? [{ ...one, priceModifier: 100 + number }, ...rest] : rest))
    if (does === 'note') return save([...options, { type: 'TEXTFIELD', name: `Web note ${number}`, required: false }])
    if (does === 'add') return add(options, variations)
    if (!variation) return
    const key = varied.keyOfLabel(variation.label)
    if (does === 'price') {
      claims.claim('web', `price of variation ${key}`, 2000 + number, [`variation ${key}`])
      await changeVariation(store, ecwidId, variation.id, { price: 2000 + number })
    } else if (does === 'remove') {
      varied.gone('web', key)
      await removeVariation(store, ecwidId, variation.id)
    } else if (variation.sku) {
      sold.set(key, (sold.get(key) ?? 0) + 1)
      await control('POST', '/sell', { id: ecwidId, combinationId: variation.id, quantity: 1 })
    }
  }

  /** The first combination that is not there. */
  async function add(options: readonly Entry[], variations: readonly { label: string }[]): Promise<void> {
    const [sizes, colors] = options
    const pairs = entriesOf(sizes?.['choices']).flatMap(({ text: size }) =>
      entriesOf(colors?.['choices']).map(({ text: color }) => [
        { name: String(sizes?.['name']), value: String(size) },
        { name: String(colors?.['name']), value: String(color) },
      ]),
    )
    const there = new Set(variations.map(({ label }) => label))
    const free = pairs.find((each) => !there.has(each.map(({ value }) => value).join(', ')))
    if (!free) return
    varied.made('web', free)
    await makeVariation(store, ecwidId, { options: free })
  }

  async function withCategories({ does, at }: WebAct, number: number): Promise<void> {
    const all = await categories()
    const category = all[at % Math.max(1, all.length)]
    const name = `web category ${number}`
    if (does === 'create') {
      claims.claim('web', `category ${name}`, true)
      await ask('POST', '/categories', { name, enabled: true })
      return
    }
    if (!category) return
    const thing = `category ${shelves.known(category.name)}`
    if (does === 'name') {
      shelves.called(name, category.name)
      claims.claim('web', `name of ${thing}`, name, [thing])
      await ask('PUT', `/categories/${category.id}`, { name })
      return
    }
    // Nobody promises what a store does with what is below one that it deletes.
    if (all.some((each) => each.parentId === category.id)) return
    shelves.deleted('web', [category])
    await ask('DELETE', `/categories/${category.id}`)
  }

  return { act, read, categories, sold }
}
