import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createImports } from '../../../../electron/imports/imports'
import { createStagedContent } from '../../../../electron/pictures/staged-content'
import { createStaging } from '../../../../electron/pictures/staging'
import type { StoreWords } from '../../../../electron/shared/fields/kind'
import type { ImportAsked, ImportProgress, RowsWanted } from '../../../../electron/shared/import'
import { readDelimited } from '../../../../electron/shared/delimited'
import type { NewDefaults } from '../../../../electron/shared/new-defaults'
import { openProposals } from '../bulk/proposals-of-mugs'
import { openMugs } from '../changes/catalogue-of-mugs'
import { wordsOfMugs } from './full-mug'

/** For tables that name no files. */
export const holdNothing = () => ({ stage: () => Promise.reject(new Error('No file is named.')), end: () => {} })

/** Tables that are imported into a local copy, with what its store is known to have. */
export function openImports(known: { words?: StoreWords; newDefaults?: NewDefaults } = {}, mugs = openMugs()) {
  const folder = mkdtempSync(join(tmpdir(), 'stockroom-imports-'))
  const words = () => known.words ?? wordsOfMugs
  const { catalogue } = mugs
  let later = 0
  const now = () => Date.now() + later
  const rests: (() => void)[] = []
  const staging = createStaging({ folder: join(folder, '.staged'), now })
  const after = (_ms: number, run: () => void) => (rests.push(run), () => {})
  const stagedContent = createStagedContent({ catalogue, staging, after, logError: console.error })
  const bulk = openProposals({
    ...mugs,
    words,
    newDefaults: () => known.newDefaults ?? {},
    giveBack: stagedContent.giveBack,
  })
  const progress: (ImportProgress | null)[] = []
  let onProgress = () => {}
  const imports = createImports({
    catalogue,
    words,
    proposals: bulk,
    holdStaged: stagedContent.hold,
    onProgress(each) {
      progress.push(each)
      onProgress()
    },
  })

  /** With the columns that its header tells, until it can be reviewed. */
  async function imported(path: string, by: Partial<Omit<ImportAsked, 'file'>> = {}) {
    const { targets, shape, listsAll } = await imports.look(path, {})
    const asked = {
      choices: {},
      targets,
      replacesLists: listsAll,
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
    stagedContent,
    progress,
    /** Each time that it is told. */
    whenProgress: (run: () => void) => void (onProgress = run),
    /** How many rests there are to end. */
    waits: () => rests.length,
    /** So long after; what waited for its time has it. */
    pass(ms: number): void {
      later += ms
      for (const run of rests.splice(0)) run()
    },
    staged: () => (existsSync(join(folder, '.staged')) ? readdirSync(join(folder, '.staged')) : []),
    csv(...lines: string[]): string {
      const path = join(folder, 'list.csv')
      writeFileSync(path, lines.join('\r\n'))
      return path
    },
    /** Saved as a file of their own. */
    rowsOf: (tableId: number, wanted: RowsWanted) =>
      imports.saveRows({ tableId }, wanted, async () => join(folder, 'rows.csv')),
    /** The cells of that file. */
    saved: () => readDelimited(readFileSync(join(folder, 'rows.csv'), 'utf8').replace(/^\ufeff/, ''), ','),
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
