import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { createExports } from '../../electron/exports/exports'
import { readDelimited } from '../../electron/shared/delimited'
import type { ArchiveAsked, Export, ExportAsked } from '../../electron/shared/export'
import { guardFor } from './guard-for'

type Parts = Parameters<typeof createExports>[0]

/** Exports into a folder of their own. */
export function openExports({
  catalogue,
  words,
  fetch = guardFor(),
  bytesOf = nothingWaits,
  fileOf: stagedFile = nothingWaits,
  ecwid = noStore,
  after = atOnce,
  storeId = 1003,
}: Pick<Parts, 'catalogue' | 'words'> &
  Partial<Pick<Parts, 'fetch' | 'bytesOf' | 'fileOf' | 'ecwid' | 'after'>> & {
    storeId?: number
  }) {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-exports-'))
  const told: Export[] = []
  const exports = createExports({
    connectionId: 'test',
    catalogue,
    words,
    store: () => ({ id: storeId, name: 'Mugs' }),
    fetch,
    bytesOf,
    fileOf: stagedFile,
    ecwid,
    now: Date.now,
    after,
    onChanged: (view) => void told.push(view),
    logError: console.error,
  })

  async function over(): Promise<Export> {
    for (;;) {
      const { newest } = exports.current(null)
      if (newest && newest.state !== 'writing') return newest
      await setImmediate()
    }
  }

  const everything = { query: {}, except: [] }
  const fileOf = (name: string) => join(folder, name)

  return {
    ...exports,
    told,
    folder,
    over,
    fileOf,
    files: () => readdirSync(folder),
    /** Into a file of this name, until it is over. */
    async written(name: string, asked: Partial<ExportAsked> & Pick<ExportAsked, 'format'>): Promise<Export> {
      await exports.start({ selection: everything, decimal: '.', ...asked }, async () => fileOf(name))
      return over()
    },
    /** All of the store, into an archive of this name, until it is over. */
    async archived(name: string, asked: Partial<ArchiveAsked> = {}): Promise<Export> {
      await exports.archive({ snapshotId: null, pictures: false, ...asked }, async () => fileOf(name))
      return over()
    },
    text: (name: string): string => readFileSync(fileOf(name), 'utf8'),
    /** The rows of a CSV, each by the names of its columns; cells that are empty are left out. */
    rows: (name: string, separator: ',' | ';' = ','): Record<string, string>[] =>
      byHeader(readDelimited(readFileSync(fileOf(name), 'utf8').replace(/^\ufeff/, ''), separator)),
    async close(): Promise<void> {
      await exports.stop()
      rmSync(folder, { recursive: true })
    },
  }
}

const nothingWaits = () => Promise.reject(new Error('Nothing waits to be sent.'))
const noStore: Parts['ecwid'] = { downloadFile: () => Promise.reject(new Error('No file is wanted.')) }

/** Rests take no time. */
function atOnce(_ms: number, run: () => void): () => void {
  const rest = globalThis.setImmediate(run)
  return () => clearImmediate(rest)
}

function byHeader([header = [], ...rows]: string[][]): Record<string, string>[] {
  return rows.map((cells) => {
    const named = header.map((title, at) => [title, cells[at] ?? ''] as const)
    return Object.fromEntries(named.filter(([, cell]) => cell !== ''))
  })
}
