import { readFile, rename, writeFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Store } from './store'
import type { StoredCatalogue, StoredCategory, StoredClass, StoredProduct, PictureSource } from './stored-catalogue'

const debounceMs = 300

// The file is this program's own: its outline is checked, its records are taken as they were written.
const entries = <T>() =>
  z.array(z.tuple([z.number(), z.custom<T>((value) => typeof value === 'object' && value !== null)]))
const stateSchema = z.object({
  format: z.literal(1),
  storeId: z.number(),
  profile: z.record(z.string(), z.unknown()),
  products: entries<StoredProduct>(),
  categories: entries<StoredCategory>(),
  classes: entries<StoredClass>(),
  pictures: entries<PictureSource>(),
  frontPage: z.array(z.number()),
  reviews: z.custom<StoredCatalogue['reviews']>((value) => Array.isArray(value)).default([]),
  logos: z.record(z.string(), z.number()).default({}),
  deleted: z.array(z.object({ id: z.number(), at: z.number() })),
  nextIds: z.custom<StoredCatalogue['nextIds']>((value) => typeof value === 'object' && value !== null),
  updated: z.object({ products: z.number(), categories: z.number(), profile: z.number() }),
})

/** The kept state, or nothing when there is none. Throws when the file is unreadable or of another store. */
export async function readState(path: string, storeId: number): Promise<StoredCatalogue | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  const state = stateSchema.parse(JSON.parse(text))
  if (state.storeId !== storeId) throw new Error(`The state file ${path} belongs to store ${state.storeId}.`)
  return {
    ...state,
    products: new Map(state.products),
    categories: new Map(state.categories),
    classes: new Map(state.classes),
    pictures: new Map(state.pictures),
  }
}

/** Writes the store to the file shortly after each change, and on close; a reader never meets half a file. */
export function createStateFile(path: string, storeId: number, store: Store) {
  let timer: NodeJS.Timeout | undefined
  let isDirty = false
  let writing = Promise.resolve()

  const write = async (): Promise<void> => {
    if (!isDirty) return
    isDirty = false
    await mkdir(dirname(path), { recursive: true })
    const temporary = `${path}.part`
    await writeFile(temporary, JSON.stringify(snapshot(storeId, store.data)))
    await rename(temporary, path)
  }
  const writeSoon = (): void => {
    timer = undefined
    writing = writing.then(write).catch((error: unknown) => {
      isDirty = true
      process.stderr.write(`The demo store cannot keep its state: ${String(error)}\n`)
    })
  }
  store.onChange(() => {
    isDirty = true
    timer ??= setTimeout(writeSoon, debounceMs)
  })

  return {
    async close(): Promise<void> {
      clearTimeout(timer)
      writeSoon()
      await writing
    },
  }
}

function snapshot(storeId: number, data: StoredCatalogue): z.input<typeof stateSchema> {
  return {
    ...data,
    format: 1,
    storeId,
    products: [...data.products],
    categories: [...data.categories],
    classes: [...data.classes],
    pictures: [...data.pictures],
    frontPage: [...data.frontPage],
  }
}
