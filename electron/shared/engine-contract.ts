import type { Connection, ConnectionTest, KeyKind, RemovalPreview } from './connection'
import type { EventName, Events, RequestName, RequestOutput } from './contract'
import type { HandedOver } from './file-token'
import type { WrittenNews } from './written'

/** What main does for the window itself: keys, settings, the desktop. */
export type MainCall = Extract<RequestName, `connections.${string}` | `settings.${string}` | `app.${string}`>
/** Everything else is about a store or a picture, and passed on to the engine as it came. */
export type EngineCall = Exclude<RequestName, MainCall>

export type ShownPicture = { bytes: Uint8Array; contentType: string }

/** Calls that read, or leave the same behind when they come twice. */
const repeatable: ReadonlySet<string> = new Set([
  'stores.open',
  'stores.setNewDefaults',
  'catalogue.search',
  'catalogue.facets',
  'catalogue.variationCounts',
  'catalogue.sheetRows',
  'catalogue.rowsThatMayShow',
  'catalogue.product',
  'catalogue.owner',
  'catalogue.named',
  'catalogue.takenSkus',
  'catalogue.shelf',
  'catalogue.categoryCounts',
  'catalogue.typeTally',
  'changes.list',
  'changes.summary',
  'changes.history',
  'changes.ofSet',
  'changes.previewRevert',
  'changes.tallyRevert',
  'changes.lastUndoable',
  'changes.lastRedoable',
  'changes.conflicts',
  'drafts.put',
  'drafts.putShelf',
  'drafts.shelves',
  'drafts.get',
  'drafts.remove',
  'pictures.inspect',
  'pictures.read',
  'pictureJobs.list',
  'pictureJobs.get',
  'pictureJobs.files',
  'pictureJobs.products',
  'pictureJobs.removals',
  'bulk.ids',
  'bulk.typed',
  'bulk.preview',
  'bulk.hits',
  'bulk.stockList',
  'bulk.current',
  'bulk.timed',
  'bulk.page',
  'bulk.fields',
  'bulk.leaveOut',
  'bulk.csv',
  'exports.current',
  'imports.look',
  'snapshots.list',
  'snapshots.compare',
  'snapshots.keepFor',
  'picture.staged',
  'picture.ofJob',
  'picture.remote',
  'picture.kept',
] satisfies (keyof EngineSide['calls'])[])
export const isRepeatable = (name: string): boolean => repeatable.has(name)

/** What main asks the engine and tells it. The input of a call of the window is not checked yet. */
export type EngineSide = {
  calls: { [Name in EngineCall]: { input: unknown; output: RequestOutput<Name> } } & {
    'store.previewRemoval': { input: { connectionId: string }; output: RemovalPreview }
    /** Closes the store and deletes its folder. */
    'store.remove': { input: { connectionId: string }; output: null }
    /** Asks a store over a line that no connection has. */
    'store.test': {
      input: { line: string; storeId: number; isDemo: boolean; keyKind: KeyKind }
      output: ConnectionTest
    }
    'picture.staged': { input: { connectionId: string; hash: string }; output: ShownPicture }
    'picture.ofJob': { input: { connectionId: string; jobId: number; fileId: number }; output: ShownPicture }
    'picture.remote': { input: { connectionId: string; url: string }; output: ShownPicture }
    /** The same from the disk alone. */
    'picture.kept': { input: { connectionId: string; url: string }; output: ShownPicture }
    /** Ends all work; nothing is written afterwards. */
    'engine.close': { input: null; output: null }
  }
  news: {
    /** The connections there are now. */
    connections: Connection[]
    /** Origins that pictures may come from though they are on this machine. */
    trusted: string[]
    /** What a person dropped or chose. */
    handedOver: HandedOver
    /** The window will show this store first: it is open, and its first rows are known, when the window asks. */
    openAhead: { connectionId: string }
    /** Opens every store, so that what waits in any of them is sent. */
    openAll: null
    /** The line or a key is back: this store, or all, need not wait for their time. */
    resume: { connectionId: string | null }
  }
}

/** A request to a store, without its key. */
export type StoreRequest = {
  line: string
  /** From the root on, with the query. */
  path: string
  method: string
  headers: Record<string, string>
  /** A text, or a file: how many of its bytes are gone is told. */
  body: string | Uint8Array | { path: string; size: number } | null
}
export type StoreAnswerPart =
  | { sent: number }
  | { head: { status: number; statusText: string; headers: Record<string, string> } }
  | { bytes: Uint8Array }

/** Why a request got no answer, or half of one: an error with what it was caused by. */
export type LineFailure = { message: string; name: string; code: string; syscall: string; causes: LineFailure[] }

/** What the engine asks main and tells it. */
export type HostSide = {
  calls: {
    /** Asks a person where a file is wanted; null: nowhere. */
    'file.placeToSave': { input: { name: string }; output: string | null }
    /** Shows a file of this computer in its folder. */
    'file.show': { input: { path: string }; output: null }
    /** Throws what can go wrong before anything is sent. */
    'line.open': { input: { line: string }; output: null }
    /** `sentWhole`: the last byte may have left. */
    'line.send': {
      input: StoreRequest
      part: StoreAnswerPart
      output: { failure: LineFailure; sentWhole: boolean } | null
    }
  }
  news: {
    /** Of a store’s database, for the reader: it can be read, is about to be closed, was written. */
    opened: { connectionId: string; file: string }
    closed: { connectionId: string }
    written: { connectionId: string; news: WrittenNews }
    event: { [Name in EventName]: { name: Name; payload: Events[Name] } }[EventName]
    log: { level: 'info' | 'error'; text: string }
    missingScope: { connectionId: string; scope: string }
    /** A system notification; the title is the store's name. */
    announce: { title: string; sentence: string; upload?: Events['pictureJobs.show'] }
  }
}

/** What the reader answers in the engine's place. */
export type ReaderCall = Extract<
  EngineCall,
  | 'catalogue.search'
  | 'catalogue.facets'
  | 'catalogue.variationCounts'
  | 'catalogue.categoryCounts'
  | 'catalogue.owner'
  | 'catalogue.sheetRows'
  | 'catalogue.rowsThatMayShow'
  | 'catalogue.typeTally'
  | 'catalogue.named'
  | 'catalogue.takenSkus'
  | 'changes.list'
  | 'changes.ofSet'
  | 'changes.history'
  | 'changes.conflicts'
  | 'changes.previewRevert'
  | 'changes.tallyRevert'
  | 'bulk.page'
  | 'bulk.fields'
>
export type ReaderSide = {
  calls: Pick<EngineSide['calls'], ReaderCall>
  news: Pick<HostSide['news'], 'opened' | 'closed' | 'written'>
}
export type ReaderHostSide = { calls: Record<never, never>; news: Pick<HostSide['news'], 'log'> }

/** The window's side of the wire to main: it answers nothing. */
export type WindowSide = { calls: Record<never, never>; news: Events }
/** Main's side: every call of the contract. Its input is not checked yet. */
export type WindowHostSide = {
  calls: { [Name in RequestName]: { input: unknown; output: RequestOutput<Name> } }
  news: Record<never, never>
}
