import { expect } from 'vitest'
import type { Operation } from '../../electron/shared/change'
import { onTheWeb } from './on-the-web'
import type { SyncedStore } from './synced-store'

type StoredType = { id: number; name?: string; attributes: { id: number; name: string; type: string; show: string }[] }

export type TypeWrite = {
  name: string
  /** The request the fault meets. */
  method: string
  path: (id: number) => string
  /** What to do with a type of its own for one cell. `after`: what is called so in the store then. */
  plan: (type: StoredType) => { operation: Operation; verify: (after: StoredType[]) => void }
}

const put = (id: number) => `/classes/${id}$`

/** Every kind of write to a product type, in the order of the rows in the table. */
export const typeWrites: TypeWrite[] = [
  {
    name: 'a product type more',
    method: 'POST',
    path: () => '/classes$',
    plan: (type) => ({
      operation: { kind: 'type.create', name: `New ${type.name}` },
      verify: (after) => expect(after.toSorted((a, b) => a.id - b.id)).toMatchObject([type, { attributes: [] }]),
    }),
  },
  {
    name: 'a product type: an attribute more, one less, one renamed',
    method: 'PUT',
    path: put,
    plan: ({ id, name, attributes: [, second, third] }) => {
      const made = { name: 'Weave', type: 'CUSTOM', show: 'DESCR' }
      const attributes = [{ ...second!, name: 'Dye' }, third!, made]
      return {
        operation: { kind: 'type.update', typeId: id, fields: { attributes } } as Operation,
        verify: (after) =>
          expect(after).toMatchObject([{ id, name, attributes: [{ id: second?.id, name: 'Dye' }, third, made] }]),
      }
    },
  },
  {
    name: 'a product type less',
    method: 'DELETE',
    path: put,
    plan: ({ id }) => ({
      operation: { kind: 'type.delete', typeId: id },
      verify: (after) => expect(after).toEqual([]),
    }),
  },
]

/** Made on the web. */
export async function typeFor({ store }: SyncedStore, name: string): Promise<StoredType> {
  const attributes = ['Span', 'Tail', 'Cloth'].map((each) => ({ name: each, type: 'CUSTOM', show: 'DESCR' }))
  const { id } = await onTheWeb(store, 'POST', '/classes', JSON.stringify({ name, attributes }))
  return (await onTheWeb(store, 'GET', `/classes/${String(id)}`)) as StoredType
}

/** Those in the store whose name ends so. */
export async function typesNamed({ store }: SyncedStore, name: string): Promise<StoredType[]> {
  const all: unknown = await onTheWeb(store, 'GET', '/classes')
  return (all as StoredType[]).filter((each) => each.name?.endsWith(name))
}
