import { create } from 'zustand'
import type { Operation } from '../../electron/shared/change'
import type { FileToken } from '../../electron/shared/file-token'
import { nameOfLink } from '../../electron/shared/name-of-link'
import { pictureSrc } from '../../electron/shared/picture-src'
import { shortName } from '../../electron/shared/set-label'
import { call, problemOf, tokensOf } from '../bridge'
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
  /** The file itself, where a window can show it. */
  file: File | null
  /** The source of what main made of it. */
  preview: string | null
  step: PrepareStep
}

export type PictureRefusal = { id: string; connectionId: string; productId: number; name: string; reason: string }

/** `incoming`: by id, in the order they will have. A step of one picture changes that entry only. */
type Pictures = { incoming: Record<string, IncomingPicture>; refusals: PictureRefusal[] }

export type AddRequest = {
  connectionId: string
  productId: number
  files: readonly File[]
  urls: readonly string[]
  role: PictureRole
}

/** `changeSetId` null: nothing was added. */
export type AddOutcome = { added: number; refused: PictureRefusal[]; changeSetId: number | null; productName: string }

export const usePictureStore = create<Pictures>(() => ({ incoming: {}, refusals: [] }))

const atOnce = 3
let lastId = 0

/**
 * Adds dropped, chosen or pasted pictures to a product as one change set, in their order. Each file that cannot be taken
 * is a sentence among the refusals; the others go on.
 */
export async function addPictures(request: AddRequest): Promise<AddOutcome> {
  const entries = newEntries(request)
  usePictureStore.setState(({ incoming }) => ({ incoming: { ...incoming, ...shownById(entries) } }))
  let current = entries
  try {
    current = await inspected(request, entries)
    const ready = await prepareAll(request, current)
    const applied = await applyAll(request, ready)
    return { ...applied, refused: refusalsOf(current) }
  } catch (error) {
    const reason = problemOf(error).message
    const left = current.filter((entry) => !entry.reason)
    for (const entry of left) entry.reason = reason
    refuse(left)
    return { added: 0, refused: refusalsOf(current), changeSetId: null, productName: '' }
  } finally {
    forget([...entries, ...current].map(({ shown }) => shown.id))
  }
}

/** Takes a picture back that is still being prepared. */
export function cancelIncoming(id: string): void {
  forget([id])
}

export function dismissRefusals(ids: readonly string[]): void {
  usePictureStore.setState(({ refusals }) => ({ refusals: refusals.filter((refusal) => !ids.includes(refusal.id)) }))
}

type Entry = {
  shown: IncomingPicture
  origin: PictureOrigin | null
  /** Null: a link, or bytes without a file. */
  token: FileToken | null
  reason: string | null
}

const shownById = (entries: readonly Entry[]): Record<string, IncomingPicture> =>
  Object.fromEntries(entries.map(({ shown }) => [shown.id, shown]))

function newEntry(request: AddRequest, name: string, more: Partial<Entry> & { file?: File | null } = {}): Entry {
  const { connectionId, productId } = request
  const { file = null, ...rest } = more
  const id = `in-${++lastId}`
  const shown: IncomingPicture = { id, connectionId, productId, name, file, preview: null, step: 'checking' }
  return { shown, origin: null, token: null, reason: null, ...rest }
}

function newEntries(request: AddRequest): Entry[] {
  const files = [...request.files]
  const tokens = files.length > 0 ? tokensOf(files) : []
  const fromFiles = files.map((file, index) => {
    const token = tokens[index] || null
    // The file itself is shown at once; a folder or a text has no picture to show, and some pictures no engine shows.
    const isShown = file.type.startsWith('image/') && !/hei[cf]|tiff/.test(file.type)
    const named = file.name || 'Pasted picture.png'
    return newEntry(request, named, {
      token,
      file: isShown ? file : null,
      origin: token ? null : { kind: 'bytes', file },
    })
  })
  const fromLinks = request.urls.map((url) => newEntry(request, nameOfLink(url), { origin: { kind: 'link', url } }))
  return [...fromFiles, ...fromLinks]
}

