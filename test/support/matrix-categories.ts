import { expect } from 'vitest'
import type { Operation } from '../../electron/shared/change'
import { onTheWeb } from './on-the-web'
import { pngBytes } from './picture-files'
import { readState, type StoredCategory } from './stored-product'
import type { SyncedStore } from './synced-store'

/** A category of its own for one cell, and what there is to work with. */
type CategoryCell = {
  id: number
  name: string
  /** Another one, at the root. */
  other: number
  number: number
  /** A new picture: its content hash. */
  stage: () => Promise<string>
}

type Verify = (after: StoredCategory[], before: StoredCategory) => void
export type CategoryWrite = {
  name: string
  /** Whether the category has a picture before. */
  hasPicture: boolean
  /** The request the fault meets. */
  method: string
  path: (id: number) => string
  /** What to do, and a check that it was done once. `after`: what is called so in the store then. */
  plan: (cell: CategoryCell) => Promise<{ operation: Operation; verify: Verify }>
}

const put = (id: number) => `/categories/${id}$`

const ofPicture = (name: string, request: { method: 'POST' | 'DELETE'; hasPicture: boolean }): CategoryWrite => ({
  name,
  ...request,
  path: (id) => `/categories/${id}/image`,
  plan: async ({ id, stage }) => {
    const hash = request.method === 'POST' ? await stage() : null
    const source = hash === null ? null : { hash }
    return {
      operation: { kind: 'category.picture', categoryId: id, source, fileName: 'c.png' },
      verify: ([after], { image: _, ...before }) => {
        expect(after?.image?.sha256).toBe(hash ?? undefined)
        expect(after).toMatchObject(before)
      },
    }
  },
})

/** Every kind of write to a category, in the order of the rows in the table. */
export const categoryWrites: CategoryWrite[] = [
  {
    name: 'a category more',
    hasPicture: false,
    method: 'POST',
    path: () => '/categories$',
    plan: async ({ id, name, number }) => ({
      operation: { kind: 'category.create', name: `Below ${name}`, parentId: id },
      verify: (all, before) => {
        expect(all.filter((each) => each.id === id)).toEqual([before])
        expect(
          all.filter((each) => each.name === `Below ${name}`),
          `below ${number}`,
        ).toMatchObject([{ parentId: id }])
      },
    }),
  },
  {
    name: 'texts of a category',
    hasPicture: true,
    method: 'PUT',
    path: put,
    plan: async ({ id, number }) => {
      const fields = {
        description: `<p>${number}</p>`,
        seoTitle: `T${number}`,
        customSlug: `s-${number}`,
        enabled: false,
      }
      return {
        operation: { kind: 'category.update', categoryId: id, fields },
        verify: ([after], before) => {
          const texts = ['descriptionTranslated', 'seoTitleTranslated'].map((each) => [each, after?.[each]])
          expect(after).toEqual({ ...before, ...fields, ...Object.fromEntries(texts) })
        },
      }
    },
  },
  {
    name: 'a category moved',
    hasPicture: false,
    method: 'PUT',
    path: put,
    plan: async ({ id, other }) => ({
      operation: { kind: 'category.move', categoryId: id, parentId: other, before: null },
      verify: ([after], before) => expect(after).toEqual({ ...before, parentId: other, orderBy: after?.orderBy }),
    }),
  },
  {
    name: 'a category less',
    hasPicture: true,
    method: 'DELETE',
    path: put,
    plan: async ({ id }) => ({
      operation: { kind: 'category.delete', categoryId: id, below: 'keep' },
      verify: (all) => expect(all).toEqual([]),
    }),
  },
  ofPicture('picture of a category', { method: 'POST', hasPicture: false }),
  ofPicture('picture of a category, replaced', { method: 'POST', hasPicture: true }),
  ofPicture('delete, picture of a category', { method: 'DELETE', hasPicture: true }),
  {
    name: 'alt text of a category',
    hasPicture: true,
    method: 'PUT',
    path: put,
    plan: async ({ id, number }) => ({
      operation: { kind: 'category.picture-text', categoryId: id, alt: `Alt ${number}` },
      verify: ([after], { alt: _, ...before }) => {
        expect(after).toMatchObject(before)
        expect(after?.alt).toMatchObject({ main: `Alt ${number}` })
      },
    }),
  },
]

/** Made on the web and read; by which products name it. */
export async function categoryFor({ store }: SyncedStore, name: string, hasPicture: boolean): Promise<number> {
  const { id } = await onTheWeb(store, 'POST', '/categories', JSON.stringify({ name, orderBy: 10 }))
  if (hasPicture) await onTheWeb(store, 'POST', `/categories/${String(id)}/image`, new Uint8Array(pngBytes(5, 5)))
  return Number(id)
}

/** Those in the store whose name has this in it. */
export const categoriesNamed = async ({ store }: SyncedStore, name: string): Promise<StoredCategory[]> =>
  (await readState(store)).categories.filter((each) => each.name.endsWith(name))
