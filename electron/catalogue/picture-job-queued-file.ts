import type { ChangeState } from '../shared/change'
import { reasonSchema, reasonText } from '../shared/errors'
import { toFile, type FileRow, type PictureJobFileRecord } from './picture-job-file-record'

/** A file together with its change in the queue. */
export type QueuedFile = PictureJobFileRecord & {
  changeState: ChangeState | null
  changeReason: string | null
  sentAt: number | null
}

export type QueuedRow = FileRow & { change_state: string | null; change_reason: string | null; sent_at: number | null }

/** An upload that was answered is in the store, also while its address is still to be read. */
export const isAnswered = `(c.state IN ('sending', 'unknown') AND json_extract(c.token, '$.imageId') IS NOT NULL)`

export const withChange = `SELECT f.*, c.state AS change_state, c.reason AS change_reason, c.sent_at AS sent_at
  FROM picture_job_files f LEFT JOIN changes c ON c.id = f.change_id`

export function toQueued(row: QueuedRow): QueuedFile {
  return {
    ...toFile(row),
    changeState: row.change_state as ChangeState | null,
    changeReason: row.change_reason === null ? null : reasonText(reasonSchema.parse(JSON.parse(row.change_reason))),
    sentAt: row.sent_at,
  }
}

/** In the order in which a product shows them; `mug copy.jpg` before `mug copy 2.jpg`. */
export const placeOrder =
  "coalesce(f.arranged, 1000000), f.place_rank, f.place_number, replace(f.name, '.', char(1)) COLLATE NOCASE, f.folder, f.id"
