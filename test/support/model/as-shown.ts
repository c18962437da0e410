import { imagesOf, pictureKey } from '../../../electron/changes/pictures'
import type { DemoStore } from '../../../electron/demo-store/demo-store'
import { altTextsOf } from '../../../electron/shared/alt-translations'
import { isEqual } from '../../../electron/shared/fields/equal'
import { readFields } from '../../../electron/shared/fields/product-fields'
import { inLanguages, remoteProductSchema } from '../../../electron/shared/remote-product'
import { isCreate } from '../../../electron/shared/change-address'
import { createPayloadSchema, type ChangeRecord } from '../../../electron/shared/change-record'
import type { SyncedClient } from '../synced-client'
import { readRemote } from '../synced-store'

type Shown = Record<string, unknown>

/** All that is shown of a product and all that the store has of it, told alike: values, pictures, what is said about them. */
export async function shownAndStored({ catalogue, session }: SyncedClient, store: DemoStore, id: number) {
  const languages = catalogue.languages()
  const remote = inLanguages(
    remoteProductSchema.parse(await readRemote(store, catalogue.products.ecwidIdOf(id)!)),
    languages,
  )
  const { fields, pictures } = session.product(id)
  const inStore = imagesOf(remote).map((image) => [
    pictureKey(image),
    image.alt?.main ?? '',
    altTextsOf(image.alt, [...languages]),
  ])
  const shown: Shown = { ...fields, pictures: pictures.map(({ key, alt, altTexts }) => [key, alt, altTexts]) }
  const stored: Shown = { ...readFields(remote), pictures: inStore }
  return { shown, stored }
}

/** What the person asked for of a product that is not in the store yet: what the store fills in by itself is read later. */
function askedFor(open: readonly ChangeRecord[]): string[] {
  const typed = open.filter(isCreate).flatMap(({ after }) => Object.keys(createPayloadSchema.parse(after).fields))
  return [...typed, ...open.flatMap(({ field, list }) => (list === null && field !== null ? [field] : [])), 'pictures']
}

/** Products that somebody has changed, by their local id, and of those that are only to be made what was asked for. */
export function changedNow({ catalogue }: SyncedClient): Map<number, string[] | undefined> {
  const changed = new Map<number, string[] | undefined>()
  for (const { productId: id } of catalogue.changes.allOpen(1000))
    changed.set(
      id,
      catalogue.products.ecwidIdOf(id) === null ? askedFor(catalogue.changes.openOf('product', id)) : undefined,
    )
  return changed
}

/** Settled means that the store is as the screen shows: what differs of these products where nothing is open. */
export async function notAsShown(
  client: SyncedClient,
  store: DemoStore,
  changed: ReadonlyMap<number, string[] | undefined>,
): Promise<string[]> {
  const { products, changes } = client.catalogue
  const problems: string[] = []
  for (const [id, asked] of changed) {
    const isSettled = changes.openOf('product', id).length === 0
    if (!isSettled || products.ecwidIdOf(id) === null || !products.row(id)) continue
    const { shown, stored } = await shownAndStored(client, store, id)
    for (const name of (asked ?? Object.keys(stored)).filter((each) => !isEqual(shown[each], stored[each])))
      problems.push(
        `${name} of ${id} is shown as ${JSON.stringify(shown[name])}, and is ${JSON.stringify(stored[name])}`,
      )
  }
  return problems
}
