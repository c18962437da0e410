import { create } from 'zustand'
import type { Operation } from '../../electron/shared/change'
import { pictureSrc } from '../../electron/shared/picture-src'
import { BridgeError, call, pathsOf, problemOf } from '../bridge'
import { useConnectionStore } from './connection-store'
import { preparePicture, type PictureOrigin, type PrepareStep, type ReadyPicture } from './prepare-picture'
import { openedProduct, refreshProduct } from './product-store'

export type PictureRole = 'main' | 'gallery'

/** A picture on its way in: not yet a change. */
export type IncomingPicture = {
  id: string
  connectionId: string
  productId: number
  name: string
  preview: string | null
  step: PrepareStep
}

export type PictureRefusal = { id: string; connectionId: string; productId: number; name: string; reason: string }

type Pictures = { incoming: IncomingPicture[]; refusals: PictureRefusal[] }

export type AddRequest = {
  connectionId: string
  productId: number
  files: readonly File[]
  urls: readonly string[]
  role: PictureRole
}

/** `changeSetId` null: nothing was added. */
export type AddOutcome = { added: number; refused: PictureRefusal[]; changeSetId: number | null; productName: string }

export const usePictureStore = create<Pictures>(() => ({ incoming: [], refusals: [] }))

const atOnce = 3
let lastId = 0

/**
 * Adds dropped, chosen or pasted pictures to a product as one change set, in their order. Each file that cannot be taken
 * is a sentence among the refusals; the others go on.
 */
export async function addPictures(request: AddRequest): Promise<AddOutcome> {
  const entries = newEntries(request)
  usePictureStore.setState(({ incoming }) => ({ incoming: [...incoming, ...entries.map(shownOf)] }))
  let current = entries
  try {
    current = await inspected(request, entries)
    const ready = await prepareAll(request, current)
    const applied = await applyAll(request, ready)
    return { ...applied, refused: refusalsOf(current) }
  } catch (error) {
    const reason = problemOf(error).message
    for (const entry of current) if (!entry.reason) refuse(entry, reason)
    return { added: 0, refused: refusalsOf(current), changeSetId: null, productName: '' }
  } finally {
    for (const entry of [...entries, ...current]) forget(entry.shown.id)
  }
}

/** Takes a picture back that is still being prepared. */
export function cancelIncoming(id: string): void {
  forget(id)
}

export function dismissRefusals(ids: readonly string[]): void {
  usePictureStore.setState(({ refusals }) => ({ refusals: refusals.filter((refusal) => !ids.includes(refusal.id)) }))
}

type Entry = {
  shown: IncomingPicture
  origin: PictureOrigin | null
  path: string | null
  reason: string | null
}

const shownOf = (entry: Entry): IncomingPicture => entry.shown

function newEntry(request: AddRequest, name: string, more: Partial<Entry> & { preview?: string | null } = {}): Entry {
  const { connectionId, productId } = request
  const { preview = null, ...rest } = more
  const shown: IncomingPicture = { id: `in-${++lastId}`, connectionId, productId, name, preview, step: 'checking' }
  return { shown, origin: null, path: null, reason: null, ...rest }
}

function newEntries(request: AddRequest): Entry[] {
  const files = [...request.files]
  const paths = files.length > 0 ? pathsOf(files) : []
  const fromFiles = files.map((file, index) => {
    const path = paths[index] || null
    // The file itself is shown at once; a folder or a text has no picture to show, and some pictures no engine shows.
    const isShown = file.type.startsWith('image/') && !/hei[cf]|tiff/.test(file.type)
    const preview = isShown ? URL.createObjectURL(file) : null
    const named = file.name || 'Pasted picture.png'
    return newEntry(request, named, { path, preview, origin: path ? null : { kind: 'bytes', file } })
  })
  const fromLinks = request.urls.map((url) => newEntry(request, nameOfLink(url), { origin: { kind: 'link', url } }))
  return [...fromFiles, ...fromLinks]
}

/** Asks main about the files with paths; a folder becomes its files. */
async function inspected(request: AddRequest, entries: Entry[]): Promise<Entry[]> {
  const paths = entries.flatMap(({ path }) => path ?? [])
  if (paths.length === 0) return entries
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const verdicts = await call('images.inspect', { paths })
  const found: Entry[] = verdicts.map((verdict) => {
    const entry = byPath.get(verdict.path) ?? newEntry(request, verdict.name, { path: verdict.path })
    if (verdict.ok) return { ...entry, origin: { kind: 'file', ...verdict } }
    refuse(entry, verdict.reason)
    return entry
  })
  const all = [...found, ...entries.filter(({ path }) => path === null)]
  const wanted = all.filter((entry) => byPath.get(entry.path) === undefined || isIncoming(entry.shown.id))
  usePictureStore.setState(({ incoming }) => {
    const replaced = new Set(entries.map(({ shown }) => shown.id))
    const others = incoming.filter(({ id }) => !replaced.has(id))
    return { incoming: [...others, ...wanted.filter(({ reason }) => !reason).map(shownOf)] }
  })
  return all
}

