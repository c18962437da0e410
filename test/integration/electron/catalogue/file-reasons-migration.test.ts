import { expect, it } from 'vitest'
import { openCatalogue } from '../../../../electron/catalogue/catalogue'
import { openDatabase } from '../../../../electron/catalogue/database'
import { migrate } from '../../../../electron/catalogue/migrate'
import { migrations } from '../../../../electron/catalogue/migrations/all'
import { reportRows } from '../../../../electron/pictures/jobs/job-report'
import { assignFiles } from '../../../../electron/pictures/jobs/review/assign-files'
import { toFileView } from '../../../../electron/pictures/jobs/review/file-view'
import { newPictureJobOptions } from '../../../../electron/shared/picture-job'
import { temporaryFile } from './open-catalogue'

it('migration 21 keeps why files of an upload have their verdicts, as it was said', async () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 20))
  db.prepare(
    `INSERT INTO picture_jobs (state, label, created_at, paths, options) VALUES ('review', '{"file":"x","more":0}', 1, '["/x"]', ?)`,
  ).run(JSON.stringify(newPictureJobOptions))
  const add = db.prepare(
    `INSERT INTO picture_job_files (job_id, path, folder, name, bytes, verdict, reason, refusal, found)
     VALUES (1, ?, '', ?, 1, ?, ?, ?, ?)`,
  )
  const similar = 'name, 92 % of “Mug\t1”'
  const found = JSON.stringify({
    confidence: 'doubtful',
    reason: similar,
    candidates: [{ productId: 7, sku: null }],
  })
  const damaged = 'The PNG file is damaged.'
  const before: [string, string, string | null, string | null][] = [
    ['doubtful', similar, null, found],
    ['doubtful', similar, null, found],
    ['refused', damaged, damaged, null],
    ['unmatched', '', null, null],
    ['leftOut', 'Left out', null, found],
  ]
  before.forEach(([verdict, reason, ...rest], at) => add.run(`/x/${at}.png`, `${at}.png`, verdict, reason, ...rest))
  db.close()

  const catalogue = openCatalogue(file)
  const { pictureJobFiles } = catalogue
  const shown = () => {
    const { rows } = reportRows(catalogue, 1, { outcome: null, offset: 0, limit: 10 })
    return rows.map(({ reason }) => reason)
  }
  const doubt = `Nobody decided: ${similar}`
  expect(shown()).toEqual([doubt, doubt, damaged, 'Not compared with the catalogue yet', 'Left out'])
  const [first, , , , last] = pictureJobFiles.after(1, 0, 10)
  expect(first!.found!.reason).toEqual({ says: 'text', text: similar })
  expect((await assignFiles(catalogue, 1, { ids: [first!.id] }, { kind: 'candidate' })).alike?.count).toBe(1)
  await assignFiles(catalogue, 1, { ids: [last!.id] }, { kind: 'automatic' })
  expect(shown()).toEqual([`${similar}; confirmed`, doubt, damaged, 'Not compared with the catalogue yet', doubt])
  catalogue.close()
})

it('migration 22 keeps why files were refused and what their owner should know of them, as it was said', () => {
  const file = temporaryFile()
  const db = openDatabase(file)
  migrate(db, migrations.slice(0, 21))
  db.prepare(
    `INSERT INTO picture_jobs (state, label, created_at, paths, options) VALUES ('review', '{"file":"x","more":0}', 1, '["/x"]', ?)`,
  ).run(JSON.stringify(newPictureJobOptions))
  const add = db.prepare(
    `INSERT INTO picture_job_files (job_id, path, folder, name, bytes, verdict, reason, refusal, warning)
     VALUES (1, ?, '', ?, 1, ?, ?, ?, ?)`,
  )
  const damaged = 'The PNG file is damaged: “its” end is missing.'
  const tiny = 'Only 4 x 4 pixels: it will look blurred in the shop.'
  add.run('/x/1.png', '1.png', 'refused', '{"says":"refused"}', damaged, null)
  add.run('/x/2.png', '2.png', 'unmatched', '{"says":"not-compared"}', null, tiny)
  add.run('/x/3.png', '3.png', 'unmatched', '{"says":"not-compared"}', null, null)
  db.close()

  const catalogue = openCatalogue(file)
  const files = catalogue.pictureJobFiles.page(1, { filter: null, search: '', offset: 0, limit: 10 }).files
  const views = files.map((each) => toFileView(catalogue, each, { alt: '' }))
  expect(views.map(({ reason, warning }) => [reason, warning])).toEqual([
    [damaged, null],
    ['Not compared with the catalogue yet', tiny],
    ['Not compared with the catalogue yet', null],
  ])
  catalogue.close()
})