/** Asks main about the files of this disk; a folder becomes its files. */
async function inspected(request: AddRequest, entries: Entry[]): Promise<Entry[]> {
  const files = entries.flatMap(({ token }) => token ?? [])
  if (files.length === 0) return entries
  const byToken = new Map(entries.map((entry) => [entry.token, entry]))
  const verdicts = await call('pictures.inspect', { files })
  const found: Entry[] = verdicts.map((verdict) => {
    const entry = byToken.get(verdict.file) ?? newEntry(request, verdict.name, { token: verdict.file })
    return verdict.ok ? { ...entry, origin: { kind: 'file', ...verdict } } : { ...entry, reason: verdict.reason }
  })
  refuse(found.filter(({ reason }) => reason))
  const all = [...found, ...entries.filter(({ token }) => token === null)]
  const wanted = all.filter((entry) => byToken.get(entry.token) === undefined || isIncoming(entry.shown.id))
  usePictureStore.setState(({ incoming }) => {
    const others = without(
      incoming,
      entries.map(({ shown }) => shown.id),
    )
    return { incoming: { ...others, ...shownById(wanted.filter(({ reason }) => !reason)) } }
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
        entry.reason = error instanceof Error ? error.message : problemOf(error).message
        refuse([entry])
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
  const label = { code: 'add-pictures', product: shortName(productName), pictures: ready.length } as const
  const { changeSetId } = await call('changes.apply', { connectionId, source: 'pictures', label, operations })
  // Before the incoming cards go, so that nothing flickers.
  if (isOpen) await refreshProduct()
  return { added: ready.length, changeSetId, productName }
}

/** Together, because each news is told to everything that shows pictures. */
function refuse(entries: readonly Entry[]): void {
  if (entries.length === 0) return
  forget(entries.map(({ shown }) => shown.id))
  usePictureStore.setState(({ refusals }) => ({ refusals: [...refusals, ...refusalsOf(entries)] }))
}

function refusalsOf(entries: readonly Entry[]): PictureRefusal[] {
  return entries.flatMap(({ shown: { id, connectionId, productId, name }, reason }) =>
    reason ? [{ id, connectionId, productId, name, reason }] : [],
  )
}

function showReady({ shown }: Entry, { source }: ReadyPicture): void {
  if (shown.file || !('hash' in source)) return
  patchIncoming(shown.id, { preview: pictureSrc(shown.connectionId, `staged:${source.hash}`) })
}

function isIncoming(id: string): boolean {
  return id in usePictureStore.getState().incoming
}

const addresses = new WeakMap<File, string>()

/** Made when it is first shown: each is asked of another process, so that hundreds of a drop would stop the window. */
export function addressOf(file: File): string {
  const known = addresses.get(file)
  if (known) return known
  const address = URL.createObjectURL(file)
  addresses.set(file, address)
  return address
}

function forgetAddress(file: File | null | undefined): void {
  const address = file && addresses.get(file)
  if (!address) return
  URL.revokeObjectURL(address)
  addresses.delete(file)
}

function patchIncoming(id: string, patch: Partial<IncomingPicture>): void {
  usePictureStore.setState(({ incoming }) => {
    const picture = incoming[id]
    return picture ? { incoming: { ...incoming, [id]: { ...picture, ...patch } } } : {}
  })
}

function forget(ids: readonly string[]): void {
  const { incoming } = usePictureStore.getState()
  const gone = ids.filter((id) => id in incoming)
  if (gone.length === 0) return
  for (const id of gone) {
    forgetAddress(incoming[id]?.file)
  }
  usePictureStore.setState({ incoming: without(incoming, gone) })
}

function without(incoming: Record<string, IncomingPicture>, ids: readonly string[]): Record<string, IncomingPicture> {
  const gone = new Set(ids)
  return Object.fromEntries(Object.entries(incoming).filter(([id]) => !gone.has(id)))
}
