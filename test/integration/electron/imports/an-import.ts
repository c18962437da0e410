import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createImports } from '../../../../electron/imports/imports'
import { createStaging } from '../../../../electron/pictures/staging'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import type { ImportAsked, RowsWanted } from '../../../../electron/shared/import'
import type { NewDefaults } from '../../../../electron/shared/new-defaults'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs } from '../changes/catalogue-of-mugs'
import { wordsOfMugs } from './full-mug'

/** For tables that name no files. */
export const stageNothing = (): Promise<never> => Promise.reject(new Error('No file is named.'))

/** Tables that are imported into a local copy, with what its store is known to have. */
export function openImports(known: { words?: StoreWords; newDefaults?: NewDefaults } = {}, mugs = openMugs()) {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-imports-'))
  const words = () => known.words ?? wordsOfMugs
  const bulk = openProposals({ ...mugs, words, newDefaults: () => known.newDefaults ?? {} })
  const staging = createStaging({ folder: join(folder, '.staged') })
  const imports = createImports({ catalogue: mugs.catalogue, words, proposals: bulk, stage: staging.stage })

  /** With the columns that its header tells, until it can be reviewed. */
  async function imported(path: string, by: Partial<Omit<ImportAsked, 'file'>> = {}) {
    const { targets, shape } = await imports.look(path, {})
    const asked = {
      choices: {},
      targets,
      columns: [...shape.columns],
      decimals: [],
      what: 'both' as const,
      makesCategories: false,
      ...by,
    }
    const matched = await imports.propose(path, asked)
    return { ...matched, proposal: matched.proposal && (await bulk.reaches('ready')) }
  }

  return {
    mugs,
    bulk,
    imports,
    imported,
    /** Beside the table, or below it. */
    put(name: string, bytes: Uint8Array): void {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    },
    folder,
    staged: () => (existsSync(join(folder, '.staged')) ? readdirSync(join(folder, '.staged')) : []),
    csv(...lines: string[]): string {
      const path = join(folder, 'list.csv')
      writeFileSync(path, lines.join('\r\n'))
      return path
    },
    /** Saved as a file of their own. */
    rowsOf: (tableId: number, wanted: RowsWanted) =>
      imports.saveRows({ tableId }, wanted, async () => join(folder, 'rows.csv')),
    rows: () => bulk.rows().map(({ field, before, after, standing }) => [field, before, after, standing]),
    async close(): Promise<void> {
      await bulk.stop()
      await mugs.changes.stop()
      mugs.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type OpenImports = ReturnType<typeof openImports>