async function prepareAll(request: AddRequest, entries: Entry[]): Promise<ReadyPicture[]> {
  const { connectionId } = request
  const { connections } = useConnectionStore.getState()
  const storeIsLocal = connections.find(({ id }) => id === connectionId)?.isDemo ?? false
  const results: (ReadyPicture | undefined)[] = []
  let next = 0
  async function work(): Promise<void> {
    while (next < entries.length) {
      const index = next++
      const entry = entries[index] as Entry
      if (!entry.origin || entry.reason || !isIncoming(entry.shown.id)) continue
      try {
        const onStep = (step: PrepareStep) => patchIncoming(entry.shown.id, { step })
        const ready = await preparePicture(entry.origin, { connectionId, storeIsLocal, onStep })
        results[index] = ready
        showReady(entry, ready)
      } catch (error) {
        refuse(entry, error instanceof BridgeError || error instanceof Error ? error.message : problemOf(error).message)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  // A person may have taken a picture back while it was prepared.
  return results.filter((ready, index): ready is ReadyPicture => {
    const entry = entries[index]
    return ready !== undefined && entry !== undefined && isIncoming(entry.shown.id)
  })
}

async function applyAll(request: AddRequest, ready: ReadyPicture[]): Promise<Omit<AddOutcome, 'refused'>> {
  const { connectionId, productId, role } = request
  const open = openedProduct()
  const isOpen = open?.connectionId === connectionId && open.target === productId
  const detail = isOpen && open.detail ? open.detail : await call('catalogue.product', { connectionId, productId })
  const productName = detail.fields.name
  if (ready.length === 0) return { added: 0, changeSetId: null, productName }
  const firstRole: PictureRole = detail.pictures.length === 0 ? 'main' : role
  const operations = ready.map(({ source, fileName }, index): Operation => {
    return { kind: 'picture.add', productId, source, role: index === 0 ? firstRole : 'gallery', fileName, alt: '' }
  })
  const what = ready.length === 1 ? 'a picture' : `${ready.length} pictures`
  const label = `Add ${what} to ${productName}`.slice(0, 200)
  const { changeSetId } = await call('changes.apply', { connectionId, source: 'pictures', label, operations })
  // Before the incoming cards go, so that nothing flickers.
  if (isOpen) await refreshProduct()
  return { added: ready.length, changeSetId, productName }
}

function refuse(entry: Entry, reason: string): void {
  entry.reason = reason
  const { id, connectionId, productId, name } = entry.shown
  forget(id)
  usePictureStore.setState(({ refusals }) => ({
    refusals: [...refusals, { id, connectionId, productId, name, reason }],
  }))
}

function refusalsOf(entries: Entry[]): PictureRefusal[] {
  return entries.flatMap(({ shown: { id, connectionId, productId, name }, reason }) =>
    reason ? [{ id, connectionId, productId, name, reason }] : [],
  )
}

function showReady({ shown }: Entry, { source }: ReadyPicture): void {
  if (shown.preview || !('hash' in source)) return
  patchIncoming(shown.id, { preview: pictureSrc(shown.connectionId, `staged:${source.hash}`) })
}

function isIncoming(id: string): boolean {
  return usePictureStore.getState().incoming.some((picture) => picture.id === id)
}

function patchIncoming(id: string, patch: Partial<IncomingPicture>): void {
  usePictureStore.setState(({ incoming }) => ({
    incoming: incoming.map((picture) => (picture.id === id ? { ...picture, ...patch } : picture)),
  }))
}

function forget(id: string): void {
  const picture = usePictureStore.getState().incoming.find((one) => one.id === id)
  if (!picture) return
  if (picture.preview?.startsWith('blob:')) URL.revokeObjectURL(picture.preview)
  usePictureStore.setState(({ incoming }) => ({ incoming: incoming.filter((one) => one.id !== id) }))
}

function nameOfLink(url: string): string {
  try {
    const { pathname, host } = new URL(url)
    return decodeURIComponent(pathname.split('/').filter(Boolean).pop() ?? host)
  } catch {
    return url
  }
}
