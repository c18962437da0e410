import { basename } from 'node:path'
import { z } from 'zod'
import { disk } from '../disk/disk'
import { selectedProducts } from '../bulk/selected-products'
import type { Catalogue } from '../catalogue/catalogue'
import { folderStamp } from '../disk/folder-beside'
import { afterMs } from '../shared/after-ms'
import { AppError } from '../shared/errors'
import {
  exportAskedSchema,
  type ArchiveAsked,
  type Export,
  type ExportAsked,
  type ExportedView,
} from '../shared/export'
import { wasSoAt } from '../shared/snapshot'
import type { StoreWords } from '../shared/fields/kind'
import { originalPicture, type PictureSources } from './original-picture'
import { folderFor, keptFolderSchema } from './pictures-folder'
import { safeName } from './safe-name'
import type { BuyersFileSources } from './write-buyers-files'
import { createWriting } from './writing'

type Parts = PictureSources &
  BuyersFileSources & {
    connectionId: string
    /** As its owner and Ecwid call it. */
    store: () => { id: number; name: string }
    catalogue: Catalogue
    words: () => StoreWords
    now: () => number
    after?: typeof afterMs
    onChanged: (view: Export) => void
    logError: (context: string, error: unknown) => void
  }

/** Where a file is wanted; null: its owner chose no place. */
type Place = (name: string) => Promise<string | null>

/** Each view has its last one, and so has what is of no view. */
const lastKey = (viewId: string | null): string => (viewId === null ? 'last export' : `last export of ${viewId}`)
/** `stamp`: the file as it was written; `folder`: the same of the one with its pictures. */
const lastSchema = exportAskedSchema.extend({
  path: z.string(),
  stamp: z.string().nullable(),
  folder: keptFolderSchema.nullish(),
})

/** Writes products, or all of a store, into files, one after the other. The last one of products can be written again in one step. */
export function createExports(parts: Parts) {
  const { catalogue, now } = parts
  const writing = createWriting(parts)
  const last = (viewId: string | null) => catalogue.meta.get(lastKey(viewId), lastSchema)

  async function begin(wanted: ExportAsked, path: string): Promise<Export> {
    const viewId = wanted.view?.id ?? null
    const before = last(viewId)?.folder ?? null
    const folder = wanted.withPictures ? await folderFor(path, before) : null
    writing.assertFree()
    const { selection, ...asked } = wanted
    catalogue.meta.set(lastKey(viewId), { ...wanted, path, stamp: null, folder: before })
    const ids = selectedProducts(catalogue, selection)
    const name = folder && basename(folder.path)
    const about = { what: 'products', products: ids.length, total: ids.length * 2, folder: name } as const
    return writing.begin(path, about, async ({ signal, step, more }) => {
      // No start of the program reads the code for exports.
      const { exportProducts } = await import('./export-products')
      const written = await exportProducts(
        { ...parts, words: parts.words(), languages: catalogue.languages(), signal, onStep: step, onBeside: more },
        { ...asked, ids, path, folder },
      )
      const noted = last(viewId)
      // One that was not written this time is still known by what was.
      const kept = folder ? { path: folder.path, stamp: await folderStamp(folder.path) } : before
      if (noted) catalogue.meta.set(lastKey(viewId), { ...noted, stamp: await stampOf(path), folder: kept })
      return written
    })
  }

  function beginArchive({ snapshotId, pictures }: ArchiveAsked, takenAt: number, path: string): Export {
    const about = { what: 'archive', products: 0, total: 0, folder: null } as const
    return writing.begin(path, about, async ({ signal, step, more }) => {
      const { writeArchive } = await import('../archives/write-archive')
      const archive = await writeArchive(
        {
          catalogue,
          store: { ...parts.store(), profile: parts.words().profile },
          pictureOf: pictures ? (source) => originalPicture(parts, source, signal) : null,
          signal,
          after: parts.after ?? afterMs,
          onStep: step,
          onSteps: more,
        },
        { path, snapshotId, takenAt },
      )
      return { archive, products: archive.products }
    })
  }

  return {
    /** Asks for a place, and writes there in the background; null: nowhere. */
    async start(asked: ExportAsked, placeFor: Place): Promise<Export | null> {
      writing.assertFree()
      const path = await placeFor(nameOf(asked, new Date(now())))
      if (path === null) return null
      return begin(asked, path)
    },
    /** What the last one of a view, or of none, wrote, as it is now, in the same place; where that was edited since, its owner chooses one. */
    async again(view: ExportedView | null, placeFor: Place): Promise<Export | null> {
      const asked = last(view?.id ?? null)
      if (!asked) throw new AppError('not-found', `Nothing was exported from this ${view ? 'view' : 'store'} yet.`)
      writing.assertFree()
      const { path: before, stamp, folder: _, ...was } = asked
      const now = await stampOf(before)
      const path = now === null || now === stamp ? before : await placeFor(basename(before))
      return path === null ? null : begin(view ? asByNow(was, view) : was, path)
    },
    /** All of the store in one archive, as it is or as a snapshot has it, in the same way. */
    async archive(asked: ArchiveAsked, placeFor: Place): Promise<Export | null> {
      writing.assertFree()
      const takenAt = asked.snapshotId === null ? now() : wasSoAt(catalogue.snapshots.get(asked.snapshotId))
      const path = await placeFor(`${parts.store().name} ${dayOf(new Date(takenAt))}.zip`)
      return path === null ? null : beginArchive(asked, takenAt, path)
    },
    /** The newest since the app started, and the name of the file of a view that could be written again. */
    current(viewId: string | null): { newest: Export | null; lastName: string | null } {
      const asked = last(viewId)
      return { newest: writing.newest(), lastName: asked ? basename(asked.path) : null }
    },
    cancel: writing.cancel,
    writtenPath: writing.writtenPath,
    stop: writing.stop,
  }
}
export type Exports = ReturnType<typeof createExports>

/** What the view finds by now, with its columns where it was written with those. */
const asByNow = (was: ExportAsked, { query, columns }: ExportedView): ExportAsked => ({
  ...was,
  selection: { query, except: [] },
  ...(was.columns && columns && { columns }),
})

/** Tells a file from what was made of it since; null: there is none. */
async function stampOf(path: string): Promise<string | null> {
  const found = await disk.promises.stat(path).catch(() => null)
  return found && `${found.size} ${found.mtimeMs}`
}

const two = (part: number): string => String(part).padStart(2, '0')
const dayOf = (date: Date): string => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** Ecwid calls its own so. */
function nameOf({ format, view }: ExportAsked, date: Date): string {
  const day = dayOf(date)
  if (format === 'ecwid') return `catalog_${day}_${two(date.getHours())}-${two(date.getMinutes())}.csv`
  return `${(view && safeName(view.name)) || 'Products'} ${day}.${format}`
}
