import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { selectedProducts } from '../bulk/selected-products'
import type { Catalogue } from '../catalogue/catalogue'
import { folderStamp } from '../disk/folder-beside'
import { AppError, toErrorInfo } from '../shared/errors'
import { exportAskedSchema, type Export, type ExportAsked } from '../shared/export'
import type { StoreWords } from '../shared/fields/kind'
import type { exportProducts } from './export-products'
import { folderFor, keptFolderSchema } from './pictures-folder'
import type { PictureSources } from './write-pictures'

type Parts = PictureSources & {
  connectionId: string
  catalogue: Catalogue
  words: () => StoreWords
  now: () => number
  onChanged: (view: Export) => void
  logError: (context: string, error: unknown) => void
}

/** Where a file is wanted; null: its owner chose no place. */
type Place = (name: string) => Promise<string | null>

const lastKey = 'last export'
/** `stamp`: the file as it was written; `folder`: the same of the one with its pictures. */
const lastSchema = exportAskedSchema.extend({
  path: z.string(),
  stamp: z.string().nullable(),
  folder: keptFolderSchema.nullish(),
})

/** Writes products into files, one after the other. The last one can be written again in one step. */
export function createExports(parts: Parts) {
  const { catalogue, connectionId, now } = parts
  let running: { abort: AbortController; done: Promise<void> } | null = null
  let view: Export | null = null
  let begun = 0
  let writtenPath: string | null = null

  const last = () => catalogue.meta.get(lastKey, lastSchema)

  function tell(patch: Partial<Export>): void {
    if (!view) return
    view = { ...view, ...patch }
    parts.onChanged(view)
  }

  function assertFree(): void {
    if (running) throw new AppError('conflict', 'Another file is still being written. Wait for its end, or cancel it.')
  }

  async function begin(wanted: ExportAsked, path: string): Promise<Export> {
    const before = last()?.folder ?? null
    const folder = wanted.withPictures ? await folderFor(path, before) : null
    assertFree()
    const { selection, ...asked } = wanted
    catalogue.meta.set(lastKey, { ...wanted, path, stamp: null, folder: before })
    const ids = selectedProducts(catalogue, selection)
    const started: Export = {
      connectionId,
      id: ++begun,
      state: 'writing',
      name: basename(path),
      done: 0,
      total: ids.length * 2,
      products: ids.length,
      leftOut: 0,
      folder: folder === null ? null : basename(folder),
      pictures: 0,
      missing: { count: 0, first: [] },
      problem: null,
    }
    view = started
    const abort = new AbortController()
    running = { abort, done: write({ ...asked, ids, path, folder }, abort.signal).finally(() => (running = null)) }
    return started
  }

  async function write(what: Parameters<typeof exportProducts>[1], signal: AbortSignal): Promise<void> {
    const onStep = () => tell({ done: (view?.done ?? 0) + 1 })
    const onPictures = (count: number) => tell({ total: (view?.total ?? 0) + count })
    try {
      // Workbooks need much code, which no start of the program reads.
      const { exportProducts: writeProducts } = await import('./export-products')
      const written = await writeProducts(
        { ...parts, words: parts.words(), languages: catalogue.languages(), signal, onStep, onPictures },
        what,
      )
      writtenPath = what.path
      const asked = last()
      const folder = what.folder === null ? null : { path: what.folder, stamp: await folderStamp(what.folder) }
      if (asked) catalogue.meta.set(lastKey, { ...asked, stamp: await stampOf(what.path), folder })
      tell({ state: 'written', done: view?.total ?? 0, ...written })
    } catch (error) {
      if (signal.aborted) return tell({ state: 'cancelled' })
      const { code, message } = toErrorInfo(error)
      if (code === 'internal') parts.logError('export', error)
      tell({ state: 'failed', problem: message })
    }
  }

  return {
    /** Asks for a place, and writes there in the background; null: nowhere. */
    async start(asked: ExportAsked, placeFor: Place): Promise<Export | null> {
      assertFree()
      const path = await placeFor(nameOf(asked, new Date(now())))
      if (path === null) return null
      return begin(asked, path)
    },
    /** What the last one wrote, as it is now, in the same place; where that was edited since, its owner chooses one. */
    async again(placeFor: Place): Promise<Export | null> {
      const asked = last()
      if (!asked) throw new AppError('not-found', 'Nothing was exported from this store yet.')
      assertFree()
      const { path: before, stamp, folder: _, ...rest } = asked
      const now = await stampOf(before)
      const path = now === null || now === stamp ? before : await placeFor(basename(before))
      return path === null ? null : begin(rest, path)
    },
    /** The newest since the app started, and the name of the file that could be written again. */
    current(): { newest: Export | null; lastName: string | null } {
      const asked = last()
      return { newest: view, lastName: asked ? basename(asked.path) : null }
    },
    cancel: (): void => running?.abort.abort(),
    writtenPath(): string {
      if (writtenPath === null) throw new AppError('not-found', 'Nothing was exported since the app started.')
      return writtenPath
    },
    async stop(): Promise<void> {
      running?.abort.abort()
      await running?.done
    },
  }
}
export type Exports = ReturnType<typeof createExports>

/** Tells a file from what was made of it since; null: there is none. */
async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found && `${found.size} ${found.mtimeMs}`
}

/** Ecwid calls its own so. */
function nameOf({ format }: ExportAsked, date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  if (format === 'ecwid') return `catalog_${day}_${two(date.getHours())}-${two(date.getMinutes())}.csv`
  return `Products ${day}.${format}`
}
