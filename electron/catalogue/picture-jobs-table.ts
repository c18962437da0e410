import { z } from 'zod'
import {
  newPictureJobOptions,
  droppedFilesSchema,
  pictureJobOptionsSchema,
  type DroppedFiles,
  type PictureJobOptions,
  type PictureJobState,
} from '../shared/picture-job'
import type { Db, SqlValue } from './database'
import { toSentence, type Sentence } from '../shared/sentence'

export type PictureJobRecord = {
  id: number
  state: PictureJobState
  label: DroppedFiles
  /** UNIX ms. */
  createdAt: number
  paths: string[]
  options: PictureJobOptions
  /** Hidden and system files passed over. */
  skipped: number
  isHeld: boolean
  /** Cancelled while something was on the wire: what is still to be done about what arrived. */
  ending: 'keep' | 'revert' | null
  problem: Sentence | null
  changeSetId: number | null
  /** How often in a row it was begun from the same place; 0 after an orderly end. */
  attempts: number
  attemptedFrom: string | null
}

type Row = Record<'id' | 'created_at' | 'skipped' | 'is_held' | 'attempts', number> &
  Record<'state' | 'label' | 'paths' | 'options', string> & {
    problem: string | null
    ending: string | null
    attempted_from: string | null
    change_set_id: number | null
  }

const pathsSchema = z.array(z.string())
const columns = {
  state: 'state',
  paths: 'paths',
  options: 'options',
  skipped: 'skipped',
  isHeld: 'is_held',
  ending: 'ending',
  problem: 'problem',
  changeSetId: 'change_set_id',
  attempts: 'attempts',
  attemptedFrom: 'attempted_from',
} as const
type Settable = Partial<Pick<PictureJobRecord, keyof typeof columns>>

/** Uploads of whole folders: one row each. Their files: picture-job-files-table.ts. */
export function createPictureJobsTable(db: Db) {
  const insert = db.prepare(
    'INSERT INTO picture_jobs (state, label, created_at, paths, options) VALUES (?, ?, ?, ?, ?)',
  )
  const one = db.prepare('SELECT * FROM picture_jobs WHERE id = ?')
  const newest = db.prepare('SELECT * FROM picture_jobs ORDER BY id DESC LIMIT ?')
  const unfinished = db.prepare(
    `SELECT * FROM picture_jobs WHERE state NOT IN ('done', 'cancelled') OR ending IS NOT NULL ORDER BY id`,
  )
  const erase = db.prepare('DELETE FROM picture_jobs WHERE id = ?')

  return {
    insert({
      label,
      createdAt,
      paths,
      options,
    }: Pick<PictureJobRecord, 'label' | 'createdAt' | 'paths' | 'options'>): number {
      const values = ['scanning', JSON.stringify(label), createdAt, JSON.stringify(paths), JSON.stringify(options)]
      return insert.run(...values).lastInsertRowid
    },
    get(id: number): PictureJobRecord | undefined {
      const row = one.get<Row>(id)
      return row && toJob(row)
    },
    newest: (limit: number): PictureJobRecord[] => newest.all<Row>(limit).map(toJob),
    unfinished: (): PictureJobRecord[] => unfinished.all<Row>().map(toJob),
    update(id: number, set: Settable): void {
      const names = Object.keys(set) as (keyof typeof columns)[]
      if (names.length === 0) return
      const assignments = names.map((name) => `${columns[name]} = ?`).join(', ')
      const sql = `UPDATE picture_jobs SET ${assignments} WHERE id = ?`
      db.prepare(sql).run(...names.map((name) => toValue(set[name])), id)
    },
    /** With its files. */
    remove: (id: number): void => void erase.run(id),
  }
}

function toValue(value: Settable[keyof Settable]): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null)
}

function toJob(row: Row): PictureJobRecord {
  const options = pictureJobOptionsSchema.safeParse(JSON.parse(row.options))
  return {
    id: row.id,
    state: row.state as PictureJobState,
    label: droppedFilesSchema.parse(JSON.parse(row.label)),
    createdAt: row.created_at,
    paths: pathsSchema.parse(JSON.parse(row.paths)),
    options: options.success ? options.data : newPictureJobOptions,
    skipped: row.skipped,
    isHeld: row.is_held === 1,
    ending: row.ending as PictureJobRecord['ending'],
    problem: toSentence(row.problem),
    changeSetId: row.change_set_id,
    attempts: row.attempts,
    attemptedFrom: row.attempted_from,
  }
}
