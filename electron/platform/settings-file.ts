import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../shared/errors'
import { keptViewSchema, mostViews } from '../shared/kept-view'
import { settingsSchema, type Settings } from '../shared/settings'

/** What of electron-store is used, so that the rest runs without Electron. */
type JsonFile = { store: Record<string, unknown> }
type OpenJsonFile = (options: { cwd: string; name: string; configFileMode: number }) => JsonFile

export type SettingsFile<Connection> = {
  settings: { get(): Settings; set(patch: Partial<Settings>): Settings }
  connections: { read(): Connection[]; write(connections: Connection[]): void }
  /** Where an unreadable file was moved; null when all was well. The person should be told. */
  setAside: string | null
}

export type SettingsFileOptions<Connection> = {
  /** Folder of the file. */
  cwd: string
  open: OpenJsonFile
  connectionSchema: z.ZodType<Connection>
  now?: () => number
}

const name = 'settings'

/** Settings and the list of connections, never a key. A file that cannot be read is set aside and defaults are used. */
export function openSettingsFile<Connection extends { id: string }>(
  options: SettingsFileOptions<Connection>,
): SettingsFile<Connection> {
  const { cwd, open, connectionSchema, now = Date.now } = options
  const file = join(cwd, `${name}.json`)
  const openFile = () => open({ cwd, name, configFileMode: 0o600 })
  let setAside: string | null = null

  const moveAway = () => {
    setAside = join(cwd, `${name}-unreadable-${now()}.json`)
    if (existsSync(file)) renameSync(file, setAside)
  }

  const content = () => {
    try {
      const json = openFile()
      return { json, ...readContent(json.store, connectionSchema) }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw storageProblem(error)
      moveAway()
      const json = openFile()
      return { json, ...readContent(json.store, connectionSchema) }
    }
  }

  const first = content()
  let { settings, connections } = first
  let json = first.json
  if (!first.whole && setAside === null) {
    // What could be read is kept in a new file; the old one stays for whoever wants to look.
    moveAway()
    json = openFile()
    save(json, { settings, connections })
  }

  return {
    settings: {
      get: () => settings,
      set: (patch) => {
        const next = settingsSchema.parse({ ...settings, ...patch })
        save(json, { settings: next, connections })
        settings = next
        return settings
      },
    },
    connections: {
      read: () => connections,
      write: (next) => {
        const gone = new Set(connections.map(({ id }) => id))
        for (const { id } of next) gone.delete(id)
        const left = without(gone, settings)
        save(json, { settings: left, connections: next })
        settings = left
        connections = next
      },
    },
    setAside,
  }
}

/** What is kept of how a store is looked at goes with it. */
function without(gone: ReadonlySet<string>, settings: Settings): Settings {
  const stays = ({ connectionId }: { connectionId: string }) => !gone.has(connectionId)
  return {
    ...settings,
    views: settings.views.filter(stays),
    sheetLayouts: settings.sheetLayouts.filter(stays),
  }
}

function readContent<Connection>(stored: Record<string, unknown>, connectionSchema: z.ZodType<Connection>) {
  const { settings, whole } = readSettings(stored.settings ?? {})
  const connections = readEach(stored.connections, connectionSchema)
  return { settings, connections: connections.read, whole: whole && connections.whole }
}

function readSettings(stored: unknown): { settings: Settings; whole: boolean } {
  const parts = z.looseObject({ views: z.unknown().optional() }).safeParse(stored)
  const read = readEach(parts.data?.views, keptViewSchema)
  const views = read.read.slice(0, mostViews)
  const settings = settingsSchema.safeParse({ ...parts.data, views })
  return {
    settings: settings.data ?? settingsSchema.parse({ views }),
    whole: parts.success && settings.success && read.whole && views.length === read.read.length,
  }
}

/** One entry that cannot be read takes no other along. */
function readEach<Entry>(stored: unknown, schema: z.ZodType<Entry>): { read: Entry[]; whole: boolean } {
  const list = z.array(z.unknown()).safeParse(stored ?? [])
  const entries = (list.data ?? []).map((entry) => schema.safeParse(entry))
  return {
    read: entries.flatMap((entry) => (entry.success ? [entry.data] : [])),
    whole: list.success && entries.every(({ success }) => success),
  }
}

function save(json: JsonFile, content: Record<string, unknown>): void {
  try {
    json.store = content
  } catch (error) {
    throw storageProblem(error)
  }
}

function storageProblem(cause: unknown): AppError {
  return new AppError(
    'storage',
    'The settings could not be read or written. Check that the disk has space and that the app may write to its data folder.',
    { cause },
  )
}
